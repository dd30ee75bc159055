"""The control interface: time, reset, projects, users, tokens with defects."""

from __future__ import annotations

import time
import uuid
from typing import Any

import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    INACTIVE_TOKEN,
    INVALID_TOKEN,
    INVALID_VALUE,
    NOT_FOUND,
    UNKNOWN_PROJECT,
    USERNAME_TAKEN,
)
from login_contract.tokens.compact import claims_of
from tests.mock.embedded import StartMock, rows
from tests.mock.game import PASSWORD, Game, refusal, token_of

DAY, YEAR = 86_400, 31_536_000


def test_time_moves_forward_for_everybody(game: Game) -> None:
    before = game.control.request("GET", "/_mock/clock")
    answer = game.http.post("/_mock/clock", json={"advance_seconds": 90.5}).json()
    assert answer["offset_seconds"] == before["offset_seconds"] + 90.5
    assert abs(answer["now"] - answer["offset_seconds"] - time.time()) < 10
    assert claims_of(game.token_by_code("late@example.com"))["iat"] >= int(before["now"]) + 90


@pytest.mark.parametrize("seconds", [-1, "1", None, True, 315_360_001])
def test_time_moves_only_so(game: Game, seconds: Any) -> None:
    assert refusal(game.http.post("/_mock/clock", json={"advance_seconds": seconds})) == INVALID_VALUE


def test_time_ends_after_a_hundred_years(lone_game: Game) -> None:
    for _ in range(10):
        lone_game.control.advance(10 * YEAR)
    assert refusal(lone_game.http.post("/_mock/clock", json={"advance_seconds": 10 * YEAR})) == INVALID_VALUE
    assert lone_game.token_by_code("centenarian@example.com")
    assert lone_game.message("centenarian@example.com").created_at.startswith("212")


def test_reset_returns_to_the_configured_state_and_to_real_time(start_mock: StartMock) -> None:
    mock = start_mock()
    fresh = rows(mock)
    with Game.at(mock.origin) as game:
        default = game.control.project(DEFAULT_PROJECT_ID)
        game.control.change_project(DEFAULT_PROJECT_ID, name="Changed", callback_urls=["https://a.example/"])
        game.register("racer")
        token = game.token_by_code("racer2@example.com")
        game.login("racer", "a wrong password")
        game.control.fault(operation_id="healthz", times=5, status=503)
        game.control.advance(DAY)
        game.control.reset()
        assert rows(mock) == fresh
        assert game.control.project(DEFAULT_PROJECT_ID) == default
        assert game.control.request("GET", "/_mock/clock")["offset_seconds"] == 0
        assert game.http.get("/healthz").status_code == 200
        assert refusal(game.login("racer")) == UNKNOWN_PROJECT
        assert refusal(game.validate(token)) == UNKNOWN_PROJECT
        home = Game(game.http, game.control, DEFAULT_PROJECT_ID)
        assert home.login("demo", "password123").status_code == 200


def test_the_default_project_is_as_documented(game: Game) -> None:
    home = Game(game.http, game.control, DEFAULT_PROJECT_ID)
    settings = game.control.project(DEFAULT_PROJECT_ID)
    assert settings["callback_urls"] == ["https://example.com/callback"]
    assert settings["lockout"] == {"attempts": 10, "seconds": 900, "captcha": False}
    assert (settings["algorithm"], settings["protocol"], settings["rate_limits"]) == ("RS256", "both", [])
    assert [
        (client["client_id"], client["type"], client["client_secret"]) for client in settings["oauth_clients"]
    ] == [
        (1001, "public", None),
        (1002, "confidential", "mock-confidential-secret"),
        (2001, "server", "mock-server-secret"),
    ]
    assert home.login("DEMO@Example.com", "password123").status_code == 200


