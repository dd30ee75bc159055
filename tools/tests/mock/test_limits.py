"""Rate limits, and the lock after too many wrong passwords."""

from __future__ import annotations

import pytest

from login_contract.suite.judging.refusals import (
    CAPTCHA_REQUIRED,
    LOCKED_ACCOUNT,
    TOO_MANY_REQUESTS,
    WRONG_CREDENTIALS,
)
from tests.mock.game import PASSWORD, Game, refusal

CAPTCHA = {"X-LOT-NUMBER": "1", "X-CAPTCHA-OUTPUT": "2", "X-PASS-TOKEN": "3", "X-GEN-TIME": "4"}
ORIGIN = {"Origin": "http://localhost:3000"}


def jane(game: Game, **settings: object) -> Game:
    game.configure(**settings)
    game.control.create_user(game.project_id, username="jane", email="jane@example.com", password=PASSWORD)
    return game


def test_a_call_over_the_limit_says_when_to_come_back(lone_game: Game) -> None:
    game = jane(
        lone_game,
        rate_limits=[{"operation_id": "auth-by-username-and-password", "limit": 2, "per_seconds": 60}],
    )
    assert [game.login("jane").status_code for _ in range(2)] == [200, 200]
    refused = game.login("jane", headers=ORIGIN)
    assert refusal(refused) == TOO_MANY_REQUESTS
    wait = int(refused.headers["retry-after"])
    assert 50 <= wait <= 60
    assert "Retry-After" in refused.headers["access-control-expose-headers"]
    assert game.register("racer").status_code == 204
    game.control.advance(wait)
    assert game.login("jane").status_code == 200


def test_a_star_limits_all_calls_together(game: Game) -> None:
    game.configure(rate_limits=[{"operation_id": "*", "limit": 2, "per_seconds": 86400}])
    statuses = [game.register("racer").status_code, game.login("racer").status_code]
    assert statuses == [204, 401]
    assert (
        refusal(game.call("POST", "/password/reset/request", body={"username": "racer"})) == TOO_MANY_REQUESTS
    )
    assert game.another().register("racer").status_code == 204


def test_a_client_cannot_name_another_address_as_its_own(game: Game) -> None:
    jane(game, rate_limits=[{"operation_id": "*", "limit": 1, "per_seconds": 86400}])
    addresses = [{"X-Forwarded-For": f"192.0.2.{number}"} for number in range(2)]
    assert [game.login("jane", headers=address).status_code for address in addresses] == [200, 429]


def test_the_last_wrong_password_locks_for_a_while(lone_game: Game) -> None:
    game = jane(lone_game, lockout={"attempts": 3, "seconds": 900, "captcha": False})
    wrong = ["jane", "JANE", "jane@example.com"]
    assert [refusal(game.login(name, "a wrong password")) for name in wrong] == [WRONG_CREDENTIALS] * 3
    assert refusal(game.login("jane")) == LOCKED_ACCOUNT
    assert refusal(game.login("Jane@Example.com")) == LOCKED_ACCOUNT
    game.control.advance(890)
    assert refusal(game.login("jane")) == LOCKED_ACCOUNT
    game.control.advance(11)
    assert game.login("jane").status_code == 200


def test_a_right_password_starts_the_count_anew(game: Game) -> None:
    jane(game, lockout={"attempts": 2, "seconds": 900, "captcha": False})
    for _ in range(3):
        assert refusal(game.login("jane", "a wrong password")) == WRONG_CREDENTIALS
        assert game.login("jane").status_code == 200


def test_a_name_that_nobody_has_is_locked_alike(game: Game) -> None:
    game.configure(lockout={"attempts": 2, "seconds": 900, "captcha": False})
    answers = [refusal(game.login("nobody", "a password")) for _ in range(3)]
    assert answers == [WRONG_CREDENTIALS, WRONG_CREDENTIALS, LOCKED_ACCOUNT]


def test_a_lock_concerns_its_project_only(game: Game) -> None:
    jane(game, lockout={"attempts": 1, "seconds": 900, "captcha": False})
    other = jane(game.another())
    game.login("jane", "a wrong password")
    assert refusal(game.login("jane")) == LOCKED_ACCOUNT
    assert other.login("jane").status_code == 200


def test_a_reset_unlocks(game: Game) -> None:
    jane(game, lockout={"attempts": 1, "seconds": 900, "captcha": False})
    game.login("jane", "a wrong password")
    assert game.set_password(*game.reset_link("jane", "jane@example.com"), "new-password").status_code == 204
    assert game.login("jane", "new-password").status_code == 200


def test_a_solved_captcha_passes_the_lock(game: Game) -> None:
    jane(game, lockout={"attempts": 1, "seconds": 900, "captcha": True})
    game.login("jane", "a wrong password")
    refused = game.login("jane", headers=ORIGIN)
    assert refusal(refused) == CAPTCHA_REQUIRED
    assert refused.headers["x-captcha-enabled"] == "1"
    assert "x-captcha-enabled" in refused.headers["access-control-expose-headers"]
    assert refusal(game.login("jane", "a wrong password", headers=CAPTCHA)) == WRONG_CREDENTIALS
    assert game.login("jane", headers=CAPTCHA).status_code == 200


@pytest.mark.parametrize("missing", CAPTCHA)
def test_a_captcha_is_solved_by_all_four_headers(game: Game, missing: str) -> None:
    jane(game, lockout={"attempts": 1, "seconds": 900, "captcha": True})
    game.login("jane", "a wrong password")
    partly = {name: value for name, value in CAPTCHA.items() if name != missing}
    assert refusal(game.login("jane", headers=partly)) == CAPTCHA_REQUIRED


def test_a_captcha_does_not_pass_a_lock_that_asks_for_none(game: Game) -> None:
    jane(game, lockout={"attempts": 1, "seconds": 900, "captcha": False})
    game.login("jane", "a wrong password")
    assert refusal(game.login("jane", headers=CAPTCHA)) == LOCKED_ACCOUNT
