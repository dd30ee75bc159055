"""What a thief or an intruder tries with OAuth 2.0, and what must not come of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import httpx
import pytest

from login_contract.suite.concurrency import at_once
from login_contract.suite.hosted_pages import (
    GOOD,
    assert_over,
    begin,
    by_identity,
    by_second_factor,
    mailed,
    send,
    show,
    to_network,
)
from login_contract.suite.launcher import EMAIL, TOKEN_EXCHANGE, Launcher, code_of, target_of, tokens_of
from login_contract.suite.player import query_of, refusal
from login_contract.suite.token import claims

law = pytest.mark.law
MakeLauncher = Callable[..., Launcher]
CLIENT, GRANT = (400, "010-019"), (400, "010-023")
BAD_TOKEN, BAD_CODE = (401, "002-016"), (401, "003-039")
Theft = Callable[[Launcher, str, dict[str, Any]], httpx.Response]


def use_code_again(launcher: Launcher, code: str, _tokens: dict[str, Any]) -> httpx.Response:
    return launcher.exchange(code)


def use_refresh_token_again(launcher: Launcher, _code: str, tokens: dict[str, Any]) -> httpx.Response:
    assert launcher.refresh(tokens["refresh_token"]).status_code == 200
    return launcher.refresh(tokens["refresh_token"])


def revoke(launcher: Launcher, _code: str, tokens: dict[str, Any]) -> httpx.Response:
    return launcher.revoke(tokens["refresh_token"])


def together(calls: Sequence[Callable[[], httpx.Response]]) -> Sequence[httpx.Response]:
    return at_once(len(calls), lambda number: calls[number]())


@law("A client that has a secret exchanges nothing without it", origin="inferred", security=True)
@pytest.mark.parametrize("kind", ["confidential", "server"])
@pytest.mark.parametrize("secret", [None, "not-the-secret"])
def test_token_exchange_needs_the_secret(launcher: Launcher, kind: str, secret: str | None) -> None:
    token = launcher.tokens()["access_token"]
    client = launcher.of(getattr(launcher.clients, kind))

    stolen = client.grant(TOKEN_EXCHANGE, secret=secret, subject_token=token, scope="offline")

    assert refusal(stolen) == CLIENT
    assert client.grant(TOKEN_EXCHANGE, subject_token=token).status_code == 200


@law("What a token was exchanged for ends with the family of that token", origin="inferred", security=True)
@pytest.mark.parametrize("end", [use_code_again, use_refresh_token_again, revoke])
def test_exchanged_token_ends_with_its_family(launcher: Launcher, end: Theft) -> None:
    code = launcher.authorized(scope="offline")
    tokens = tokens_of(launcher.exchange(code))
    exchange = partial(launcher.grant, TOKEN_EXCHANGE, scope="offline")
    swapped = tokens_of(exchange(subject_token=tokens["access_token"]))
    twice = tokens_of(exchange(subject_token=swapped["access_token"]))

    end(launcher, code, tokens)

    for each in (tokens, swapped, twice):
        assert not launcher.is_good(each["access_token"])
        assert refusal(launcher.refresh(each["refresh_token"])) == GRANT


@law("A refresh keeps the scopes of its login, whatever is sent", origin="inferred", security=True)
def test_refresh_widens_nothing(launcher: Launcher) -> None:
    tokens = launcher.tokens(scope="offline own")

    wider = tokens_of(launcher.refresh(tokens["refresh_token"], scope="offline own admin", audience="evil"))

    assert claims(wider["access_token"])["scp"] == ["offline", "own"]
    assert claims(wider["access_token"])["aud"] == []


@law(
    "A challenge that the old password brought is over when the password was reset",
    origin="inferred",
    security=True,
)
def test_reset_ends_challenges(make_launcher: MakeLauncher) -> None:
    launcher = make_launcher(two_factor="email")
    launcher.member()
    player = launcher.player
    challenge_id = query_of(target_of(player.login("ann")))["challenge_id"]
    code = str(player.message(EMAIL, "one_time_code").code)
    assert player.confirm_reset(*player.reset_link("ann", EMAIL), "a-new-password").status_code == 204

    late = player.call("otp-validate", query={"challenge_id": challenge_id, "code": code})

    assert refusal(late) == BAD_CODE
    resent = player.call("otp-resend", query={"challenge_id": challenge_id}, body={})
    assert refusal(resent) == (404, "003-061")


@law(
    "A token whose login led nowhere is no answer to the terms of a social login",
    origin="inferred",
    security=True,
)
@pytest.mark.parametrize("accepted", [True, None, False])
def test_consent_needs_a_login_that_leads_somewhere(launcher: Launcher, accepted: bool | None) -> None:
    launcher.member()
    password = {"username": "ann", "password": GOOD["password"]}
    query = {"client_id": launcher.client_id}
    direct = launcher.player.call("jwt-auth-by-username-and-password", query=query, body=password)
    launcher.login()
    signed_on = launcher.exchange(launcher.player.call("jwt-sso").json()["code"])

    for answer in (direct, signed_on):
        token = tokens_of(answer)["access_token"]
        body = {"token": token, "projectId": launcher.player.project_id, "accept_consent": accepted}
        assert refusal(launcher.player.call("social-consent", body=body)) == BAD_TOKEN
        assert launcher.is_good(token)


@law("A cookie of odd characters is nobody's", security=True)
@pytest.mark.parametrize("cookie", ['"\\000"', '"\\012"', '"\\377"', "é", "%00", '"', "x" * 4000])
def test_odd_cookie_is_nobodys(launcher: Launcher, cookie: str) -> None:
    odd: Any = {"Cookie": f"{launcher.cookie_name}={cookie}".encode("latin-1")}

    assert refusal(launcher.player.call("jwt-sso", headers=odd)) == (401, "003-040")
    assert launcher.player.call("clear-sso-cookie", headers=odd).status_code == 204
    if launcher.client is not None:
        asked = launcher.player.call("oauth2-authorize", query=launcher.start(), headers=odd)
        assert "code" not in query_of(target_of(asked))


@law(
    "A sign-in is over when its login finished on the page of a social network or of the second factor",
    security=True,
)
@pytest.mark.parametrize("way", [by_identity, by_second_factor])
def test_sign_in_ends_with_its_login(
    launcher: Launcher, way: Callable[[Launcher, str], httpx.Response]
) -> None:
    launcher.member()
    address = begin(launcher)
    code_of(way(launcher, address))

    for again in (show(launcher, address), send(launcher, address, **GOOD)):
        assert_over(again)


@law(
    "A sign-in that went on to a social network and to the question for an address ends with its login",
    security=True,
)
def test_sign_in_ends_after_the_question(launcher: Launcher) -> None:
    address = begin(launcher, scope="email")
    asking = target_of(send(launcher, to_network(launcher, address), action="pick", id="google-2"))
    assert show(launcher, address).status_code == 200

    code_of(send(launcher, asking, **mailed(launcher, asking, "gustav@example.com")))

    assert_over(show(launcher, asking))
    assert_over(show(launcher, address))


@law("Of two who use a code at once one gets tokens, which end at once", security=True)
def test_code_used_twice_at_once_leaves_nothing(launcher: Launcher) -> None:
    launcher.member()
    for _ in range(5):
        code = code_of(launcher.login(scope="offline"))
        answers = together([partial(launcher.exchange, code)] * 2)

        (won,) = [answer.json() for answer in answers if answer.status_code == 200]
        assert not launcher.is_good(won["access_token"])
        assert refusal(launcher.refresh(won["refresh_token"])) == GRANT


@law("Whoever makes a token at the moment of a logout has it ended, or gets none", security=True)
def test_nothing_outlives_a_logout(launcher: Launcher) -> None:
    launcher.member()
    for _ in range(5):
        token = launcher.tokens()["access_token"]
        refresh_token = launcher.tokens(scope="offline")["refresh_token"]
        code = code_of(launcher.login(scope="offline"))
        query = {"sessions": "all"}
        calls: list[Callable[[], httpx.Response]] = [
            partial(launcher.exchange, code),
            partial(launcher.refresh, refresh_token),
            partial(launcher.grant, TOKEN_EXCHANGE, subject_token=token, scope="offline"),
            partial(launcher.player.call, "log-user-out", query=query, bearer=token),
        ]

        *made, ended = together(calls)

        assert ended.status_code == 204
        for answer in made:
            if answer.status_code == 200:
                assert not launcher.is_good(answer.json()["access_token"])
            else:
                assert refusal(answer) == GRANT
