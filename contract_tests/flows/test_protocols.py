"""Which calls a project serves that uses one of the two protocols only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.description.model import described
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient, code_of
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    WRONG_PROTOCOL,
)

from .oauth2_logins import LOGINS, PHONE, by_mail, by_sms

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
Login = Callable[..., httpx.Response]


def served_by(protocol: str) -> list[str]:
    """The operations that serve one protocol only."""
    operations = described().operations
    return sorted(name for name in operations if operations[name].definition.get("x-protocol") == protocol)


def documented(oauth_client: OAuthClient, operation_id: str) -> dict[str, Any]:
    """The documented example of a request, at the client's project."""
    operation = described().operations[operation_id]
    ours = {"projectId": oauth_client.jwt_client.project_id, "client_id": oauth_client.client_id}
    required = [parameter for parameter in operation.parameters if parameter.required]
    request: dict[str, Any] = {
        "query": {
            parameter.name: ours.get(parameter.name, parameter.example)
            for parameter in required
            if parameter.location == "query"
        },
        "path": {parameter.name: parameter.example for parameter in required if parameter.location == "path"},
    }
    for media_type, content in operation.bodies.items():
        body = content.example
        mine = {name: value for name, value in ours.items() if name in body}
        request["body" if media_type == "application/json" else "form"] = {**body, **mine}
    if operation.security:
        oauth_client.member()
        request["bearer"] = oauth_client.control.token(
            project_id=oauth_client.jwt_client.project_id, username="ann"
        )
        request["headers"] = {"Cookie": "xl_sso=of-nobody"}
    return request


@law("A call that the project's protocol excludes is refused as such")
@pytest.mark.parametrize("operation_id", served_by("oauth2"))
def test_jwt_project_refuses_oauth_calls(make_oauth_client: MakeOAuthClient, operation_id: str) -> None:
    oauth_client = make_oauth_client(protocol="jwt")

    answer = oauth_client.jwt_client.call(operation_id, **documented(oauth_client, operation_id))

    assert refusal(answer) == WRONG_PROTOCOL


@law("A call that the project's protocol excludes is refused as such")
@pytest.mark.parametrize("operation_id", served_by("jwt"))
def test_oauth_project_refuses_jwt_calls(make_oauth_client: MakeOAuthClient, operation_id: str) -> None:
    oauth_client = make_oauth_client(protocol="oauth2")

    answer = oauth_client.jwt_client.call(operation_id, **documented(oauth_client, operation_id))

    assert refusal(answer) == WRONG_PROTOCOL


@law("A banned user is refused by every OAuth 2.0 login", security=True)
@pytest.mark.parametrize("login", [by_mail, by_sms, OAuthClient.login])
def test_banned_user_is_refused(oauth_client: OAuthClient, login: Login) -> None:
    oauth_client.member(phone_number=PHONE, banned=True)

    answer = login(oauth_client)

    assert refusal(answer) == BANNED_USER
    assert "set-cookie" not in answer.headers


@law("A project that uses OAuth 2.0 only serves all of it")
@LOGINS
def test_oauth_project_serves_oauth(make_oauth_client: MakeOAuthClient, login: Login) -> None:
    oauth_client = make_oauth_client(protocol="oauth2")

    assert oauth_client.exchange(code_of(login(oauth_client))).status_code == 200
