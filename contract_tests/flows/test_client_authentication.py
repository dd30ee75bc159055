"""How clients prove who they are at the token endpoint, and what it makes of forms."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest

from login_contract.suite.actors.client_registrations import CONFIDENTIAL_SECRET, SERVER_SECRET
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import TOKEN_EXCHANGE, OAuthClient, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    INVALID_CLIENT,
    INVALID_TOKEN,
    INVALID_VALUE,
    MISSING_VALUE,
    UNSUPPORTED_MEDIA_TYPE,
)
from login_contract.tokens.signing import key_set, verified

law = pytest.mark.law


@law("A public client has no secret, the others have to show theirs", security=True)
@pytest.mark.parametrize(
    "change",
    [lambda _: None, lambda _: "wrong", str.swapcase, lambda secret: secret[:-1], lambda _: SERVER_SECRET],
    ids=["None", "wrong", "in another letter case", "cut short", "another client's"],
)
def test_confidential_client_shows_its_secret(
    oauth_client: OAuthClient, change: Callable[[str], str | None]
) -> None:
    confidential = oauth_client.of(oauth_client.clients.confidential)
    code = confidential.authorized(scope="offline")
    secret = change(str(oauth_client.clients.secret(confidential.client_id)))

    assert refusal(confidential.grant("authorization_code", secret=secret, code=code)) == INVALID_CLIENT
    assert confidential.exchange(code).status_code == 200


@law("A refresh may leave the secret out, but not get it wrong", security=True)
def test_refresh_may_leave_the_secret_out(oauth_client: OAuthClient) -> None:
    confidential = oauth_client.of(oauth_client.clients.confidential)
    token = confidential.tokens(scope="offline")["refresh_token"]

    assert refusal(confidential.grant("refresh_token", secret="wrong", refresh_token=token)) == INVALID_CLIENT
    token = tokens_of(confidential.grant("refresh_token", secret=None, refresh_token=token))["refresh_token"]
    assert confidential.refresh(token).status_code == 200


@law("A server client gets a token of its own, and logs nobody in")
def test_server_client_gets_its_own_token(oauth_client: OAuthClient) -> None:
    server = oauth_client.of(oauth_client.clients.server)

    answer = tokens_of(server.grant("client_credentials"))

    content = claims(answer["access_token"])
    assert content["xsolla_login_project_id"] == oauth_client.jwt_client.project_id
    assert content["exp"] - content["iat"] == answer["expires_in"]
    assert "sub" not in content
    assert "refresh_token" not in answer
    keys = oauth_client.jwt_client.call("json-web-key-set").json()
    assert verified(answer["access_token"], key_set(keys)) == content
    assert refusal(oauth_client.jwt_client.asked(answer["access_token"])) == INVALID_TOKEN


@law("Only a server client gets a token of its own, and only with its secret", security=True)
def test_others_get_no_server_token(oauth_client: OAuthClient) -> None:
    clients = oauth_client.clients
    for client_id in (clients.public, clients.confidential):
        assert refusal(oauth_client.of(client_id).grant("client_credentials")) == INVALID_CLIENT
    for secret in (None, "wrong", CONFIDENTIAL_SECRET):
        assert (
            refusal(oauth_client.of(clients.server).grant("client_credentials", secret=secret))
            == INVALID_CLIENT
        )


@law("A server client exchanges no code", security=True)
def test_server_client_exchanges_no_code(oauth_client: OAuthClient) -> None:
    code = oauth_client.authorized()

    assert refusal(oauth_client.of(oauth_client.clients.server).exchange(code)) == INVALID_CLIENT
    assert oauth_client.exchange(code).status_code == 200


@law("A client that does not exist is not authenticated", security=True)
@pytest.mark.parametrize("client_id", ["1", "0", "-1", "nonsense", "9" * 30, "١"])
def test_unknown_client_is_refused(oauth_client: OAuthClient, client_id: str) -> None:
    code = "x" if oauth_client.client is None else oauth_client.authorized()

    for grant in ("authorization_code", "refresh_token", "client_credentials", TOKEN_EXCHANGE):
        form = {"client_id": client_id, "code": code, "refresh_token": "x", "subject_token": "x"}
        assert refusal(oauth_client.grant(grant, **form)) == INVALID_CLIENT
    assert refusal(oauth_client.revoke("x", client_id=client_id)) == INVALID_CLIENT


@law("A client's secret is taken from the form only", origin="inferred", security=True)
def test_basic_authentication_is_not_read(oauth_client: OAuthClient) -> None:
    confidential = oauth_client.of(oauth_client.clients.confidential)
    code = confidential.authorized()
    secret = oauth_client.clients.secret(confidential.client_id)
    credentials = f"{confidential.client_id}:{secret}".encode()

    answer = oauth_client.jwt_client.call(
        "generate-jwt",
        form={"grant_type": "authorization_code", "client_id": str(confidential.client_id), "code": code},
        headers={"Authorization": f"Basic {base64.b64encode(credentials).decode()}"},
    )

    assert refusal(answer) == INVALID_CLIENT


@law("A grant without what it exchanges is refused as incomplete")
@pytest.mark.parametrize("grant", ["authorization_code", "refresh_token", TOKEN_EXCHANGE])
def test_incomplete_grant_is_refused(oauth_client: OAuthClient, grant: str) -> None:
    assert refusal(oauth_client.grant(grant)) == MISSING_VALUE


@law("A grant that does not exist is refused")
@pytest.mark.parametrize("grant", ["password", "implicit", "AUTHORIZATION_CODE", ""])
def test_unknown_grant_is_refused(oauth_client: OAuthClient, grant: str) -> None:
    assert refusal(oauth_client.grant(grant, code="x")) == INVALID_VALUE


@law("The token endpoint takes a form, not JSON")
@pytest.mark.parametrize("operation_id", ["generate-jwt", "revoke-jwt"])
def test_token_endpoint_takes_a_form(oauth_client: OAuthClient, operation_id: str) -> None:
    body = {"grant_type": "refresh_token", "client_id": str(oauth_client.client_id), "token": "x"}

    assert refusal(oauth_client.jwt_client.call(operation_id, body=body)) == UNSUPPORTED_MEDIA_TYPE
