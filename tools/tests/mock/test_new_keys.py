"""New keys of a project: every worker and the next start know them, and there are never too many."""

from __future__ import annotations

from functools import partial

import pytest
from attrs import evolve
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from login_contract.mock.domain import keys
from login_contract.mock.domain.keys import MOST_KEYS
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.mock.settings.server import MockSettings
from login_contract.suite.judging.refusals import INACTIVE_TOKEN
from login_contract.tokens.compact import unverified
from tests.mock.embedded import StartMock
from tests.mock.game import Game, refusal, token_of

SERVER = {"grant_type": "client_credentials", "client_id": 2001, "client_secret": "mock-server-secret"}


@pytest.fixture(autouse=True)
def _small_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let keys be made in no time; nobody's secret depends on them here."""

    def make() -> str:
        key = rsa.generate_private_key(public_exponent=65537, key_size=1024)
        pkcs8 = partial(key.private_bytes, serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8)
        return pkcs8(serialization.NoEncryption()).decode()

    monkeypatch.setattr(keys, "new_private_key", make)


def at_home(game: Game) -> Game:
    return evolve(game, project_id=DEFAULT_PROJECT_ID)


def log_in(game: Game) -> str:
    return token_of(game.login("demo", "password123"))


def kid_of(token: str) -> str:
    return str(unverified(token)[0]["kid"])


def published(game: Game) -> list[str]:
    listed = game.http.get(f"/api/projects/{game.project_id}/keys").json()
    return [key["kid"] for key in listed]


def renew(game: Game) -> str:
    """Let a new key sign, and return its id."""
    token = game.http.post("/api/oauth2/token", data=SERVER).json()["access_token"]
    answer = game.call("POST", f"/projects/{game.project_id}/keys", headers={"X-SERVER-AUTHORIZATION": token})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["kid"])


def test_every_worker_signs_with_the_new_key_at_once(store_url: str, start_mock: StartMock) -> None:
    origins = [start_mock(database_url=store_url).origin for _ in range(2)]
    with Game.at(origins[0]) as first, Game.at(origins[1]) as second:
        one, other = at_home(first), at_home(second)
        before = [kid_of(token) for token in (log_in(one), log_in(other))]
        kept = log_in(other)

        kid = renew(one)

        assert before == [before[0]] * 2
        for game in (other, one):
            assert published(game) == [kid, before[0]]
            assert kid_of(log_in(game)) == kid
            for token in (kept, log_in(one), log_in(other)):
                assert game.validate(token).status_code == 204


def test_the_next_start_knows_every_key(store_url: str) -> None:
    settings = MockSettings(database_url=store_url)
    with EmbeddedMock(settings) as server, Game.at(server.origin) as game:
        before = log_in(at_home(game))
        renew(at_home(game))
        known = published(at_home(game))
    with EmbeddedMock(settings) as server, Game.at(server.origin) as game:
        home = at_home(game)
        assert published(home) == known
        assert home.validate(before).status_code == 204
        assert kid_of(log_in(home)) == known[0] != kid_of(before)


def test_a_configured_key_is_the_first_one_and_is_back_after_a_reset(
    start_mock: StartMock, private_key: str
) -> None:
    project = {
        "project_id": DEFAULT_PROJECT_ID,
        "private_key": private_key,
        "oauth_clients": [{"client_id": 2001, "type": "server", "client_secret": "mock-server-secret"}],
        "users": [{"username": "demo", "email": "demo@example.com", "password": "password123"}],
    }
    with Game.at(start_mock(projects=(project,)).origin) as game:
        home = at_home(game)
        (configured,) = published(home)
        new = renew(home)
        assert published(home) == [new, configured]
        token = log_in(home)

        game.control.request("POST", "/_mock/reset")

        assert published(home) == [configured]
        assert kid_of(log_in(home)) == configured
        assert refusal(home.validate(token)) == INACTIVE_TOKEN


def test_there_are_never_too_many_keys(lone_game: Game) -> None:
    home = at_home(lone_game)
    first = log_in(home)
    made = [renew(home) for _ in range(MOST_KEYS - 1)]
    assert published(home) == [*reversed(made), kid_of(first)]
    assert home.validate(first).status_code == 204

    last = renew(home)

    assert published(home) == [last, *reversed(made)]
    assert refusal(home.validate(first)) == INACTIVE_TOKEN
