"""Tokens that renew themselves: the laws, the same in any order of events, and the details."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xsolla_login_client import Client, refresh_grant, token_auth, tokens
from xsolla_login_client.api.oauth2_token import generate_jwt
from xsolla_login_client.api.profile import get_user_details
from xsolla_login_client.errors import LoginError, Refusal, SessionEnded, TimedOut, UnexpectedAnswer
from xsolla_login_client.models import TokenGrant, TokenResponse
from xsolla_login_client.token_auth import ENDED, TokenAuth, Tokens

from login_contract import resources
from tests.codegen.python.login_server import BASE_URL, LoginServer, envelope
from tests.codegen.python.token_laws import LAWS, ended, first, get, get_async


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_law(law: Callable[[], None]) -> None:
    law()


EVENTS = st.lists(
    st.sampled_from(["request", "request", "end", "refuse", "break", "mend", "spoil", "wait"]), max_size=30
)


@settings(max_examples=150, deadline=None)
@given(EVENTS)
def test_in_any_order_of_events_no_token_is_lost_used_unsaved_or_used_twice(events: list[str]) -> None:
    check_order(events)


def check_order(events: list[str]) -> None:
    """Judge a history: which requests succeed, and what has become of the tokens."""
    server, saved, spoilt = LoginServer(), ["access0.b.c"], [False]

    def save(new: Tokens) -> None:
        if spoilt[0]:
            raise OSError("disk full")
        saved.append(new.access_token)

    def refuse() -> httpx.Response:
        return envelope(400, "010-023")

    auth = server.auth(save=save)
    over = False
    for event in [*events, "mend", "request"]:
        server.now += 1
        if event == "end":
            server.end()
        elif event in ("refuse", "break"):
            server.instead = refuse if event == "refuse" else lambda: httpx.Response(502)
        elif event == "mend":
            server.instead, spoilt[0] = None, False
        elif event == "spoil":
            spoilt[0] = True
        elif event == "wait":
            server.now += 3000
        else:
            asked = server.refreshes
            try:
                assert get(server, auth).status_code == 200
                assert not over
            except SessionEnded:
                assert server.instead is refuse or over
                assert not over or server.refreshes == asked
                over = True
            except LoginError:
                assert not over
                assert server.instead is not None or spoilt[0]
            assert server.refreshes <= asked + 1
    assert server.misused == 0
    used = [str(one.authorization).removeprefix("Bearer ") for one in server.seen]
    assert set(used) <= set(saved)
    assert len(set(saved)) == len(saved)


def test_the_generated_client_renews_its_login() -> None:
    server = ended()
    client = Client(
        BASE_URL,
        auth=server.auth(first()),
        httpx_args={"transport": httpx.MockTransport(server.handle)},
    )
    assert get_user_details.sync_detailed(client=client).status_code == 200
    server.end()
    assert asyncio.run(get_user_details.asyncio_detailed(client=client)).status_code == 200
    server.end()
    server.instead = lambda: envelope(400, "010-023")
    with pytest.raises(SessionEnded):
        get_user_details.sync_detailed(client=client)


@pytest.mark.parametrize("options", [{}, {"client_secret": "s3cret", "redirect_uri": "https://x.example/"}])
def test_new_tokens_are_asked_for_as_the_description_has_it(options: dict[str, str]) -> None:
    asked: list[httpx.Request] = []
    server = ended()

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return server.handle(request)

    http = httpx.Client(transport=httpx.MockTransport(handle), auth=("no", "one"))
    assert get(server, server.auth(first(), http=http, **options)).status_code == 200
    (request,) = asked
    assert (request.method, str(request.url)) == ("POST", f"{BASE_URL}/oauth2/token")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert "authorization" not in request.headers
    given_before = {"grant_type": "refresh_token", "client_id": "1001", "refresh_token": "refresh0"}
    assert dict(parse_qsl(request.read().decode())) == given_before | options


@pytest.mark.parametrize(
    ("status", "code"),
    [(400, "010-019"), (400, "010-023"), (400, "my-own"), (404, "003-061"), (422, "003-033")],
)
def test_a_refusal_ends_the_session(status: int, code: str) -> None:
    server = ended(instead=lambda: envelope(status, code, "Because."))
    with pytest.raises(SessionEnded) as caught:
        get(server, server.auth(first()))
    assert (caught.value.status, caught.value.code, caught.value.description) == (status, code, "Because.")
    assert caught.value.operation == "generate-jwt"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (lambda: envelope(429, "003-038"), Refusal),
        (lambda: envelope(418, "004-001"), Refusal),
        (lambda: envelope(503, "004-001"), Refusal),
        (lambda: httpx.Response(503, text="<html>"), UnexpectedAnswer),
        (lambda: httpx.Response(403, text="<html>"), UnexpectedAnswer),
        (lambda: httpx.Response(200, text="<html>"), UnexpectedAnswer),
        (lambda: httpx.Response(200, json={"access_token": "a.b.c"}), UnexpectedAnswer),
        (lambda: httpx.Response(200, json=answer_with("new\nline")), UnexpectedAnswer),
        (lambda: httpx.Response(200, json=answer_with("")), UnexpectedAnswer),
        (lambda: httpx.Response(302, headers={"location": "/elsewhere"}), UnexpectedAnswer),
    ],
)
def test_an_answer_that_says_nothing_about_the_session_leaves_it(
    answer: Callable[[], httpx.Response], kind: type[LoginError]
) -> None:
    server = ended(instead=answer)
    auth = server.auth(first())
    with pytest.raises(kind) as caught:
        get(server, auth)
    assert not isinstance(caught.value, SessionEnded)
    server.instead = None
    server.now += 1
    assert get(server, auth).status_code == 200


def answer_with(access_token: str) -> dict[str, object]:
    return {"access_token": access_token, "token_type": "bearer", "expires_in": 60, "refresh_token": "next"}


def test_whatever_a_transport_raises_reaches_all_who_wait() -> None:
    def late() -> httpx.Response:
        raise httpx.ReadTimeout("late")

    def odd() -> httpx.Response:
        raise AttributeError("no such thing")

    for raised, kind in ((late, TimedOut), (odd, LoginError)):
        server = ended(instead=raised)
        with pytest.raises(kind):
            asyncio.run(get_async(server, server.auth(first())))


def test_a_refused_token_of_the_attributes_is_renewed_too() -> None:
    server = ended(refusal=lambda: httpx.Response(403, json={"error_code": "1901-0001"}))
    assert get(server, server.auth(first())).status_code == 200


def test_the_refusals_that_renew_are_those_of_the_description() -> None:
    described = json.loads(resources.path("generated/openapi/login.json").read_text("utf-8"))
    schemes = described["components"]["securitySchemes"].values()
    bearers = [one for one in schemes if one.get("scheme") == "bearer"]
    usual = {"status": 401, "code": "002-016"}
    refusals = [one.get("x-token-refusal", usual) for one in bearers]
    assert {(one["status"], one["code"]) for one in refusals} == ENDED


def test_the_call_is_that_of_the_description() -> None:
    assert refresh_grant.OPERATION == generate_jwt.OPERATION
    assert generate_jwt._get_kwargs(body=TokenGrant("refresh_token", "1"))["url"] == refresh_grant.PATH


def test_a_server_that_keeps_its_refresh_token_may() -> None:
    kept = {"access_token": "access1.b.c", "token_type": "bearer", "expires_in": 60}
    server = ended(instead=lambda: httpx.Response(200, json=kept))
    auth = server.auth(first())
    assert get(server, auth).status_code == 200
    assert auth.tokens == Tokens("access1.b.c", "refresh0", server.now + 60)


def test_tokens_that_live_shortly_are_not_renewed_before_every_request() -> None:
    server = ended(instead=lambda: httpx.Response(200, json=answer_with("access1.b.c") | {"expires_in": 20}))
    auth = server.auth(first())
    for wait, refreshes in ((0, 1), (9, 1), (1, 2)):
        server.now += wait
        get(server, auth)
        assert server.refreshes == refreshes


@pytest.mark.parametrize("expires_at", [None, 0.0, 2e6])
def test_without_a_refresh_token_the_caller_gets_the_refusal(expires_at: float | None) -> None:
    server = ended()
    auth = server.auth(Tokens("access0.b.c", expires_at=expires_at))
    assert get(server, auth).status_code == 401
    assert (server.refreshes, len(server.seen)) == (0, 1)


def test_nothing_is_renewed_early_when_nobody_wants_that() -> None:
    server = LoginServer()
    server.now += 10_000
    assert get(server, server.auth(first(), early=None)).status_code == 200
    assert server.refreshes == 0


def test_a_header_of_the_request_counts_more() -> None:
    server = ended()
    with server.client(server.auth(first())) as client:
        refused = client.get("/users/me", headers={"Authorization": "Bearer another.b.c"})
    assert (refused.status_code, server.refreshes) == (401, 0)
    assert server.seen[0].authorization == "Bearer another.b.c"


def test_a_request_that_is_sent_again_has_the_newest_token() -> None:
    server = ended()
    with server.client(server.auth(first())) as client:
        request = client.build_request("GET", "/users/me")
        assert client.send(request).status_code == 200
        server.end()
        assert client.send(request).status_code == 200
    assert server.refreshes == 2


def test_save_cannot_wait_for_itself() -> None:
    server = ended()

    def save(_: Tokens) -> None:
        get(server, auth)

    auth: TokenAuth = server.auth(first(), save=save)
    with pytest.raises(LoginError) as caught:
        get(server, auth)
    assert "would wait for itself" in str(caught.value.__cause__)


def test_no_secret_is_in_a_repr_a_log_or_an_error(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server = ended(instead=lambda: envelope(400, "010-023"))
    auth = server.auth(first(), client_secret="s3cret")
    with pytest.raises(SessionEnded) as caught:
        get(server, auth)
    grant = auth._renewal._ask.__self__  # type: ignore[attr-defined]
    said = [repr(one) for one in (auth, auth._renewal, grant, auth.tokens, caught.value)]
    told = "\n".join([*said, str(caught.value), str(auth.tokens), caplog.text])
    assert "oauth2/token" in told
    assert not any(secret in told for secret in ("access0", "refresh0", "s3cret"))


@pytest.mark.parametrize("token", ["", "a b", "a\n", "é"])
def test_what_no_header_can_carry_is_no_token(token: str) -> None:
    with pytest.raises(ValueError, match=r"^access_token: ") as refused:
        Tokens(token)
    assert not token or token not in str(refused.value).removeprefix("access_token")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"early": -1}, "early"),
        ({"early": float("nan")}, "early"),
        ({"base_url": ""}, "base_url"),
        ({"base_url": "login.example/api"}, "base_url"),
        ({"base_url": "https://login.example:x/"}, "base_url"),
        ({"base_url": "ftp://login.example"}, "base_url"),
    ],
)
def test_options_that_make_no_sense_are_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}: "):
        LoginServer().auth(**options)


def test_tokens_are_made_of_an_answer_and_can_be_kept() -> None:
    answer = TokenResponse(access_token="a.b.c", token_type="bearer", expires_in=60)
    assert Tokens.from_answer(answer, now=1000) == Tokens("a.b.c", None, 1060)
    answer.refresh_token = "next"
    made = Tokens.from_answer(answer)
    assert made.refresh_token == "next"
    assert made.expires_at is not None
    assert 50 < made.expires_at - time.time() <= 60
    assert pickle.loads(pickle.dumps(made)) == made
    assert repr(Tokens("a.b.c")) == "Tokens(access_token='…', refresh_token=None, expires_at=None)"


def test_every_public_name_is_listed() -> None:
    assert set(token_auth.__all__) == {"ENDED", "TokenAuth", "Tokens"}
    assert tokens.__all__ == ["Tokens"]
