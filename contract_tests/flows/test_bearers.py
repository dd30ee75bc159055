"""Calls that take a user token: every defect of it is refused, in a header and in a body alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.actors.jwt_client import refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of
from login_contract.suite.actors.user_token import claims, header
from login_contract.suite.generated.good_requests import (
    good_request,
    inputs_of,
    refused_token,
    takes_user_token,
)
from login_contract.suite.generated.live_inputs import WITHOUT_PASSWORD
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.generated.naming import signed
from login_contract.suite.judging.refusals import INACTIVE_TOKEN, NOT_AVAILABLE, NOT_FOUND, DocumentedRefusal
from login_contract.tokens.forgery import confused, forged, unsigned, with_header

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
DEFECTS = ["expired", "not_yet_valid", "wrong_issuer", "wrong_project", "tampered", "alg_none", "unknown_key"]


def operations(taken: Callable[[Operation], bool]) -> list[str]:
    return sorted(name for name, operation in described().operations.items() if taken(operation))


def takes_bearer(operation: Operation) -> bool:
    return operation.user_token


def refuses_bad_token(operation: Operation) -> bool:
    """Whether an operation answers a bad token as one, rather than with what it was asked about it."""
    wanted = refused_token(operation)
    documented = operation.response(wanted.status)
    codes = documented.error_codes if documented is not None else None
    return takes_user_token(operation) and wanted.code in (codes or {})


def names_project(operation: Operation) -> bool:
    return bool(inputs_of(operation) & {"projectId", "project_id", "client_id"})


def refused_by(operation_id: str) -> DocumentedRefusal:
    return refused_token(described().operations[operation_id])


TAKERS = operations(refuses_bad_token)
every_taker = pytest.mark.parametrize("operation_id", TAKERS)


def present(oauth_client: OAuthClient, operation_id: str, token: str) -> httpx.Response:
    """Make a good request of an operation, with this token in it."""
    stock = Stock(oauth_client).bearing(token)
    return good_request(described().operations[operation_id], stock, whole=False).send(stock)


def is_taken(operation_id: str, answer: httpx.Response) -> bool:
    """Whether a good token was taken for one; ann has a password, and who has one gets no other."""
    if operation_id in WITHOUT_PASSWORD:
        return refusal(answer) == NOT_AVAILABLE
    return not answer.is_error


def own_token(oauth_client: OAuthClient) -> str:
    """A token of ann's, of the protocol that the client can speak."""
    if oauth_client.client is None:
        return token_of(oauth_client.jwt_client.login("ann"))
    return str(oauth_client.tokens()["access_token"])


def made_token(oauth_client: OAuthClient) -> str:
    """A token that the control interface makes; it is bob's, as ann may not do everything a second time."""
    oauth_client.member("bob")
    return oauth_client.control.token(project_id=oauth_client.jwt_client.project_id, username="bob")


def server_tokens(oauth_client: OAuthClient) -> list[str]:
    """A token of the project's server, where its client is known."""
    if not oauth_client.clients.has_server:
        return []
    return [
        tokens_of(oauth_client.of(oauth_client.clients.server).grant("client_credentials"))["access_token"]
    ]


@law("Every call that takes a token is among those that have to refuse a bad one")
def test_every_bearer_operation_is_among_those_that_refuse() -> None:
    assert set(operations(takes_bearer)) <= set(TAKERS)


@law("A good token is accepted by every call that takes one")
@every_taker
@pytest.mark.parametrize("algorithm", ["RS256", "HS256"])
def test_good_token_is_accepted(
    make_oauth_client: MakeOAuthClient, operation_id: str, algorithm: str
) -> None:
    oauth_client = make_oauth_client(algorithm=algorithm)
    oauth_client.member()

    makers = [own_token] if oauth_client.jwt_client.control is None else [own_token, made_token]

    # One after the other: a call may be the end of every token that there is.
    for make in makers:
        assert is_taken(operation_id, present(oauth_client, operation_id, make(oauth_client)))


@law("Every defect that a token may have is found by every call that takes one", security=True)
@every_taker
@pytest.mark.parametrize("algorithm", ["RS256", "HS256"])
def test_defective_token_is_refused(
    make_oauth_client: MakeOAuthClient, operation_id: str, algorithm: str
) -> None:
    oauth_client = make_oauth_client(algorithm=algorithm)
    oauth_client.member()
    wanted = {"project_id": oauth_client.jwt_client.project_id, "username": "ann"}

    stock = Stock(oauth_client).bearing(own_token(oauth_client))
    good = good_request(described().operations[operation_id], stock, whole=False)
    for defect in DEFECTS:
        token = oauth_client.control.token(**wanted, defect=defect)
        assert refusal(signed(good, token).send(stock)) == refused_by(operation_id), defect


def forgeries(oauth_client: OAuthClient, token: str) -> list[str]:
    """What anybody can make of a token, or in its place."""
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
    return [
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


@law("A token that anybody forged is refused by every call that takes one", security=True)
@every_taker
@pytest.mark.project(algorithm="RS256")
def test_forged_token_is_refused(oauth_client: OAuthClient, operation_id: str) -> None:
    oauth_client.member()
    token = own_token(oauth_client)

    stock = Stock(oauth_client).bearing(token)
    good = good_request(described().operations[operation_id], stock, whole=False)
    for each in forgeries(oauth_client, token):
        assert refusal(signed(good, each).send(stock)) == refused_by(operation_id), each
    assert is_taken(operation_id, good.send(stock))


@law("A token that anybody forged is not valid", security=True)
@pytest.mark.project(algorithm="RS256")
def test_forged_token_is_not_valid(oauth_client: OAuthClient) -> None:
    oauth_client.member()

    for each in forgeries(oauth_client, own_token(oauth_client)):
        assert refusal(oauth_client.jwt_client.validate(each)) == INACTIVE_TOKEN, each


# Who names no project acts on the token's own: whoever holds one signs its own user out.
@law("A token of another project is refused by every call that names a project", security=True)
@pytest.mark.parametrize(
    "operation_id", operations(lambda each: refuses_bad_token(each) and names_project(each))
)
def test_foreign_token_is_refused(make_oauth_client: MakeOAuthClient, operation_id: str) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    foreign = elsewhere.tokens()["access_token"]

    answer = present(oauth_client, operation_id, foreign)

    assert refusal(answer) in (refused_by(operation_id), NOT_FOUND)


@law("A call that takes a bearer token refuses to go on without", security=True)
@pytest.mark.parametrize("operation_id", operations(takes_bearer))
def test_bearer_is_needed(oauth_client: OAuthClient, operation_id: str) -> None:
    somebody = oauth_client.of(1) if oauth_client.client is None else oauth_client
    stock = Stock(somebody).bearing("none")
    request = good_request(described().operations[operation_id], stock, whole=False)
    request.headers.pop("Authorization")

    assert refusal(request.send(stock)) == refused_by(operation_id)
    for value in ("", "Bearer", "Basic YW5uOmFubg==", "nonsense"):
        request.headers["Authorization"] = value
        assert refusal(request.send(stock)) == refused_by(operation_id), value
