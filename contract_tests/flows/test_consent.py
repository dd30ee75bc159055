"""What a user lets a client have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.jwt_client import CALLBACK, refusal
from login_contract.suite.actors.oauth_client import (
    STATE,
    OAuthClient,
)
from login_contract.suite.judging.refusals import (
    INVALID_STATE,
    MISSING_VALUE,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


def decision(oauth_client: OAuthClient, **told: Any) -> dict[str, Any]:
    """What a login form sends about a consent."""
    asked = {"redirect_uri": CALLBACK, "state": STATE}
    return {"client_id": oauth_client.client_id, **asked, **told}


def decide(oauth_client: OAuthClient, token: str, **told: Any) -> None:
    answer = oauth_client.jwt_client.call(
        "oauth2-save-consent", bearer=token, body=decision(oauth_client, **told)
    )
    assert answer.status_code == 204


def refused(oauth_client: OAuthClient, token: str, client_id: int | str, scope: str) -> list[str]:
    body = {"client_id": client_id, "scope": scope}
    answer = oauth_client.jwt_client.call("oauth2-check-consent", bearer=token, body=body).json()
    assert answer["approval"] is not bool(answer.get("refused_scopes"))
    return list(answer.get("refused_scopes") or [])


@law("Consent is kept for each user, client and scope, and refused where nobody was asked")
def test_consent_is_kept(oauth_client: OAuthClient) -> None:
    ann, bob = (oauth_client.tokens(name)["access_token"] for name in ("ann", "bob"))

    assert refused(oauth_client, ann, oauth_client.client_id, "email phone") == ["email", "phone"]
    decide(oauth_client, ann, scope="email phone", approval=True)
    assert refused(oauth_client, ann, oauth_client.client_id, "email phone own") == ["own"]
    assert refused(oauth_client, ann, str(oauth_client.client_id), "email") == []
    assert refused(oauth_client, bob, oauth_client.client_id, "email") == ["email"]
    assert refused(oauth_client, ann, oauth_client.stranger.client_id, "email") == ["email"]
    decide(oauth_client, ann, scope="email", approval=False)
    assert refused(oauth_client, ann, oauth_client.client_id, "email phone") == ["email"]


@law("Who says nothing does not agree", origin="inferred", security=True)
def test_silence_is_no_consent(oauth_client: OAuthClient) -> None:
    ann = oauth_client.tokens("ann")["access_token"]
    decide(oauth_client, ann, scope="email phone", approval=True)

    decide(oauth_client, ann, scope="email")

    assert refused(oauth_client, ann, oauth_client.client_id, "email phone") == ["email"]


@law("A consent names client, redirect URI and state, a question about one client and scopes")
@pytest.mark.parametrize(
    ("operation_id", "missing", "code"),
    [
        ("oauth2-save-consent", "client_id", MISSING_VALUE.code),
        ("oauth2-save-consent", "redirect_uri", MISSING_VALUE.code),
        ("oauth2-save-consent", "state", INVALID_STATE.code),
        ("oauth2-check-consent", "client_id", MISSING_VALUE.code),
        ("oauth2-check-consent", "scope", MISSING_VALUE.code),
    ],
)
def test_consent_names_what_it_is_about(
    oauth_client: OAuthClient, operation_id: str, missing: str, code: str
) -> None:
    token = oauth_client.tokens("ann")["access_token"]
    body = decision(oauth_client, scope="email", approval=True)
    del body[missing]

    assert refusal(oauth_client.jwt_client.call(operation_id, bearer=token, body=body)) == (400, code)
    assert refused(oauth_client, token, oauth_client.client_id, "email") == ["email"]


@law("What the SDK sends beside is accepted")
def test_consent_takes_what_the_sdk_adds(oauth_client: OAuthClient) -> None:
    token = oauth_client.tokens("ann")["access_token"]
    extras = {"projectId": oauth_client.jwt_client.project_id, "response_type": "code"}

    decide(oauth_client, token, scope="email", approval=True, **extras)

    assert refused(oauth_client, token, oauth_client.client_id, "email") == []


@law("Consent to a client that does not exist, or is another project's, is not found")
@pytest.mark.parametrize("operation_id", ["oauth2-save-consent", "oauth2-check-consent"])
def test_consent_is_to_a_client_of_the_project(make_oauth_client: MakeOAuthClient, operation_id: str) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    token = oauth_client.tokens()["access_token"]

    for client_id in (1, elsewhere.client_id):
        body = decision(oauth_client, client_id=client_id, scope="email", approval=True)
        answer = oauth_client.jwt_client.call(operation_id, bearer=token, body=body)
        assert answer.status_code in (401, 404)
        refusal(answer)