def test_a_project_is_known_in_any_letter_case(game: Game) -> None:
    settings = game.http.get(f"/_mock/projects/{game.project_id.upper()}").json()
    assert settings["project_id"] == game.project_id
    shouting = Game(game.http, game.control, game.project_id.upper())
    assert shouting.register("racer").status_code == 204
    assert refusal(game.register("racer")) == USERNAME_TAKEN


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"nme": "x"}, "nme"),
        ({"name": ""}, "name"),
        ({"callback_urls": []}, "callback_urls"),
        ({"callback_urls": ["nowhere"]}, "callback_urls"),
        ({"algorithm": "none"}, "algorithm"),
        ({"private_key": "no key"}, "private_key"),
        ({"code_lifetime": 0}, "code_lifetime"),
        ({"project_id": str(uuid.uuid4())}, "project_id"),
        ({"ask_fields": [{"name": "a", "type": "str", "required": True, "step": 0}] * 2}, "ask_fields"),
        ({"oauth_clients": [{"client_id": 7}] * 2}, "oauth_clients"),
        (
            {"rate_limits": [{"operation_id": "*", "limit": 1, "per_seconds": n} for n in (1, 60)]},
            "rate_limits",
        ),
        ({"rate_limits": [{"operation_id": "no-such-call", "limit": 1, "per_seconds": 1}]}, "operation_id"),
        ({"rate_limits": [{"operation_id": "validate-jwt", "limit": 1, "per_seconds": 1}]}, "operation_id"),
    ],
)
def test_settings_that_make_no_sense_are_refused_and_change_nothing(
    game: Game, settings: dict[str, Any], named: str
) -> None:
    before = game.control.project(game.project_id)
    answer = game.http.put(f"/_mock/projects/{game.project_id}", json=settings)
    assert refusal(answer) == INVALID_VALUE
    assert named in answer.json()["error"]["description"]
    assert game.control.project(game.project_id) == before


def test_a_project_whose_user_clashes_with_one_who_exists_changes_nothing(game: Game) -> None:
    game.control.create_user(game.project_id, username="jane", email="jane@example.com", password=PASSWORD)
    clash = {"username": "other", "email": "Jane@Example.com", "password": PASSWORD}
    answer = game.http.put(f"/_mock/projects/{game.project_id}", json={"name": "New", "users": [clash]})
    assert refusal(answer) == INVALID_VALUE
    assert game.control.project(game.project_id)["name"] == "Demo Game"


@pytest.mark.parametrize(
    ("clash", "code"),
    [
        ({"username": "JANE"}, "003-003"),
        ({"username": "jane@example.com"}, "003-004"),
        ({"email": "JANE@example.com"}, "003-004"),
        ({"phone_number": "+12025550143"}, "003-004"),
        ({"user_id": "6E9B1A52-0B6C-4F4E-8D7A-6F0C0A6F7D21"}, "003-004"),
    ],
)
def test_a_user_is_made_once(start_mock: StartMock, clash: dict[str, str], code: str) -> None:
    with Game.at(start_mock().origin) as game:
        jane = {
            "username": "jane",
            "email": "jane@example.com",
            "password": PASSWORD,
            "phone_number": "+12025550143",
            "user_id": "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d21",
        }
        assert game.control.create_user(game.project_id, **jane)["user_id"] == jane["user_id"]
        other = {
            "project_id": game.project_id,
            "username": "joe",
            "email": "joe@example.com",
            "password": "p",
        }
        assert refusal(game.http.post("/_mock/users", json={**other, **clash})) == (422, code)


def test_a_banned_user_gets_in_by_no_door(game: Game) -> None:
    number, address = "+12025550143", "banned@example.com"
    user = {"username": "banned", "email": address, "phone_number": number, "password": PASSWORD}
    game.control.create_user(game.project_id, banned=True, confirmed=False, **user)
    for recipient in (number, address):
        assert refusal(game.confirm_code(recipient, *game.code_for(recipient))) == BANNED_USER
    assert refusal(game.login("banned")) == BANNED_USER
    token = game.control.token(project_id=game.project_id, username="banned")
    assert refusal(game.validate(token)) == INACTIVE_TOKEN
    assert refusal(game.update_token(token, {})) == INVALID_TOKEN


