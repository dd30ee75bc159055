"""Calls of a project's own server: no token but one that the project signed for it opens any of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

import pytest

from login_contract.description.model import Description, described
from login_contract.description.operation import Operation
from login_contract.suite.actors.jwt_client import refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.generated.good_requests import BODY_KINDS, refused_token
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.judging.refusals import DocumentedRefusal
from login_contract.tokens.forgery import confused, forged, signed_by_stranger, unsigned

law = pytest.mark.law
Forge = Callable[[str, Mapping[str, Any]], str]
HEADER = "X-SERVER-AUTHORIZATION"
# Nothing has this id, should a forged token be taken after all.
NO_ID = 2**31 - 1

SERVER_CALLS = sorted(name for name, operation in described().operations.items() if operation.server_token)
FORGERIES: Mapping[str, Forge] = {
    "no signature": lambda token, key: unsigned(token),
    "an empty signature": lambda token, key: f"{token.rpartition('.')[0]}.",
    "another signature": lambda token, key: f"{token.rpartition('.')[0]}.{'A' * 342}",
    "other claims": lambda token, key: forged(token, client_id=1, jti=str(uuid4())),
    "the public key as a secret": confused,
    "a key of its own": lambda token, key: signed_by_stranger(claims(token), kid=str(key["kid"])),
    "a key that it brings along": lambda token, key: signed_by_stranger(
        claims(token), kid=str(key["kid"]), embedded=True
    ),
    "no token": lambda token, key: "nonsense",
}


@pytest.fixture(scope="module")
def own_project(stock: Stock | None) -> OAuthClient | None:
    """A project for all of these tests, none of which changes anything in it; None where none can be made."""
    if stock is None:
        return None
    settings = {**stock.settings, "algorithm": "RS256"}
    return Stock.at_a_fresh_project(stock.jwt_client, stock.control, settings).oauth_client


@pytest.fixture
def asking(request: pytest.FixtureRequest, own_project: OAuthClient | None) -> OAuthClient:
    """Somebody who asks in the place of the project's server."""
    client: OAuthClient = own_project or request.getfixturevalue("oauth_client")
    return client


def server_token(oauth_client: OAuthClient) -> str:
    """The token of the project's server; where no server client is known, one that only looks like it."""
    if oauth_client.clients.has_server:
        server = oauth_client.of(oauth_client.clients.server)
        return str(tokens_of(server.grant("client_credentials"))["access_token"])
    issued = int(time.time())
    content = {
        "iss": "https://login.xsolla.com",
        "iat": issued,
        "exp": issued + 3600,
        "jti": str(uuid4()),
        "client_id": 1,
        "xsolla_login_project_id": oauth_client.jwt_client.project_id,
    }
    return signed_by_stranger(content, kid="made-up")


def ask(oauth_client: OAuthClient, operation_id: str, token: str | None) -> tuple[int, str]:
    """Call an operation of the server as its description shows it, and return the refusal."""
    described = oauth_client.jwt_client.description
    answer = oauth_client.jwt_client.call(
        operation_id,
        path=path_of(described, operation_id),
        query=query_of(described, operation_id),
        headers={} if token is None else {HEADER: token},
        **body_of(described.operations[operation_id]),
    )
    return refusal(answer)


def refused_by(operation_id: str) -> DocumentedRefusal:
    return refused_token(described().operations[operation_id])


def path_of(description: Description, operation_id: str) -> dict[str, str]:
    path = {}
    for parameter in description.operations[operation_id].parameters:
        if parameter.location == "path" and parameter.name != "project_id":
            path[parameter.name] = str(NO_ID if parameter.kind == "integer" else parameter.example)
    return path


def query_of(description: Description, operation_id: str) -> dict[str, Any]:
    """What the query has to say beside the project."""
    return {
        parameter.name: parameter.example
        for parameter in description.operations[operation_id].parameters
        if parameter.location == "query" and parameter.required and parameter.name != "projectId"
    }


def body_of(operation: Operation) -> dict[str, Any]:
    """Return the first example of a body, as a call is given it."""
    return {BODY_KINDS.get(name, "body"): media.example for name, media in operation.bodies.items()}


@law("A server token that anybody forged opens no call of the server", security=True)
@pytest.mark.parametrize("operation_id", SERVER_CALLS)
@pytest.mark.project(algorithm="RS256")
def test_forged_server_token_is_refused(asking: OAuthClient, operation_id: str) -> None:
    key, *_ = asking.jwt_client.call("json-web-key-set").json()["keys"]
    good = server_token(asking)

    for forgery, forge in FORGERIES.items():
        token = forge(good, key)
        for presented in (token, f"Bearer {token}"):
            assert ask(asking, operation_id, presented) == refused_by(operation_id), forgery


@law("A call of the server wants a server token", security=True)
@pytest.mark.parametrize("operation_id", SERVER_CALLS)
def test_server_token_is_needed(asking: OAuthClient, operation_id: str) -> None:
    for token in (None, "", "Bearer"):
        assert ask(asking, operation_id, token) == refused_by(operation_id), token


@law("A user's token opens no call of the server", security=True)
@pytest.mark.parametrize("operation_id", SERVER_CALLS)
def test_user_token_is_no_server_token(asking: OAuthClient, operation_id: str) -> None:
    token = token_of(asking.jwt_client.login(asking.member(str(uuid4()))["username"]))

    for presented in (token, f"Bearer {token}"):
        assert ask(asking, operation_id, presented) == refused_by(operation_id)
