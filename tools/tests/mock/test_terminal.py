"""The mock tells, a line each, what it refuses and why: the value and the setting that decided."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from attrs import frozen

from login_contract.mock.contract.refusals import UNREGISTERED_ADDRESS
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.mock.store.deliveries import LoggedDelivery
from login_contract.mock.terminal import Terminal, masked, shown
from login_contract.suite.actors.callback_server import CallbackServer, CannedAnswer
from tests.mock import wire
from tests.mock.embedded import StartMock, until
from tests.mock.game import PASSWORD, Game

SERVER = {"grant_type": "client_credentials", "client_id": 2001, "client_secret": "mock-server-secret"}
PIN = {"name": "pin", "type": "pass", "required": False, "step": 0, "validation": {"min_length": 99}}
FOREIGN = "http://localhost:5173/cb"


@frozen
class Talk:
    """A game on a mock that talks, and what it has said since it was last asked."""

    game: Game
    capfd: pytest.CaptureFixture[str]

    def lines(self) -> list[str]:
        return self.capfd.readouterr().out.splitlines()


@pytest.fixture
def talk(start_mock: StartMock, capfd: pytest.CaptureFixture[str]) -> Iterator[Talk]:
    with Game.at(start_mock(announce=True).origin) as game:
        capfd.readouterr()
        yield Talk(game, capfd)


def register(game: Game) -> httpx.Response:
    return game.register("racer")


def other_project(game: Game) -> httpx.Response:
    return Game(game.http, game.control, "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d22").login("demo")


def spoilt_pin(game: Game) -> httpx.Response:
    game.control.create_user(game.project_id, username="demo", email="demo@example.com", password=PASSWORD)
    return game.update_token(game.login("demo").json()["token"], {"pin": "never-shown"})


def wrong_verifier(game: Game) -> httpx.Response:
    return game.http.post(
        "/api/oauth2/token",
        data={"grant_type": "client_credentials", "client_id": 2001, "client_secret": "never-shown-secret"},
    )


@pytest.mark.parametrize(
    ("settings", "call", "expected"),
    [
        (
            {},
            lambda game: game.login("demo", login_url=FOREIGN),
            "refused  422 010-012  auth-by-username-and-password  login_url http://localhost:5173/cb is not"
            " in callback_urls: https://example.com/callback",
        ),
        (
            {"callback_urls": ["https://a.example/", "https://b.example/"]},
            lambda game: game.login("demo"),
            "refused  422 010-011  auth-by-username-and-password  login_url is left out, and callback_urls"
            " has 2 addresses",
        ),
        (
            {},
            lambda game: game.login("demo", login_url="https://login.xsolla.com/api/blank"),
            "refused  422 010-012  auth-by-username-and-password  login_url https://login.xsolla.com/api/blank"
            " is not in callback_urls: https://example.com/callback; blank_redirect = true would take it",
        ),
        (
            {},
            lambda game: game.request_code("+12025550143", send_link=True, link_url="https://a.example/"),
            "refused  422 010-012  jwt-start-auth-by-phone-number  link_url https://a.example/ is of no"
            ' callback URL and of no allowed_origins; link_url_origins = "any" would take it',
        ),
        (
            {"captcha_calls": ["code"]},
            lambda game: game.request_code("+12025550143"),
            "refused  422 003-038  jwt-start-auth-by-phone-number  captcha_calls has code, and the captcha"
            " headers are not all there",
        ),
        (
            {"registration_allowed": False},
            register,
            "refused  422 010-003  jwt-register-new-user  registration_allowed is false",
        ),
        (
            {"password_reset_allowed": False},
            lambda game: game.call("POST", "/password/reset/request", body={"username": "demo"}),
            "refused  422 003-024  reset-password  password_reset_allowed is false",
        ),
        (
            {"protocol": "oauth2"},
            lambda game: game.login("demo"),
            'refused  422 003-033  auth-by-username-and-password  the project has protocol = "oauth2", the'
            " call is one of jwt",
        ),
        (
            {"rate_limits": [{"operation_id": "*", "limit": 1, "per_seconds": 60}]},
            lambda game: [game.login("demo"), game.login("demo")][1],
            "refused  429 003-038  auth-by-username-and-password  rate_limits allows 1 * in 60 seconds",
        ),
        (
            {"lockout": {"attempts": 1}},
            lambda game: [game.login("demo"), game.login("demo")][1],
            "refused  422 002-057  auth-by-username-and-password  lockout: 1 wrong passwords lock an account"
            " for 900 seconds",
        ),
        (
            {"undeliverable_phones": ["+12025550199"]},
            lambda game: game.request_code("+12025550199"),
            "refused  422 002-043  jwt-start-auth-by-phone-number  +12025550199 is in undeliverable_phones",
        ),
        (
            {"ask_fields": [PIN]},
            spoilt_pin,
            "refused  422 002-027  update-token  pin: the value breaks the rules of ask_fields",
        ),
        (
            {},
            other_project,
            "refused  404 003-019  auth-by-username-and-password  projectId"
            " 6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d22 is none of the projects: 4f1c7a4e",
        ),
        (
            {},
            wrong_verifier,
            "refused  400 010-019  generate-jwt  client_secret is wrong (client 2001)",
        ),
        (
            {"storage": "custom"},
            register,
            'refused  422 003-022  jwt-register-new-user  the project has storage = "custom", but webhooks'
            " has no new-user",
        ),
        (
            {},
            lambda game: game.http.delete("/api/login"),
            "refused  405 405  DELETE /api/login  The path does not offer this method.",
        ),
        (
            {},
            lambda game: game.call("POST", "/login", headers={"Content-Type": "text/plain"}),
            "refused  415 415  auth-by-username-and-password  The body must be application/json, not",
        ),
        (
            {},
            lambda game: game.http.post(
                "/api/token/validate", content=b"{", headers={"Content-Type": "application/json"}
            ),
            "refused  400 0  validate-jwt  The body is not valid JSON",
        ),
        (
            {},
            lambda game: game.call("POST", "/token/validate", body={"token": ["never-shown"]}),
            "refused  400 002-027  validate-jwt  The property token must be text, not a list.",
        ),
        (
            {},
            lambda game: [game.register("racer"), game.register("racer")][1],
            "refused  422 003-003  jwt-register-new-user  another user has racer or racer@example.com",
        ),
        (
            {},
            lambda game: game.http.get("/api/no/such?token=never-shown"),
            "refused  404 404  GET /api/no/such  There is no such path.",
        ),
        (
            {},
            lambda game: game.call("GET", "/users/me/ask", bearer="eyJhbGciOi.eyJzdWIiOi.c2ln"),
            "refused  401 002-016  get-ask-fields  the token ",
        ),
        (
            {},
            lambda game: game.call("POST", "/login", body={"username": "x" * 300, "password": "y"}),
            "refused  400 002-027  auth-by-username-and-password  The property username has 300 ",
        ),
    ],
)  # fmt: skip
def test_a_refused_request_is_a_line_with_its_reason(
    talk: Talk, settings: dict[str, Any], call: Callable[[Game], httpx.Response], expected: str
) -> None:
    talk.game.configure(**settings)
    assert call(talk.game).status_code >= 400
    [line] = [each for each in talk.lines() if expected.split("  ")[1] in each]
    assert line.startswith(expected)
    assert "never-shown" not in line
    assert "eyJ" not in line


def test_a_refusal_on_a_page_is_a_line_too(talk: Talk) -> None:
    game = talk.game
    answer = game.http.get(
        "/api/oauth2/auth",
        params={"client_id": 1001, "response_type": "code", "state": "xsollaxsolla"},
    )
    ticket = httpx.URL(answer.headers["location"]).params["ticket"]
    form = {"ticket": ticket, "action": "password", "username": "demo", "password": "never-shown"}
    assert game.http.post("/_mock/sign-in", data=form).status_code == 422
    [line] = talk.lines()
    assert line == "refused  401 003-001  mock-sign-in-submit  the password of demo is wrong"


def test_what_succeeds_is_no_line(talk: Talk) -> None:
    talk.game.control.create_user(
        talk.game.project_id, username="jane", email="jane@example.com", password=PASSWORD
    )
    assert talk.game.login("jane", headers={"Origin": "http://localhost:3000"}).status_code == 200
    assert talk.lines() == []


def test_a_refused_origin_is_a_line_with_the_list_that_decided(talk: Talk) -> None:
    headers = {"Origin": "https://game.example", "Access-Control-Request-Method": "POST"}
    assert talk.game.call("OPTIONS", "/login", headers=headers).status_code == 204
    [line] = talk.lines()
    assert line == (
        "origin   https://game.example  OPTIONS /api/login  is not in allowed_origins of"
        f" {talk.game.project_id}: http://localhost:*, http://127.0.0.1:*"
    )


def test_a_refused_origin_is_cut_and_masked(talk: Talk) -> None:
    long = f"https://hunter2@{'a' * 400}.example"
    talk.game.call("OPTIONS", "/login", headers={"Origin": long, "Access-Control-Request-Method": "POST"})
    [line] = talk.lines()
    assert "hunter2" not in line
    assert f"({len(long)} characters)" in line


def test_a_page_of_the_mock_itself_is_no_refused_origin(
    start_mock: StartMock, capfd: pytest.CaptureFixture[str]
) -> None:
    mock = start_mock(announce=True, public_url="https://login.test")
    with Game.at(mock.origin) as game:
        game.call("POST", "/token/validate", body={}, headers={"Origin": "https://login.test"})
    assert not [line for line in capfd.readouterr().out.splitlines() if line.startswith("origin")]


def told_of(talk: Talk, answer: CannedAnswer) -> list[str]:
    with CallbackServer() as receiver:
        receiver.answer(lambda _: answer)
        talk.game.configure(storage="custom", webhooks={"new-user": receiver.url("/new-user")})
        talk.lines()
        assert register(talk.game).status_code == 422
        return [line.replace(receiver.url("/new-user"), "URL") for line in talk.lines()]


def test_bytes_that_are_no_request_are_a_line(talk: Talk) -> None:
    assert talk.game.http.base_url.port is not None
    assert wire.exchange(talk.game.http.base_url.port, b"\x00nonsense\r\n\r\n").status == 400
    assert talk.lines() == ["refused  400 0  -  The bytes are not an HTTP request."]


def test_an_event_that_is_not_taken_is_a_line(talk: Talk) -> None:
    game = talk.game
    with CallbackServer() as receiver:
        receiver.answer(lambda _: CannedAnswer(status=500))
        server = game.http.post("/api/oauth2/token", data=SERVER)
        url = receiver.url("/event")
        game.http.post(
            f"/api/projects/{DEFAULT_PROJECT_ID}/events/registration/webhooks",
            json={"url": url},
            headers={"X-SERVER-AUTHORIZATION": server.json()["access_token"]},
        ).raise_for_status()
        assert Game(game.http, game.control, DEFAULT_PROJECT_ID).register("racer").status_code == 204
        until(lambda: bool(game.control.deliveries(DEFAULT_PROJECT_ID)))
    [line] = [line for line in talk.lines() if line.startswith("webhook")]
    assert line.startswith(
        f"webhook  login-event  failed  {url}  answered 500  The answer has the status 500."
    )


def test_a_webhook_that_fails_is_a_line(talk: Talk) -> None:
    failed, refused = told_of(talk, CannedAnswer(status=500))
    assert failed.startswith("webhook  new-user  failed  URL  answered 500")
    assert refused.startswith("refused  422 003-022  jwt-register-new-user  webhook new-user: failed.")


def test_a_partner_s_refusal_is_told_without_what_it_repeats(talk: Talk) -> None:
    error = {"code": PASSWORD, "description": f"{PASSWORD} is too weak"}
    failed, refused = told_of(talk, CannedAnswer(status=400, json={"error": error}))
    assert failed.startswith("webhook  new-user  refused  URL  answered 400")
    assert refused == "refused  422 -  jwt-register-new-user  webhook new-user refused: *** *** is too weak"


def test_a_partner_s_long_refusal_is_cut(talk: Talk) -> None:
    error = {"code": "no", "description": "x" * 1000}
    _, refused = told_of(talk, CannedAnswer(status=400, json={"error": error}))
    assert refused.endswith("… (1003 characters)")
    assert len(refused) < 400


@pytest.mark.parametrize(
    ("answer", "remark"),
    [
        ({"error": {"code": 7, "description": "no"}}, "error.code must be text, not a number."),
        ({"error": {"code": "no"}}, "error.description is missing."),
        ({"errors": []}, "The answer has no error object."),
    ],
)
def test_a_refusal_that_cannot_be_taken_over_says_why(talk: Talk, answer: Any, remark: str) -> None:
    failed, _ = told_of(talk, CannedAnswer(status=400, json=answer))
    assert failed.endswith(remark)


@pytest.mark.parametrize("quiet", [False, True])
def test_a_line_of_json_says_the_same(
    start_mock: StartMock, capfd: pytest.CaptureFixture[str], quiet: bool
) -> None:
    with Game.at(start_mock(announce=True, log="json", quiet=quiet).origin) as game:
        capfd.readouterr()
        game.login("demo\x1b[31m", login_url=FOREIGN)
        game.code_for("+12025550143")
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    if quiet:
        assert lines == []
        return
    refused, message = lines
    assert {name: refused[name] for name in ("event", "status", "code", "operation")} == {
        "event": "refused",
        "status": 422,
        "code": "010-012",
        "operation": "auth-by-username-and-password",
    }
    assert refused["because"].startswith(f"login_url {FOREIGN} is not in callback_urls")
    assert (message["event"], message["recipient"]) == ("message", "+12025550143")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example/cb?token=hunter2&x=1", "https://a.example/cb?token=***&x=1"),
        ("https://a.example/cb?x=1&access_token=hunter2#f", "https://a.example/cb?x=1&access_token=***#f"),
        ("https://a.example/cb#token=hunter2", "https://a.example/cb#token=***"),
        ("postgresql://jane:hunter2@host/db", "postgresql://jane:***@host/db"),
        ("https://hunter2@a.example/cb?api_key=hunter2", "https://***@a.example/cb?api_key=***"),
        ("sees eyJhbGci.eyJzdWIi.c2ln today", "sees *** today"),
        ("https://a.example/cb?state=kept", "https://a.example/cb?state=kept"),
    ],
)
def test_what_looks_like_a_secret_is_masked(text: str, expected: str) -> None:
    assert masked(text) == expected


def test_a_long_value_is_cut() -> None:
    assert shown("x" * 301) == "x" * 300 + "… (301 characters)"
    assert shown("x" * 300) == "x" * 300


def test_a_terminal_that_lacks_a_letter_gets_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    Terminal("text").refusal(status=422, code="010-012", operation="x", because="ü")
    assert written.getvalue() == b"refused  422 010-012  x  \\xfc\n"


def test_a_delivery_s_address_and_remarks_are_masked(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal("text").webhook(
        LoggedDelivery(
            id="1",
            project_id="p",
            name="new-user",
            url="http://jane:hunter2@127.0.0.1:3000/new-user?token=hunter2",
            request={},
            response=None,
            duration_seconds=0,
            verdict="timed_out",
            remarks=["No answer came within 5 seconds."],
        )
    )
    assert capsys.readouterr().out == (
        "webhook  new-user  timed_out  http://jane:***@127.0.0.1:3000/new-user?token=***"
        "  No answer came within 5 seconds.\n"
    )


def test_a_reason_is_no_part_of_the_answer(talk: Talk) -> None:
    answer = talk.game.login("demo", login_url=FOREIGN)
    assert FOREIGN not in answer.text
    assert str(LoginError(UNREGISTERED_ADDRESS, because="x")) == "422 010-012"
