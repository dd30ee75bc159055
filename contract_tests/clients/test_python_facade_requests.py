"""What the Python facade puts on the wire, call by call, as the vendor's SDK does; without any server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from xsolla_login_client.error_codes import CODES
from xsolla_login_client.errors import LoginError, TimedOut, TransportError, UnexpectedAnswer
from xsolla_login_client.login_api import AsyncLoginApi, CaptchaData, ConfirmationRequired, LoginApi

from .sdk_document import REQUESTS, in_python

PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
PAGE = "https://example.com/confirmed"
CALLBACK = "https://example.com/callback"
JWT: dict[str, Any] = {"callback_url": CALLBACK, "full_locale": "en-US"}
OAUTH2: dict[str, Any] = {
    **JWT,
    "client_id": 57,
    "redirect_url": CALLBACK,
    "state": "abcdefgh9",
    "scope": "offline",
}
OF_JWT = {"projectId": PROJECT, "locale": "en_US", "login_url": CALLBACK}
OF_OAUTH2 = {
    "client_id": "57",
    "scope": "offline",
    "state": "abcdefgh9",
    "redirect_uri": CALLBACK,
    "response_type": "code",
}
ANSWERS: dict[str, Any] = {
    "/login/phone/request": {"operation_id": "op"},
    "/login/email/request": {"operation_id": "op"},
    "/otc/code": {"code": "1234"},
    "/users/me/ask": [],
    "/token/update": {"redirect_url": CALLBACK},
    "/user/ask": {"redirect_url": CALLBACK},
    "/jwt/sso": {"code": "one"},
    "/login_url": {"url": CALLBACK},
    "/social/consent": {"url": CALLBACK},
    "/otp/validate": {"url": CALLBACK},
    "/consent/validate": {"approval": True},
}
SETTINGS = {
    "game_name": "G",
    "enable_magic_link": True,
    "geo_ip_country": "US",
    "registration_fields": [],
    "social_links": {"primary": [], "secondary": []},
    "theme": {},
    "visual_settings": {"custom_style_url": "", "disallow_external_style": False},
}
NOTHING = (
    *("/resend_confirmation_link", "/reset/request", "/reset/confirm", "/logout", "/clear_sso"),
    *("/consent", "/otp/resend", "/otc/push", "/user"),
)


class Wire:
    """Answers every request as the description says, and keeps it."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        path = request.url.path.removeprefix("/api")
        if path.endswith("/sso/redirect"):
            return httpx.Response(302, headers={"location": f"{CALLBACK}?code=1"})
        if path.endswith("/ng/settings"):
            return httpx.Response(200, json=SETTINGS)
        for ending, answer in ANSWERS.items():
            if path.endswith(ending):
                return httpx.Response(200, json=answer)
        if path.endswith(NOTHING):
            return httpx.Response(204)
        return httpx.Response(200, json={"login_url": f"{CALLBACK}?token=a.b.c"})

    @property
    def said(self) -> tuple[str, dict[str, str], Any]:
        """Method and path, query and body of the last request."""
        request = self.requests[-1]
        body = json.loads(request.content) if request.content else None
        return f"{request.method} {request.url.path}", dict(request.url.params), body


def made(wire: Wire | Callable[[httpx.Request], httpx.Response], **given: Any) -> LoginApi:
    arguments = {"transport": httpx.MockTransport(wire)}
    return LoginApi(PROJECT, **{"base_url": "https://login.invalid/api", "httpx_args": arguments, **given})


def answering(status: int, **options: Any) -> Callable[[httpx.Request], httpx.Response]:
    return lambda request: httpx.Response(status, **options)


@pytest.mark.parametrize("told", REQUESTS, ids=lambda each: str(each["call"]))
@pytest.mark.parametrize("oauth2", [False, True], ids=["jwt", "oauth2"])
def test_call_is_the_request_of_the_sdk(told: dict[str, Any], oauth2: bool) -> None:
    wire = Wire()
    given = {in_python({"name": name}): value for name, value in told["arguments"].items()}
    with made(wire, **(OAUTH2 if oauth2 else JWT)) as api:
        getattr(api, in_python({"name": told["call"]}))(**given)

    method, path = told["to"].format(o="/oauth2" if oauth2 else "").split()
    sets = {"jwt": OF_JWT, "oauth2": OF_OAUTH2 if oauth2 else {}, "project": {"projectId": PROJECT}}
    query = {name: value for each in told["sends"] for name, value in sets[each].items()}
    assert wire.said == (f"{method} /api{path}", {**query, **told.get("query", {})}, told.get("body"))


