"""Where a login may end: registered redirect URIs, the state that comes back, and clients that exist."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, query_of, refusal
from login_contract.suite.actors.oauth_client import OAuthClient, code_of, target_of
from login_contract.suite.judging.refusals import (
    AMBIGUOUS_ADDRESS,
    INVALID_STATE,
    NOT_FOUND,
    UNKNOWN_PROJECT,
    UNREGISTERED_ADDRESS,
)

from .oauth2_logins import DEVICE, EMAIL, OTHER, PHONE

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
STARTS = pytest.mark.parametrize(
    ("operation_id", "request_parts"),
    [
        ("oauth-20-auth-by-username-and-password", {"body": {"username": "ann", "password": PASSWORD}}),
        (
            "oauth-20-register-new-user",
            {"body": {"username": "bob", "password": PASSWORD, "email": "bob@example.com"}},
        ),
        ("oauth-20-start-auth-by-email", {"body": {"email": EMAIL}}),
        ("oauth-20-start-auth-by-phone-number", {"body": {"phone_number": PHONE}}),
        ("oauth-20-auth-via-device-id", {"path": {"device_type": "ios"}, "body": DEVICE}),
        ("oauth-20-get-link-for-social-auth", {"path": {"provider_name": "google"}}),
        ("oauth-20-auth-via-social-network", {"path": {"provider_name": "google"}}),
    ],
)


@law("A state of eight characters is accepted, a shorter or missing one is too weak", origin="inferred")
@STARTS
def test_state_has_eight_characters(
    oauth_client: OAuthClient, operation_id: str, request_parts: dict[str, Any]
) -> None:
    oauth_client.member()

    assert oauth_client.call(operation_id, query={"state": "12345678"}, **request_parts).status_code < 400
    for weak in ("1234567", "", None):
        answer = oauth_client.call(operation_id, query={"state": weak}, **request_parts)
        assert refusal(answer) == INVALID_STATE


@law("The state comes back as it was sent")
@pytest.mark.parametrize(
    "state", ["a b&c=d#e%20", "Ärger+ümläut", "x" * 255], ids=["reserved characters", "umlauts", "long"]
)
def test_state_comes_back(oauth_client: OAuthClient, state: str) -> None:
    oauth_client.member()

    assert query_of(target_of(oauth_client.login(state=state)))["state"] == state


@law("redirect_uri is honoured only when the client has it registered, byte for byte", security=True)
@pytest.mark.parametrize(
    "redirect_uri",
    [
        "https://evil.example/callback",
        f"{CALLBACK}/",
        f"{CALLBACK}?x=1",
        f"{CALLBACK}#",
        CALLBACK.upper(),
        CALLBACK.replace("https", "http"),
        "https://example.com/callback/../callback",
        "https://example.com@evil.example/callback",
        f" {CALLBACK}",
        "",
    ],
    ids=[
        "another host",
        "with a slash",
        "with a query",
        "with a fragment",
        "in capitals",
        "without TLS",
        "with dots",
        "with a user",
        "with a space",
        "empty",
    ],
)
@STARTS
def test_unregistered_redirect_uri_is_refused(
    oauth_client: OAuthClient, operation_id: str, request_parts: dict[str, Any], redirect_uri: str
) -> None:
    answer = oauth_client.call(operation_id, query={"redirect_uri": redirect_uri}, **request_parts)

    assert refusal(answer) == UNREGISTERED_ADDRESS


@law("redirect_uri may be left out only where there is no choice", security=True)
@STARTS
def test_redirect_uri_may_be_left_out(
    make_oauth_client: MakeOAuthClient, operation_id: str, request_parts: dict[str, Any]
) -> None:
    one, two = make_oauth_client(), make_oauth_client(redirect_uris=(CALLBACK, OTHER))
    one.member()
    without = {"redirect_uri": None}

    assert one.call(operation_id, query=without, **request_parts).status_code < 400
    assert refusal(two.call(operation_id, query=without, **request_parts)) == AMBIGUOUS_ADDRESS


@law("The redirect URI keeps its own query")
def test_query_of_the_redirect_uri_is_kept(make_oauth_client: MakeOAuthClient) -> None:
    uri = "https://example.com/callback?campaign=a%20b#top"
    oauth_client = make_oauth_client(redirect_uris=(uri,))
    oauth_client.member()

    login_url = target_of(oauth_client.login(redirect_uri=uri))

    assert login_url.startswith("https://example.com/callback?campaign=a%20b&")
    assert login_url.endswith("#top")
    assert query_of(login_url)["campaign"] == "a b"


@law(
    "login_url, which the SDK sends in either protocol, leads nobody away from the redirect URI",
    security=True,
)
def test_login_url_has_no_effect(oauth_client: OAuthClient) -> None:
    oauth_client.member()

    assert target_of(oauth_client.login(login_url="https://evil.example/")).startswith(f"{CALLBACK}?")


@law("A client that does not exist is not found, and one of another project neither")
@STARTS
def test_unknown_client_is_not_found(
    oauth_client: OAuthClient, operation_id: str, request_parts: dict[str, Any]
) -> None:
    assert refusal(oauth_client.of(1).call(operation_id, **request_parts)) == NOT_FOUND


@law("A client that does not exist is not found, and one of another project neither")
@STARTS
def test_client_belongs_to_its_project(
    make_oauth_client: MakeOAuthClient, operation_id: str, request_parts: dict[str, Any]
) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()

    foreign = oauth_client.of(elsewhere.client_id).call(operation_id, **request_parts)

    assert refusal(foreign) == UNKNOWN_PROJECT


@law("The client says which project is meant; projectId may be left out")
def test_client_names_the_project(oauth_client: OAuthClient) -> None:
    oauth_client.member()

    assert oauth_client.exchange(code_of(oauth_client.login(projectId=None))).status_code == 200
