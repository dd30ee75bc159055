"""Calls that take a user token: every defect of it is refused, in a header and in a body alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.description.model import described
from login_contract.suite.actors.jwt_client import CALLBACK, refusal, token_of
from login_contract.suite.actors.oauth_client import STATE, OAuthClient, tokens_of
from login_contract.suite.actors.user_token import claims, header
from login_contract.suite.judging.refusals import INACTIVE_TOKEN, INVALID_TOKEN, NOT_FOUND
from login_contract.tokens.forgery import confused, forged, unsigned, with_header

law = pytest.mark.law
MakeLauncher = Callable[..., OAuthClient]
Present = Callable[[OAuthClient, str], httpx.Response]
DEFECTS = ["expired", "not_yet_valid", "wrong_issuer", "wrong_project", "tampered", "alg_none", "unknown_key"]


def asked(oauth_client: OAuthClient, token: str) -> httpx.Response:
    return oauth_client.jwt_client.asked(token)


def logout(oauth_client: OAuthClient, token: str) -> httpx.Response:
    return oauth_client.jwt_client.call("log-user-out", query={"sessions": "sso"}, bearer=token)


def decision(oauth_client: OAuthClient) -> dict[str, Any]:
    asked = {"client_id": oauth_client.client_id, "redirect_uri": CALLBACK, "state": STATE}
    return {**asked, "scope": "email", "approval": True}


def agree(oauth_client: OAuthClient, token: str) -> httpx.Response:
    return oauth_client.jwt_client.call("oauth2-save-consent", bearer=token, body=decision(oauth_client))


def agreed(oauth_client: OAuthClient, token: str) -> httpx.Response:
    body = {"client_id": oauth_client.client_id, "scope": "email"}
    return oauth_client.jwt_client.call("oauth2-check-consent", bearer=token, body=body)


def update(oauth_client: OAuthClient, token: str) -> httpx.Response:
    return oauth_client.jwt_client.answer_asks(token, {})


def oauth_update(oauth_client: OAuthClient, token: str) -> httpx.Response:
    body = {"token": token, "updatedFields": {}}
    answer: httpx.Response = oauth_client.call("oauth-20-user-ask", body=body)
    return answer


def consent(oauth_client: OAuthClient, token: str) -> httpx.Response:
    body = {"token": token, "projectId": oauth_client.jwt_client.project_id, "accept_consent": True}
    return oauth_client.jwt_client.call("social-consent", body=body)


def own_token(oauth_client: OAuthClient) -> str:
    """A token of ann's, of the protocol that the launcher can speak."""
    if oauth_client.client is None:
        return token_of(oauth_client.jwt_client.login("ann"))
    return str(oauth_client.tokens()["access_token"])


def server_tokens(oauth_client: OAuthClient) -> list[str]:
    """A token of the project's server, where its client is known."""
    if not oauth_client.clients.has_server:
        return []
    return [
        tokens_of(oauth_client.of(oauth_client.clients.server).grant("client_credentials"))["access_token"]
    ]


HEADERS = {
    "get-ask-fields": asked,
    "log-user-out": logout,
    "oauth2-save-consent": agree,
    "oauth2-check-consent": agreed,
}
BODIES = {"update-token": update, "oauth-20-user-ask": oauth_update, "social-consent": consent}
PRESENTS = pytest.mark.parametrize("present", [*HEADERS.values(), *BODIES.values()])


def test_no_bearer_operation_is_left_out() -> None:
    takers = {
        name
        for name, operation in described().operations.items()
        if any("UserToken" in option for option in operation.security)
    }

    assert takers == set(HEADERS)


@law("A good token is accepted by every call that takes one")
@PRESENTS
@pytest.mark.parametrize("algorithm", ["RS256", "HS256"])
def test_good_token_is_accepted(make_launcher: MakeLauncher, present: Present, algorithm: str) -> None:
    oauth_client = make_launcher(algorithm=algorithm)
    oauth_client.member()

    tokens = [own_token(oauth_client)]
    if oauth_client.jwt_client.control is not None:
        tokens.append(
            oauth_client.control.token(project_id=oauth_client.jwt_client.project_id, username="ann")
        )

    for token in reversed(tokens):
        assert present(oauth_client, token).status_code in (200, 204)


