"""Rate limits: what is counted, and what the caller is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.judging.refusals import TOO_MANY_REQUESTS, WRONG_CREDENTIALS

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]


def limit(operation_id: str, times: int = 3) -> dict[str, object]:
    return {"rate_limits": [{"operation_id": operation_id, "limit": times, "per_seconds": 60}]}


@law("A caller over the rate limit is told when to come back, and then may")
def test_limit_says_when_to_come_back(make_jwt_client: MakeJwtClient, control: Control) -> None:
    jwt_client = make_jwt_client(**limit("jwt-start-auth-by-email"))
    for _ in range(3):
        assert jwt_client.request_code("ann@example.com").status_code == 200

    refused = jwt_client.request_code("ann@example.com")

    assert refusal(refused) == TOO_MANY_REQUESTS
    seconds = int(refused.headers["retry-after"])
    assert 0 < seconds <= 60
    assert len(jwt_client.messages("ann@example.com")) == 3
    control.advance(seconds)
    assert jwt_client.request_code("ann@example.com").status_code == 200


@law("A limit concerns its own operation and project")
def test_limit_concerns_one_operation(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(**limit("jwt-start-auth-by-email", 1)), make_jwt_client()
    jwt_client.request_code("ann@example.com")

    assert refusal(jwt_client.request_code("ann@example.com")) == TOO_MANY_REQUESTS
    assert jwt_client.request_code("+12025550143").status_code == 200
    assert elsewhere.request_code("ann@example.com").status_code == 200


@law("A limit for all operations counts them together")
def test_limit_for_all_operations(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(**limit("*", 2))
    jwt_client.request_code("ann@example.com")
    jwt_client.request_reset("ann")

    assert refusal(jwt_client.login("ann")) == TOO_MANY_REQUESTS
    assert refusal(jwt_client.call("get-ask-fields", bearer="x")) == TOO_MANY_REQUESTS


@law("A call that names no project counts against the limits of its token's project, once")
def test_limit_of_the_project_of_a_token(make_oauth_client: Callable[..., OAuthClient]) -> None:
    oauth_client = make_oauth_client(**limit("get-user-email", 2))
    token = oauth_client.tokens()["access_token"]
    answers = [oauth_client.jwt_client.call("get-user-email", bearer=token) for _ in range(3)]

    assert [each.status_code for each in answers[:2]] == [200, 200]
    assert refusal(answers[2]) == TOO_MANY_REQUESTS


@law("Refused requests count too, so that guessing is slowed down")
def test_refused_requests_count(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(**limit("auth-by-username-and-password", 3))
    for _ in range(3):
        assert refusal(jwt_client.login("nobody", "not-the-password")) == WRONG_CREDENTIALS

    assert refusal(jwt_client.login("nobody", "not-the-password")) == TOO_MANY_REQUESTS