def test_answer_to_what_is_asked_says_how_it_is_confirmed() -> None:
    wire = Wire()
    with made(wire, **OAUTH2) as api:
        api.ask(fields={"email": "a@b.co"}, token="a.b.c", link_url=PAGE)

    settings = {"email": {"link_url": PAGE}}
    body = {"updatedFields": {"email": "a@b.co"}, "token": "a.b.c", "settings": settings}
    assert wire.said == ("POST /api/oauth2/user/ask", {**OF_JWT, **OF_OAUTH2}, body)


def test_consent_is_about_the_client_of_the_facade() -> None:
    wire = Wire()
    with made(wire, **OAUTH2) as api:
        assert api.oauth2_consent_validate("a.b.c").approval
        assert wire.said == ("POST /api/oauth2/consent/validate", {}, {"client_id": 57, "scope": "offline"})
        api.oauth2_post_consent("a.b.c", True)

    mine = {"projectId": PROJECT, "client_id": 57, "scope": "offline", "state": "abcdefgh9"}
    more = {"redirect_uri": CALLBACK, "response_type": "code", "approval": True}
    assert wire.said == ("POST /api/oauth2/consent", {}, {**mine, **more})
    assert wire.requests[-1].headers["authorization"] == "Bearer a.b.c"


@pytest.mark.parametrize(("held_back", "wished"), [(False, True), (True, False)])
def test_links_are_wished_for_once_the_setting_is_known(held_back: bool, wished: bool) -> None:
    wire = Wire()
    with made(wire, disable_confirm_by_link=held_back) as api:
        api.email_get_code(email="a@b.co")
        assert "send_link" not in wire.said[2]
        api.fetch_config()
        api.email_get_code(email="a@b.co")
        assert wire.said[2]["send_link"] is wished
        api.ask(fields={"email": "a@b.co"}, token="t")
        assert wire.said[2]["settings"] == {"email": {"send_link": wished}}


def test_sender_of_mails_goes_where_the_sdk_sends_it() -> None:
    wire = Wire()
    with made(wire, email_template="Other Game") as api:
        api.reset("ann")
        assert wire.said[1]["email_template"] == "Other Game"
        api.email_get_code(email="a@b.co")
        assert "email_template" not in wire.said[1]


def test_truth_is_sent_as_a_number_and_nothing_for_a_lie() -> None:
    wire = Wire()
    with made(wire, with_logout=True, payload="") as api:
        api.reset("ann")

    assert wire.said[1] == {"projectId": PROJECT, "with_logout": "1"}


def test_locale_is_spelled_as_the_sdk_does() -> None:
    wire = Wire()
    with made(wire, full_locale="zh-Hant-TW") as api:
        api.reset("ann")

    assert wire.said[1]["locale"] == "zh_Hant-TW"


def test_name_in_a_path_stays_one_part_of_it() -> None:
    wire = Wire()
    with made(wire) as api:
        api.get_social_link("a/../b?c")

    assert wire.requests[-1].url.raw_path.startswith(b"/api/social/a%2F..%2Fb%3Fc/login_url?")


def test_captcha_goes_into_headers_and_no_repr() -> None:
    wire = Wire()
    solved = CaptchaData(lot_number="lot", captcha_output="out", pass_token="secret-pass", gen_time="1")
    with made(wire) as api:
        api.login(username="ann", password="p", captcha_data=solved)

    assert wire.requests[-1].headers["x-pass-token"] == "secret-pass"
    assert "secret-pass" not in repr(solved)


@pytest.mark.parametrize("oauth2", [True, False])
def test_call_with_its_own_choice_of_protocol(oauth2: bool) -> None:
    wire = Wire()
    with made(wire, client_id="57", is_oauth2=not oauth2) as api:
        api.email_get_code(email="a@b.co", is_oauth2=oauth2)
        assert wire.said[0] == f"POST /api{'/oauth2' if oauth2 else ''}/login/email/request"
        assert ("state" in wire.said[1]) == oauth2


