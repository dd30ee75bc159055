"""Signing in on the hosted pages: what the game gets of it, and that nobody bends it on the way."""

from __future__ import annotations

from collections.abc import Callable
from http.cookies import SimpleCookie

import httpx
import pytest

from login_contract.suite.actors import hosted_pages
from login_contract.suite.actors.hosted_pages import (
    GOOD,
    Way,
    assert_refused,
    begin,
    mailed,
    send,
    to_network,
)
from login_contract.suite.actors.jwt_client import CALLBACK, query_of, refusal
from login_contract.suite.actors.oauth_client import (
    STATE,
    OAuthClient,
    challenge_of,
    code_of,
    target_of,
    tokens_of,
)
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import INVALID_GRANT, NOT_SIGNED_IN, PARTNER_REFUSES_LOGIN

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
WAYS = pytest.mark.parametrize("way", hosted_pages.WAYS)
VERIFIER = "Zr5w1m-2uQf8kXo3T7bYv9LhCj4sNd6P_aGe0iWRqUM"


@law("Whichever way a player takes through the hosted pages, the game gets a code and its state back")
@WAYS
def test_every_way_ends_with_code_and_state(member: OAuthClient, way: Way) -> None:
    answer = way(member, begin(member, scope="offline"))

    assert answer.status_code == 302
    target = target_of(answer)
    assert target.startswith(f"{CALLBACK}?")
    assert set(query_of(target)) == {"code", "state"}
    assert query_of(target)["state"] == STATE
    tokens = tokens_of(member.exchange(code_of(answer)))
    assert "refresh_token" in tokens
    assert member.is_good(tokens["access_token"])


@law(
    "A proof key that was announced has to be shown, whichever way the player signed in",
    origin="doc",
    security=True,
)
@WAYS
def test_proof_key_holds_on_every_way(member: OAuthClient, way: Way) -> None:
    address = begin(member, code_challenge=challenge_of(VERIFIER), code_challenge_method="S256")
    code = code_of(way(member, address))

    for wrong in ({}, {"code_verifier": "A" * 43}, {"code_verifier": challenge_of(VERIFIER)}):
        assert refusal(member.exchange(code, **wrong)) == INVALID_GRANT

    assert member.exchange(code, code_verifier=VERIFIER).status_code == 200


@law("A form cannot change where a sign-in leads, for whom, or how it is proven", security=True)
@WAYS
def test_form_cannot_bend_the_sign_in(make_oauth_client: MakeOAuthClient, way: Way) -> None:
    other = "https://example.com/other"
    oauth_client = make_oauth_client(redirect_uris=(CALLBACK, other))
    oauth_client.member()
    bent = {
        "redirect_uri": other,
        "login_url": other,
        "client_id": str(oauth_client.clients.confidential),
        "scope": "offline",
        "payload": "bent",
        "code_challenge": challenge_of("B" * 43),
        "code_challenge_method": "S256",
        "user_id": "somebody",
    }
    address = begin(oauth_client, code_challenge=challenge_of(VERIFIER), code_challenge_method="S256")
    http = oauth_client.jwt_client.http

    def bend(request: httpx.Request) -> None:
        if request.method == "POST" and request.url.path.startswith("/_mock/"):
            request.url = request.url.copy_merge_params(bent)

    http.event_hooks["request"].append(bend)
    try:
        answer = way(oauth_client, address)
    finally:
        http.event_hooks["request"].remove(bend)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    code = code_of(answer)
    foreign = oauth_client.of(oauth_client.clients.confidential)
    for wrong in (
        foreign.exchange(code, code_verifier=VERIFIER),
        oauth_client.exchange(code, code_verifier="B" * 43),
        oauth_client.exchange(code, code_verifier=VERIFIER, redirect_uri=other),
    ):
        assert refusal(wrong) == INVALID_GRANT
    tokens = tokens_of(oauth_client.exchange(code, code_verifier=VERIFIER))
    assert "refresh_token" not in tokens
    assert "payload" not in claims(tokens["access_token"])


@law("Fields that a form does not have mean nothing")
def test_unknown_fields_mean_nothing(member: OAuthClient) -> None:
    bent = {"redirect_uri": "https://evil.example/", "state": "bent-state-1", "client_id": "1002"}

    answer = send(member, begin(member), **GOOD, **bent)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    assert member.exchange(code_of(answer)).status_code == 200


@law("A banned user gets in on no page", security=True)
def test_banned_user_gets_in_on_no_page(oauth_client: OAuthClient) -> None:
    oauth_client.member(banned=True)
    address = begin(oauth_client)

    assert_refused(send(oauth_client, address, **GOOD))
    assert_refused(send(oauth_client, address, **mailed(oauth_client, address)))


@law("Who cancels goes back with access_denied and the state, and is signed in nowhere", origin="doc")
@pytest.mark.parametrize("at_network", [False, True])
def test_cancel_tells_the_game(member: OAuthClient, at_network: bool) -> None:
    address = begin(member)

    answer = send(member, to_network(member, address) if at_network else address, action="cancel")

    assert target_of(answer).startswith(f"{CALLBACK}?")
    told = query_of(target_of(answer))
    assert (told["error"], told["state"]) == ("access_denied", STATE)
    assert "code" not in told
    assert told.get("error_code") == (PARTNER_REFUSES_LOGIN.code if at_network else None)
    assert "set-cookie" not in answer.headers
    assert refusal(member.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN


@law("A game without OAuth 2.0 hears of a cancelled social login in its own words")
@pytest.mark.needs("is_mock")
def test_cancel_tells_a_jwt_game(oauth_client: OAuthClient) -> None:
    link = oauth_client.jwt_client.call("jwt-get-link-for-social-auth", path={"provider_name": "google"})

    told = query_of(target_of(send(oauth_client, target_of(link), action="cancel")))

    assert set(told) == {"error_code", "error_description"}


@law(
    "A sign-in on the page leaves a cookie that no script reads and no other site sends along", security=True
)
@WAYS
def test_page_leaves_a_guarded_cookie(member: OAuthClient, way: Way) -> None:
    (morsel,) = SimpleCookie(way(member, begin(member)).headers["set-cookie"]).values()

    assert morsel.key == "xl_sso"
    assert morsel["httponly"]
    assert (morsel["samesite"], morsel["path"], morsel["domain"]) == ("Lax", "/", "")
    assert len(morsel.value) >= 32


@law("Who signed in on the page needs no form again, in this project only", security=True)
@WAYS
def test_page_signs_in_to_one_project(make_oauth_client: MakeOAuthClient, way: Way) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    oauth_client.member()
    first = tokens_of(oauth_client.exchange(code_of(way(oauth_client, begin(oauth_client)))))["access_token"]

    again = oauth_client.call("oauth2-authorize", query={"state": "another-state"})

    assert query_of(target_of(again))["state"] == "another-state"
    second = tokens_of(oauth_client.exchange(code_of(again)))["access_token"]
    assert claims(second)["sub"] == claims(first)["sub"]
    begin(elsewhere)
