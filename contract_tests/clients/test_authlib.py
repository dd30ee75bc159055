"""Authlib's OAuth 2.0 client, which nobody here wrote, goes through a game launcher's whole sign-in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from attrs import frozen

from login_contract.http_client import make_client, proxy_of
from login_contract.suite.actors.control import Control
from login_contract.suite.judging.refusals import INVALID_GRANT
from login_contract.suite.target import Target

from .game_page import CALLBACK, Person

authlib = pytest.importorskip(
    "authlib.integrations.httpx_client", reason="Authlib is missing: pip install authlib"
)
STATE = "state-of-the-launcher"


@frozen
class Provider:
    """A project of its own with a public, a confidential and a server client, and somebody who plays."""

    api: str
    project_id: str
    public: int
    confidential: int
    server: int
    secret: str
    person: Person


@pytest.fixture
def provider(target: Target, control: Control) -> Provider:
    public, confidential, server = (uuid4().int % 2**40 + 10**6 for _ in range(3))
    secret, person = uuid4().hex, Person()
    project_id = control.put_project(
        oauth_clients=[
            {"client_id": public, "type": "public", "redirect_uris": [CALLBACK]},
            {
                "client_id": confidential,
                "type": "confidential",
                "client_secret": secret,
                "redirect_uris": [CALLBACK],
            },
            {"client_id": server, "type": "server", "client_secret": secret},
        ]
    )
    control.create_user(project_id, username=person.username, email=person.email, password=person.password)
    return Provider(target.base_url, project_id, public, confidential, server, secret, person)


def signed_in(provider: Provider, authorization_url: str) -> str:
    """Goes through the sign-in page as a browser without scripts would; returns where it ends."""
    with make_client() as browser:
        page = browser.get(authorization_url)
        assert page.status_code == 302
        ticket = parse_qs(urlsplit(page.headers["location"]).query)["ticket"][0]
        form = {
            "ticket": ticket,
            "action": "password",
            "username": provider.person.username,
            "password": provider.person.password,
        }
        end = browser.post(page.headers["location"].partition("?")[0], data=form)
        assert end.status_code == 302
        return str(end.headers["location"])


def client(provider: Provider, client_id: int, secret: str | None = None, **options: object) -> object:
    return authlib.OAuth2Client(
        client_id=str(client_id),
        client_secret=secret,
        redirect_uri=CALLBACK,
        token_endpoint_auth_method="client_secret_post" if secret else "none",
        revocation_endpoint_auth_method="client_secret_post" if secret else "none",
        trust_env=proxy_of(provider.api) is not None,
        **options,
    )


def is_valid(provider: Provider, token: str) -> bool:
    with make_client() as anybody:
        return anybody.post(f"{provider.api}/token/validate", json={"token": token}).status_code == 204


@pytest.mark.parametrize("kind", ["public", "confidential"])
def test_code_with_pkce_then_refresh_then_revocation(provider: Provider, kind: str) -> None:
    client_id = provider.public if kind == "public" else provider.confidential
    secret = provider.secret if kind == "confidential" else None
    with client(provider, client_id, secret, scope="offline", code_challenge_method="S256") as session:  # type: ignore[attr-defined]
        verifier = uuid4().hex * 2
        url, state = session.create_authorization_url(
            f"{provider.api}/oauth2/auth", state=STATE, code_verifier=verifier, audience="game"
        )
        end = signed_in(provider, url)
        token = session.fetch_token(
            f"{provider.api}/oauth2/token", authorization_response=end, state=state, code_verifier=verifier
        )
        assert token["token_type"] == "bearer"
        assert is_valid(provider, token["access_token"])
        fresh = session.refresh_token(f"{provider.api}/oauth2/token", refresh_token=token["refresh_token"])
        assert fresh["access_token"] != token["access_token"]
        assert fresh["refresh_token"] != token["refresh_token"]
        answer = session.revoke_token(f"{provider.api}/oauth2/token/revoke", token=fresh["refresh_token"])
        assert answer.status_code == 200
        assert not is_valid(provider, fresh["access_token"])


def test_a_wrong_proof_key_gets_no_token(provider: Provider) -> None:
    with client(provider, provider.public, code_challenge_method="S256") as session:  # type: ignore[attr-defined]
        url, state = session.create_authorization_url(
            f"{provider.api}/oauth2/auth",
            state=STATE,
            code_verifier="a" * 43,
            scope="offline",
            audience="game",
        )
        end = signed_in(provider, url)
        code = parse_qs(urlsplit(end).query)["code"][0]
        assert state == STATE
    form = {
        "grant_type": "authorization_code",
        "client_id": str(provider.public),
        "code": code,
        "code_verifier": "b" * 43,
    }
    with make_client() as anybody:
        refused = anybody.post(f"{provider.api}/oauth2/token", data=form)
    assert (refused.status_code, refused.json()["error"]["code"]) == INVALID_GRANT


def test_a_server_client_gets_a_token_of_its_own(provider: Provider) -> None:
    with client(provider, provider.server, provider.secret) as session:  # type: ignore[attr-defined]
        token = session.fetch_token(f"{provider.api}/oauth2/token", grant_type="client_credentials")
    assert token["expires_in"] == 3600
    assert "refresh_token" not in token