def test_state_is_made_up_once() -> None:
    wire = Wire()
    with made(wire, client_id=57, is_oauth2=True) as api:
        api.login(username="ann", password="p")
        first = wire.said[1]["state"]
        api.email_get_code(email="a@b.co")

        assert wire.said[1]["state"] == first == api.state
        assert f"state={first}" in api.oauth2_auth()
    assert len(first) > 8


def test_protocol_is_forced_when_all_is_given() -> None:
    assert made(Wire(), client_id=57, redirect_url=CALLBACK, state="abcdefgh9").is_oauth2
    assert not made(Wire(), client_id=57, redirect_url=CALLBACK).is_oauth2


@pytest.mark.parametrize(
    "given", [{"project_id": "no-uuid"}, {"state": "too-few8"[:8]}, {"client_id": "a client"}], ids=str
)
def test_parameter_that_is_wrong_is_told_at_once(given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(given))):
        LoginApi(**{"project_id": PROJECT, **given})  # type: ignore[arg-type]


def test_call_that_lacks_something_is_told_before_it_is_made() -> None:
    wire = Wire()
    with made(wire, is_oauth2=True) as api, pytest.raises(ValueError, match="client_id"):
        api.login(username="ann", password="p")
    assert wire.requests == []


@pytest.mark.parametrize(
    ("wire", "error"),
    [
        (answering(401, json={"error": {"code": "003-001", "description": "no"}}), CODES["003-001"]),
        (answering(500, html="<h1>oops</h1>"), UnexpectedAnswer),
        (answering(200, json={"login_url": None}), UnexpectedAnswer),
        (answering(204), UnexpectedAnswer),
    ],
)
def test_answer_that_is_none_raises_of_one_family(
    wire: Callable[[httpx.Request], httpx.Response], error: type[LoginError]
) -> None:
    with made(wire) as api, pytest.raises(error):
        api.login(username="ann", password="p")


@pytest.mark.parametrize(
    ("problem", "error"), [(httpx.ReadTimeout("late"), TimedOut), (httpx.ReadError("gone"), TransportError)]
)
def test_no_answer_raises_of_the_same_family(problem: Exception, error: type[LoginError]) -> None:
    def wire(request: httpx.Request) -> httpx.Response:
        raise problem

    with made(wire) as api, pytest.raises(error):
        api.login(username="ann", password="p")


@pytest.mark.parametrize("code", ["003-011", "003-014"])
@pytest.mark.parametrize("status", [200, 422])
def test_confirmation_is_asked_for_by_a_success_or_a_refusal(code: str, status: int) -> None:
    error = {"code": code, "description": "Confirm.", "details": {"operation_id": "op"}}
    with made(answering(status, json={"error": error})) as api:
        found = api.ask(fields={"email": "a@b.co"}, token="a.b.c")

    assert found == ConfirmationRequired("op", code, "Confirm.")


def test_other_refusal_of_an_answer_is_none_to_confirm() -> None:
    error = {"code": "003-004", "description": "Taken.", "details": {"operation_id": "op"}}
    with made(answering(422, json={"error": error})) as api, pytest.raises(CODES["003-004"]):
        api.ask(fields={"email": "a@b.co"}, token="a.b.c")


def test_nothing_secret_is_in_the_repr() -> None:
    api = made(Wire(), client_secret="s3cr3t", payload="p4yl04d", httpx_args={"headers": {"x": "h34d3r"}})

    assert repr(api) == f"LoginApi('{PROJECT}', base_url='https://login.invalid/api')"
    assert not {"s3cr3t", "p4yl04d", "h34d3r"} & set(repr(vars(api)).replace("'", " ").split())


def test_awaited_calls_are_the_same_requests() -> None:
    wire = Wire()

    async def call() -> None:
        arguments = {"transport": httpx.MockTransport(wire)}
        async with AsyncLoginApi(
            PROJECT, callback_url=CALLBACK, full_locale="en-US", httpx_args=arguments
        ) as api:
            await api.email_get_code(email="Ann@B.co")

    asyncio.run(call())

    assert wire.said == ("POST /api/login/email/request", OF_JWT, {"email": "ann@b.co"})
