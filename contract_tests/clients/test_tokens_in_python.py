"""Tokens in the Python client, against a Login server: renewed for everybody at once, and checked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from xsolla_login_client import Client
from xsolla_login_client.api.profile import get_user_details
from xsolla_login_client.errors import SessionEnded
from xsolla_login_client.token_auth import TokenAuth, Tokens
from xsolla_login_client.token_validator import (
    ExpiredToken,
    InvalidSignature,
    NotYetValid,
    TokenRefused,
    TokenValidator,
    UnknownKey,
    WrongAlgorithm,
    WrongIssuer,
    WrongProject,
)

from login_contract.http_client import make_client
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.user_token import claims

MakeOAuthClient = Callable[..., OAuthClient]
DEFECTS: dict[str, type[TokenRefused]] = {
    "expired": ExpiredToken,
    "not_yet_valid": NotYetValid,
    "wrong_issuer": WrongIssuer,
    "wrong_project": WrongProject,
    "tampered": InvalidSignature,
    "alg_none": WrongAlgorithm,
    "unknown_key": UnknownKey,
}
PATIENCE_SECONDS = 30
MANY = 10


@pytest.fixture
def own() -> Iterator[httpx.Client]:
    with make_client() as client:
        yield client


def base_url(oauth_client: OAuthClient) -> str:
    return str(oauth_client.jwt_client.http.base_url).rstrip("/")


def client_of(oauth_client: OAuthClient, auth: httpx.Auth | None = None) -> Client:
    return Client(
        base_url(oauth_client), auth=auth, timeout=PATIENCE_SECONDS, httpx_args={"trust_env": False}
    )


async def asked_at_once(client: Client) -> list[int]:
    async with client:
        calls = (get_user_details.asyncio_detailed(client=client) for _ in range(MANY))
        return [answer.status_code for answer in await asyncio.gather(*calls)]


def test_login_is_renewed_once_for_all_until_it_is_ended(
    oauth_client: OAuthClient, own: httpx.Client
) -> None:
    given, saved = oauth_client.tokens(scope="offline"), list[Tokens]()
    first = Tokens(given["access_token"], given["refresh_token"])
    auth = TokenAuth(
        first,
        client_id=oauth_client.client_id,
        base_url=base_url(oauth_client),
        http=own,
        save=saved.append,
    )

    oauth_client.revoke(first.access_token)
    assert asyncio.run(asked_at_once(client_of(oauth_client, auth))) == [200] * MANY
    assert saved == [auth.tokens]
    with client_of(oauth_client, auth) as client:
        oauth_client.revoke(auth.tokens.access_token)
        assert get_user_details.sync_detailed(client=client).status_code == 200
        assert len(saved) == 2
        oauth_client.revoke(str(auth.tokens.refresh_token))
        for _ in range(2):
            with pytest.raises(SessionEnded):
                get_user_details.sync_detailed(client=client)


@pytest.fixture(params=["keys", "secret", "server"])
def validator(
    request: pytest.FixtureRequest, make_oauth_client: MakeOAuthClient, own: httpx.Client
) -> Iterator[tuple[TokenValidator, OAuthClient, str]]:
    how, secret = request.param, uuid4().hex
    signed = {"algorithm": "HS256", "hs256_secret": secret} if how == "secret" else {}
    oauth_client = make_oauth_client(**signed)
    oauth_client.member("ann")
    project = oauth_client.jwt_client.project_id
    # An earlier test may have moved the time of the mock forward.
    options: Any = {"clock": lambda: claims(oauth_client.tokens()["access_token"])["iat"]}
    if how == "keys":
        url = base_url(oauth_client)
        yield TokenValidator.by_keys(project, base_url=url, http=own, **options), oauth_client, how
    elif how == "secret":
        yield TokenValidator.by_secret(project, secret=secret, **options), oauth_client, how
    else:
        with client_of(oauth_client) as client:
            yield TokenValidator.by_server(project, client=client, **options), oauth_client, how


def test_good_token_says_whose_it_is_and_every_named_defect_is_refused(
    validator: tuple[TokenValidator, OAuthClient, str], control: Control
) -> None:
    judge, oauth_client, how = validator
    project = oauth_client.jwt_client.project_id
    wanted = {"project_id": project, "username": "ann"}

    for good in (oauth_client.tokens()["access_token"], control.token(**wanted, defect="valid")):
        assert judge.validate(good).sub == claims(good)["sub"]
        assert judge.validate(good).project_id == project
    for defect, kind in DEFECTS.items():
        with pytest.raises(TokenRefused) as caught:
            judge.validate(control.token(**wanted, defect=defect))
        unknown = InvalidSignature if kind is UnknownKey and how == "secret" else kind
        assert type(caught.value) is (TokenRefused if how == "server" else unknown), defect


def test_token_of_a_server_is_no_users(validator: tuple[TokenValidator, OAuthClient, str]) -> None:
    judge, oauth_client, _ = validator
    server = oauth_client.of(oauth_client.clients.server)
    token = server.grant("client_credentials").json()["access_token"]

    with pytest.raises(TokenRefused):
        judge.validate(token)