def test_a_banned_user_cannot_confirm_the_account(game: Game) -> None:
    address = "banned@example.com"
    game.control.create_user(
        game.project_id, username="banned", email=address, password=PASSWORD, banned=True, confirmed=False
    )
    game.call("POST", "/user/resend_confirmation_link", body={"username": "banned"})
    assert refusal(game.open(game.message(address).link)) == NOT_FOUND


@pytest.mark.parametrize(
    ("defect", "verdict"),
    [
        ("expired", INACTIVE_TOKEN),
        ("not_yet_valid", INACTIVE_TOKEN),
        ("wrong_issuer", INACTIVE_TOKEN),
        ("wrong_project", INACTIVE_TOKEN),
        ("tampered", INACTIVE_TOKEN),
        ("alg_none", INACTIVE_TOKEN),
        ("unknown_key", INACTIVE_TOKEN),
    ],
)
@pytest.mark.parametrize("algorithm", ["RS256", "HS256"])
def test_a_token_with_a_defect_is_refused(
    game: Game, algorithm: str, defect: str, verdict: tuple[int, str]
) -> None:
    game.configure(algorithm=algorithm)
    game.control.create_user(game.project_id, username="jane", email="jane@example.com", password=PASSWORD)
    token = game.control.token(project_id=game.project_id, username="jane", defect=defect)
    assert refusal(game.validate(token)) == verdict
    assert refusal(game.call("GET", "/users/me/ask", bearer=token)) == INVALID_TOKEN


def test_an_issued_token_is_as_good_as_one_of_a_login(game: Game) -> None:
    game.control.create_user(game.project_id, username="jane", email="jane@example.com", password=PASSWORD)
    token = game.control.token(project_id=game.project_id, username="jane", payload="from=test")
    assert game.validate(token).status_code == 204
    assert claims_of(token)["payload"] == "from=test"
    renewed = token_of(game.update_token(token, {}))
    assert claims_of(renewed)["sub"] == claims_of(token)["sub"]


def test_the_page_shows_messages_and_projects(game: Game) -> None:
    code, _ = game.code_for("reader@example.com")
    page = game.http.get("/_mock/")
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert code in page.text
    assert game.project_id in page.text


@pytest.mark.parametrize("path", ["/", "/_mock", "//"])
def test_a_shorter_address_leads_to_the_page(game: Game, path: str) -> None:
    answer = game.http.get(path)
    assert (answer.status_code, answer.headers["location"]) == (302, "/_mock/")


def test_the_page_reloads_itself_without_scripts_where_that_is_asked_for(game: Game) -> None:
    reload = '<noscript><meta http-equiv="refresh" content="5">'
    assert reload in game.http.get("/_mock/?refresh=5").text
    assert "http-equiv" not in game.http.get("/_mock/").text


def test_a_message_says_which_locale_was_asked_for(game: Game) -> None:
    game.call("POST", "/login/email/request", body={"email": "a@example.com"}, locale="tlh_KL")
    game.call("POST", "/login/email/request", body={"email": "b@example.com"})
    asked, plain = game.message("a@example.com"), game.message("b@example.com")
    assert (asked.locale, asked.language) == ("tlh_KL", "en_XX")
    assert (plain.locale, plain.language) == ("en_XX", "en_XX")
    assert asked.text.replace(str(asked.code), str(plain.code)) == plain.text


def test_the_outbox_is_filtered_and_emptied(lone_game: Game) -> None:
    other = lone_game.another()
    lone_game.register("racer")
    lone_game.code_for("Racer@Example.com")
    other.code_for("racer@example.com")
    kinds = [message.kind for message in lone_game.control.messages("RACER@example.com")]
    assert kinds == ["one_time_code", "one_time_code", "account_confirmation"]
    assert len(lone_game.control.messages(project_id=other.project_id.upper())) == 1
    assert len(lone_game.control.messages(kind="account_confirmation")) == 1
    lone_game.control.clear_outbox()
    assert lone_game.control.messages() == []


def test_deliveries_are_none_yet(game: Game) -> None:
    assert game.http.get("/_mock/webhooks").json() == {"deliveries": []}


def test_healthz_says_ok(mock: EmbeddedMock, game: Game) -> None:
    assert game.http.get("/healthz").json() == {"status": "ok"}
