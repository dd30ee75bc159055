"""`--seed` repeats ids and codes; without it they cannot be foreseen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from login_contract.tokens.compact import claims_of
from tests.mock.embedded import StartMock
from tests.mock.game import Game, token_of

PROJECT = "00000000-0000-4000-8000-00000000000a"


def story(game: Game) -> list[Any]:
    """Do what makes ids, codes and links; return them all."""
    game = Game(game.http, game.control, game.control.put_project(PROJECT, algorithm="HS256"))
    secret = game.control.project(PROJECT)["hs256_secret"]
    assert game.register("racer").status_code == 204
    confirmation = game.message("racer@example.com")
    token = token_of(game.open(confirmation.link))
    code, operation_id = game.code_for("+12025550143", send_link=True)
    sms = game.message("+12025550143")
    reset = game.reset_link("racer", "racer@example.com")
    claims = claims_of(token)
    paths = [(link or "").partition("/api/")[2] for link in (confirmation.link, sms.link)]
    return [secret, confirmation.id, claims["sub"], claims["jti"], code, operation_id, *paths, *reset]


def test_a_seed_repeats_ids_and_codes(start_mock: StartMock) -> None:
    told = []
    for seed in (1, 1, 2, None, None):
        with Game.at(start_mock(seed=seed).origin) as game:
            told.append(story(game))
    first, again, other, *unforeseen = told
    assert first == again
    for one, another in [(first, other), (first, unforeseen[0]), (unforeseen[0], unforeseen[1])]:
        assert not set(one) & set(another)


def test_reset_begins_the_sequence_anew(start_mock: StartMock) -> None:
    with Game.at(start_mock(seed=1).origin) as game:
        game.control.reset()
        first = story(game)
        game.control.reset()
        assert story(game) == first


def test_a_seed_repeats_no_id_in_a_database_that_has_it(start_mock: StartMock, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'login.db'}"
    seen: set[str] = set()
    for run in range(3):
        with Game.at(start_mock(seed=1, database_url=url).origin) as game:
            for number in range(3):
                token = game.token_by_code(f"racer{run}{number}@example.com")
                claims = claims_of(token)
                assert not {claims["sub"], claims["jti"]} & seen
                seen |= {claims["sub"], claims["jti"]}
