"""What a thief or an intruder tries with OAuth 2.0, and what must not come of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.hosted_pages import (
    GOOD,
    assert_over,
    begin,
    by_identity,
    by_second_factor,
    send,
    show,
    to_network,
)
from login_contract.suite.actors.jwt_client import query_of, refusal
from login_contract.suite.actors.oauth_client import (
    EMAIL,
    TOKEN_EXCHANGE,
    OAuthClient,
    code_of,
    target_of,
    tokens_of,
)
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    INVALID_CLIENT,
    INVALID_GRANT,
    INVALID_TOKEN,
    NOT_FOUND,
    NOT_SIGNED_IN,
    WRONG_CODE,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
Theft = Callable[[OAuthClient, str, dict[str, Any]], httpx.Response]


def use_code_again(oauth_client: OAuthClient, code: str, _tokens: dict[str, Any]) -> httpx.Response:
    return oauth_client.exchange(code)


def use_refresh_token_again(oauth_client: OAuthClient, _code: str, tokens: dict[str, Any]) -> httpx.Response:
    assert oauth_client.refresh(tokens["refresh_token"]).status_code == 200
    return oauth_client.refresh(tokens["refresh_token"])


def revoke(oauth_client: OAuthClient, _code: str, tokens: dict[str, Any]) -> httpx.Response:
    return oauth_client.revoke(tokens["refresh_token"])


def together(calls: Sequence[Callable[[], httpx.Response]]) -> Sequence[httpx.Response]:
    return at_once(len(calls), lambda number: calls[number]())


@law("A client that has a secret exchanges nothing without it", origin="inferred", security=True)
@pytest.mark.parametrize("kind", ["confidential", "server"])
@pytest.mark.parametrize("secret", [None, "not-the-secret"])
def test_token_exchange_needs_the_secret(oauth_client: OAuthClient, kind: str, secret: str | None) -> None:
    token = oauth_client.tokens()["access_token"]
    client = oauth_client.of(getattr(oauth_client.clients, kind))

    stolen = client.grant(TOKEN_EXCHANGE, secret=secret, subject_token=token, scope="offline")

    assert refusal(stolen) == INVALID_CLIENT
    assert client.grant(TOKEN_EXCHANGE, subject_token=token).status_code == 200


@law("What a token was exchanged for ends with the family of that token", origin="inferred", security=True)
@pytest.mark.parametrize("end", [use_code_again, use_refresh_token_again, revoke])
def test_exchanged_token_ends_with_its_family(oauth_client: OAuthClient, end: Theft) -> None:
    code = oauth_client.authorized(scope="offline")
    tokens = tokens_of(oauth_client.exchange(code))
    exchange = partial(oauth_client.grant, TOKEN_EXCHANGE, scope="offline")
    swapped = tokens_of(exchange(subject_token=tokens["access_token"]))
    twice = tokens_of(exchange(subject_token=swapped["access_token"]))

    end(oauth_client, code, tokens)

    for each in (tokens, swapped, twice):
        assert not oauth_client.is_good(each["access_token"])
        assert refusal(oauth_client.refresh(each["refresh_token"])) == INVALID_GRANT


@law("A refresh keeps the scopes of its login, whatever is sent", origin="inferred", security=True)
def test_refresh_widens_nothing(oauth_client: OAuthClient) -> None:
    tokens = oauth_client.tokens(scope="offline own")

    wider = tokens_of(
        oauth_client.refresh(tokens["refresh_token"], scope="offline own admin", audience="evil")
    )

    assert claims(wider["access_token"])["scp"] == ["offline", "own"]
    assert claims(wider["access_token"])["aud"] == []


@law(
    "A challenge that the old password brought is over when the password was reset",
    origin="inferred",
    security=True,
)
def test_reset_ends_challenges(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(two_factor="email")
    oauth_client.member()
    jwt_client = oauth_client.jwt_client
    challenge_id = query_of(target_of(jwt_client.login("ann")))["challenge_id"]
    code = str(jwt_client.message(EMAIL, "one_time_code").code)
    assert jwt_client.confirm_reset(*jwt_client.reset_link("ann", EMAIL), "a-new-password").status_code == 204

    late = jwt_client.call("otp-validate", query={"challenge_id": challenge_id, "code": code})

    assert refusal(late) == WRONG_CODE
    resent = jwt_client.call("otp-resend", query={"challenge_id": challenge_id}, body={})
    assert refusal(resent) == NOT_FOUND


@law(
    "A token whose login led nowhere is no answer to the terms of a social login",
    origin="inferred",
    security=True,
)
@pytest.mark.parametrize("accepted", [True, None, False])
def test_consent_needs_a_login_that_leads_somewhere(oauth_client: OAuthClient, accepted: bool | None) -> None:
    oauth_client.member()
    password = {"username": "ann", "password": GOOD["password"]}
    query = {"client_id": oauth_client.client_id}
    direct = oauth_client.jwt_client.call("jwt-auth-by-username-and-password", query=query, body=password)
    oauth_client.login()
    signed_on = oauth_client.exchange(oauth_client.jwt_client.call("jwt-sso").json()["code"])

    for answer in (direct, signed_on):
        token = tokens_of(answer)["access_token"]
        body = {"token": token, "projectId": oauth_client.jwt_client.project_id, "accept_consent": accepted}
        assert refusal(oauth_client.jwt_client.call("social-consent", body=body)) == INVALID_TOKEN
        assert oauth_client.is_good(token)


@law("A cookie of odd characters is nobody's", security=True)
@pytest.mark.parametrize("cookie", ['"\\000"', '"\\012"', '"\\377"', "é", "%00", '"', "x" * 4000])
def test_odd_cookie_is_nobodys(oauth_client: OAuthClient, cookie: str) -> None:
    odd: Any = {"Cookie": f"{oauth_client.cookie_name}={cookie}".encode("latin-1")}

    assert refusal(oauth_client.jwt_client.call("jwt-sso", headers=odd)) == NOT_SIGNED_IN
    assert oauth_client.jwt_client.call("clear-sso-cookie", headers=odd).status_code == 204
    if oauth_client.client is not None:
        asked = oauth_client.jwt_client.call("oauth2-authorize", query=oauth_client.start(), headers=odd)
        assert "code" not in query_of(target_of(asked))


@law(
    "A sign-in is over when its login finished on the page of a social network or of the second factor",
    security=True,
)
@pytest.mark.parametrize("way", [by_identity, by_second_factor])
def test_sign_in_ends_with_its_login(
    oauth_client: OAuthClient, way: Callable[[OAuthClient, str], httpx.Response]
) -> None:
    oauth_client.member()
    address = begin(oauth_client)
    code_of(way(oauth_client, address))

    for again in (show(oauth_client, address), send(oauth_client, address, **GOOD)):
        assert_over(again)


@law(
    "A sign-in that went on to a social network and to the question for an address ends with its login",
    security=True,
)
def test_sign_in_ends_after_the_question(oauth_client: OAuthClient) -> None:
    address = begin(oauth_client, scope="email")
    asking = target_of(send(oauth_client, to_network(oauth_client, address), action="pick", id="google-2"))

    send(oauth_client, asking, action="answer", **{"field.email": "gustav@example.com"})
    code = oauth_client.jwt_client.message("gustav@example.com", "one_time_code").code
    code_of(send(oauth_client, asking, action="code", code=str(code)))

    assert_over(show(oauth_client, asking))
    assert_over(show(oauth_client, address))


@law("Of two who use a code at once one gets tokens, which end at once", security=True)
def test_code_used_twice_at_once_leaves_nothing(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    for _ in range(5):
        code = code_of(oauth_client.login(scope="offline"))
        answers = together([partial(oauth_client.exchange, code)] * 2)

        (won,) = [answer.json() for answer in answers if answer.status_code == 200]
        assert not oauth_client.is_good(won["access_token"])
        assert refusal(oauth_client.refresh(won["refresh_token"])) == INVALID_GRANT


@law("Whoever makes a token at the moment of a logout has it ended, or gets none", security=True)
def test_nothing_outlives_a_logout(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    for _ in range(5):
        token = oauth_client.tokens()["access_token"]
        refresh_token = oauth_client.tokens(scope="offline")["refresh_token"]
        code = code_of(oauth_client.login(scope="offline"))
        query = {"sessions": "all"}
        calls: list[Callable[[], httpx.Response]] = [
            partial(oauth_client.exchange, code),
            partial(oauth_client.refresh, refresh_token),
            partial(oauth_client.grant, TOKEN_EXCHANGE, subject_token=token, scope="offline"),
            partial(oauth_client.jwt_client.call, "log-user-out", query=query, bearer=token),
        ]

        *made, ended = together(calls)

        assert ended.status_code == 204
        for answer in made:
            if answer.status_code == 200:
                assert not oauth_client.is_good(answer.json()["access_token"])
            else:
                assert refusal(answer) == INVALID_GRANT