@law("Every defect that a token may have is found by every call that takes one", security=True)
@PRESENTS
@pytest.mark.parametrize("algorithm", ["RS256", "HS256"])
def test_defective_token_is_refused(make_launcher: MakeLauncher, present: Present, algorithm: str) -> None:
    oauth_client = make_launcher(algorithm=algorithm)
    oauth_client.member()
    wanted = {"project_id": oauth_client.jwt_client.project_id, "username": "ann"}

    for defect in DEFECTS:
        token = oauth_client.control.token(**wanted, defect=defect)
        assert refusal(present(oauth_client, token)) == INVALID_TOKEN, defect


@law("A token that anybody forged is refused by every call that takes one", security=True)
@PRESENTS
@pytest.mark.project(algorithm="RS256")
def test_forged_token_is_refused(oauth_client: OAuthClient, present: Present) -> None:
    oauth_client.member()
    token = own_token(oauth_client)
    key, *_ = oauth_client.jwt_client.call("json-web-key-set").json()["keys"]
    head, body, signature = token.split(".")
    heads: list[dict[str, Any]] = [
        {"alg": "none"},
        {"alg": "None"},
        {"alg": "NONE"},
        {"alg": "HS256"},
        {"alg": "RS384"},
        {"kid": None},
        {"kid": ""},
        {"kid": "nobody's"},
        {"kid": "../../../dev/null"},
        {"kid": [header(token)["kid"]]},
        {"jku": "https://evil.example/jwks.json", "kid": "evil"},
        {"jwk": key, "kid": "evil"},
    ]
    forgeries = [
        forged(token, sub="somebody-else"),
        forged(token, exp=claims(token)["exp"] + 1),
        unsigned(token),
        confused(token, key),
        f"{head}.{body}.",
        f"{head}.{body}.{signature[:-8]}",
        f"{head}.{body}",
        f"{head}..{signature}",
        f"{token}.x",
        "nonsense",
        *server_tokens(oauth_client),
        *(with_header(token, **changed) for changed in heads),
        *(with_header(f"{head}.{body}.", **changed) for changed in heads),
    ]

    for each in forgeries:
        assert refusal(present(oauth_client, each)) == INVALID_TOKEN, each
        assert refusal(oauth_client.jwt_client.validate(each)) == INACTIVE_TOKEN, each
    assert present(oauth_client, token).status_code in (200, 204)


# Signing out is left out: it names no project, so whoever holds a token signs its own user out.
@law("A token of another project is refused by every call that names a project", security=True)
@pytest.mark.parametrize(
    "present", [present for present in (*HEADERS.values(), *BODIES.values()) if present is not logout]
)
def test_foreign_token_is_refused(make_launcher: MakeLauncher, present: Present) -> None:
    oauth_client, elsewhere = make_launcher(), make_launcher()
    foreign = elsewhere.tokens()["access_token"]

    answer = present(oauth_client, foreign)

    assert answer.status_code in (401, 404)
    assert refusal(answer) in (INVALID_TOKEN, NOT_FOUND)


@law("A call that takes a bearer token refuses to go on without", security=True)
@pytest.mark.parametrize("operation_id", sorted(HEADERS))
@pytest.mark.parametrize("value", [None, "", "Bearer", "Basic YW5uOmFubg==", "nonsense"])
def test_bearer_is_needed(oauth_client: OAuthClient, operation_id: str, value: str | None) -> None:
    takes_body = bool(described().operations[operation_id].bodies)
    somebody = oauth_client.of(1) if oauth_client.client is None else oauth_client

    answer = oauth_client.jwt_client.call(
        operation_id,
        query={"sessions": "sso"} if operation_id == "log-user-out" else None,
        headers={"Authorization": value} if value is not None else None,
        body=decision(somebody) if takes_body else None,
    )

    assert refusal(answer) == INVALID_TOKEN
