"""The page that a client sends a browser to: codes without a password, proof keys, and errors."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, query_of, refusal
from login_contract.suite.actors.oauth_client import (
    STATE,
    OAuthClient,
    challenge_of,
    code_of,
    target_of,
    tokens_of,
)
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    INVALID_GRANT,
)

from .browser_sign_ins import authorize, signed_in

law = pytest.mark.law
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
PAGE = {"Accept": "text/html"}
ASKED = {"scope": "offline own", "audience": "https://api.example"}
GIVEN = {"scp": ["offline", "own"], "aud": ["https://api.example"]}
PROOF = {"code_challenge": challenge_of(VERIFIER), "code_challenge_method": "S256"}


def submit_password(oauth_client: OAuthClient, page: str) -> httpx.Response:
    """Sign in on the hosted page, as a browser without scripts does."""
    form = {"ticket": query_of(page)["ticket"], "action": "password", "username": "ann", "password": PASSWORD}
    return oauth_client.jwt_client.http.post(page.partition("?")[0], data=form)


@law("Whoever is signed in gets a code without a password")
@pytest.mark.parametrize("operation_id", ["check-user-authentication", "oauth2-authorize"])
def test_signed_in_user_gets_a_code(oauth_client: OAuthClient, operation_id: str) -> None:
    signed_in(oauth_client)

    answer = oauth_client.call(operation_id, query={"scope": "offline own"})

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    tokens = tokens_of(oauth_client.exchange(code_of(answer)))
    assert claims(tokens["access_token"])["username"] == oauth_client.jwt_client.known_as("ann")
    assert claims(tokens["access_token"])["scp"] == ["offline", "own"]
    assert "refresh_token" in tokens


@law("The access token of whoever was signed in already says what its request asked for")
@pytest.mark.parametrize("operation_id", ["check-user-authentication", "oauth2-authorize"])
def test_token_of_a_signed_in_user_says_what_was_asked(oauth_client: OAuthClient, operation_id: str) -> None:
    signed_in(oauth_client)

    answer = oauth_client.call(operation_id, query=ASKED)

    content = claims(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])
    assert {name: content[name] for name in GIVEN} == GIVEN


@law("The sign-in page leads back with code and state, and gives what the request asked for")
@pytest.mark.needs("is_mock")
def test_sign_in_page_keeps_the_request(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    page = target_of(authorize(oauth_client, **ASKED, **PROOF))

    answer = submit_password(oauth_client, page)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    assert refusal(oauth_client.exchange(code_of(answer))) == INVALID_GRANT
    content = claims(
        tokens_of(oauth_client.exchange(code_of(answer), code_verifier=VERIFIER))["access_token"]
    )
    assert {name: content[name] for name in GIVEN} == GIVEN
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200


@law("A sign-in page serves one sign-in", security=True)
@pytest.mark.needs("is_mock")
def test_sign_in_page_works_once(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    page = target_of(authorize(oauth_client))

    assert submit_password(oauth_client, page).status_code == 302
    again = submit_password(oauth_client, page)

    assert again.status_code == 404
    assert "set-cookie" not in again.headers


@law("A proof key that was announced has to be shown", origin="doc", security=True)
def test_proof_key_is_needed(oauth_client: OAuthClient) -> None:
    signed_in(oauth_client)
    code = code_of(authorize(oauth_client, **PROOF))

    for wrong in (None, "A" * 43, VERIFIER.lower(), challenge_of(VERIFIER)):
        assert refusal(oauth_client.exchange(code, code_verifier=wrong)) == INVALID_GRANT

    assert oauth_client.exchange(code, code_verifier=VERIFIER).status_code == 200


@law(
    "A public client may leave the proof key out; its code is then worth tokens to whoever shows it",
    origin="doc",
)
def test_proof_key_may_be_left_out(oauth_client: OAuthClient) -> None:
    signed_in(oauth_client)
    assert oauth_client.clients.secret(oauth_client.client_id) is None

    code = code_of(authorize(oauth_client))
    oauth_client.forget_cookies()

    assert tokens_of(oauth_client.exchange(code, code_verifier=None))["access_token"]


@law(
    "A verifier is refused where no challenge was given: somebody may have taken it out on its way",
    security=True,
)
def test_challenge_cannot_be_taken_out(oauth_client: OAuthClient) -> None:
    code = oauth_client.authorized("ann")

    assert refusal(oauth_client.exchange(code, code_verifier=VERIFIER)) == INVALID_GRANT
    assert oauth_client.exchange(code).status_code == 200


@law("A proof key is announced with S256 only, and tells the redirect URI otherwise", security=True)
@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize(
    "query",
    [
        {"code_challenge": challenge_of(VERIFIER), "code_challenge_method": "plain"},
        {"code_challenge": challenge_of(VERIFIER)},
        {"code_challenge": challenge_of(VERIFIER), "code_challenge_method": "s256"},
        {"code_challenge_method": "S256"},
        {"code_challenge": "short", "code_challenge_method": "S256"},
        {"code_challenge": "A" * 129, "code_challenge_method": "S256"},
        {"code_challenge": "!" * 43, "code_challenge_method": "S256"},
    ],
)
def test_other_proof_keys_are_refused(oauth_client: OAuthClient, query: dict[str, str], signed: bool) -> None:
    if signed:
        signed_in(oauth_client)

    told = query_of(target_of(authorize(oauth_client, **query)))

    assert (told["error"], told["state"]) == ("invalid_request", STATE)
    assert "code" not in told


@law("What is wrong is told to the redirect URI, with the state", origin="doc")
@pytest.mark.parametrize(
    ("query", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": "code token"}, "unsupported_response_type"),
        ({"response_type": "code,code"}, "unsupported_response_type"),
        ({"response_type": None}, "invalid_request"),
        ({"projectId": "nonsense"}, "invalid_request"),
        ({"state": "1234567"}, "invalid_request"),
        ({"scope": "x" * 5000}, "invalid_request"),
    ],
)
def test_errors_go_to_the_redirect_uri(oauth_client: OAuthClient, query: dict[str, Any], error: str) -> None:
    target = target_of(authorize(oauth_client, **query))

    assert target.startswith(f"{CALLBACK}?")
    assert query_of(target)["error"] == error
    assert query_of(target)["state"] == query.get("state", STATE)


@law("Nobody is sent to an address that is not registered; there is a page instead", security=True)
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"redirect_uri": "https://evil.example/"}, 422),
        ({"redirect_uri": f"{CALLBACK}/"}, 422),
        ({"client_id": 1}, 404),
        ({"client_id": "nonsense"}, 400),
        ({"client_id": None}, 400),
        ({"redirect_uri": "https://evil.example/", "response_type": "token"}, 422),
        ({"redirect_uri": "https://evil.example/", "state": "1234567"}, 400),
    ],
)
@pytest.mark.parametrize("signed", [True, False])
def test_unregistered_address_gets_nothing(
    oauth_client: OAuthClient, query: dict[str, Any], status: int, signed: bool
) -> None:
    if signed:
        signed_in(oauth_client)

    answer = oauth_client.call("oauth2-authorize", query=query, headers=PAGE)

    assert answer.status_code == status
    assert "location" not in answer.headers
    assert answer.headers["content-type"].startswith("text/html")


@law("fail_auth_url is honoured only when the project knows its origin", origin="inferred", security=True)
@pytest.mark.parametrize(
    ("fail_auth_url", "leads_to"),
    [
        ("https://example.com/failed", "https://example.com/failed"),
        ("http://localhost:4000/failed", "http://localhost:4000/failed"),
        ("https://evil.example/failed", CALLBACK),
        ("https://example.com@evil.example/", CALLBACK),
        ("https://example.com.evil.example/", CALLBACK),
        ("javascript:alert(1)//example.com", CALLBACK),
        ("//evil.example", CALLBACK),
        ("https:\\\\evil.example", CALLBACK),
    ],
    ids=[
        "known host",
        "allowed origin",
        "another host",
        "user",
        "longer host",
        "script",
        "no scheme",
        "backslashes",
    ],
)
def test_failure_address_is_known(oauth_client: OAuthClient, fail_auth_url: str, leads_to: str) -> None:
    answer = authorize(oauth_client, response_type="token", fail_auth_url=fail_auth_url)

    assert target_of(answer).startswith(f"{leads_to}?")
