"""A new key of a project: what it signs, and how long the one before counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from joserfc.jwk import RSAKey

from login_contract.suite.actors.callback_server import CannedAnswer, Received
from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of
from login_contract.suite.actors.project_server import HEADER, ProjectServer
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims, header
from login_contract.suite.judging.refusals import INACTIVE_TOKEN, INVALID_TOKEN, NOT_FOUND
from login_contract.tokens.signing import key_set, key_set_of_hexadecimal, signed, verified

law = pytest.mark.law
# Whose key it is should not find it replaced.
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]
RENEW = "post-projects-key"
LIFETIME = 600
LIFETIMES = {"access_token_lifetime": LIFETIME, "oauth_token_lifetime": LIFETIME}
# Longer than any token that was under way when the key changed.
LATER = LIFETIME + 600


@pytest.fixture
def server(make_oauth_client: MakeOAuthClient) -> ProjectServer:
    """The server of a project whose tokens do not live long, and which ann is a user of."""
    oauth_client = make_oauth_client(**LIFETIMES)
    oauth_client.member()
    return ProjectServer(oauth_client=oauth_client)


def new_key(server: ProjectServer) -> dict[str, Any]:
    """Let another key sign, and return it as it was told."""
    __tracebackhide__ = True
    answer = server.call(RENEW)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def published(server: ProjectServer) -> list[dict[str, Any]]:
    """The keys of the project in hexadecimal; those in base64url have to be the same ones."""
    keys: list[dict[str, Any]] = server.jwt_client.call("get-projects-keys").json()
    in_base64url = server.jwt_client.call("json-web-key-set").json()["keys"]
    assert [key["kid"] for key in in_base64url] == [key["kid"] for key in keys]
    return keys


def assert_verifies(server: ProjectServer, token: str) -> None:
    """Assert that the published keys, in either spelling, prove a token."""
    __tracebackhide__ = True
    as_set = server.jwt_client.call("json-web-key-set").json()
    assert verified(token, key_set(as_set)) == claims(token)
    assert verified(token, key_set_of_hexadecimal(published(server))) == claims(token)


def log_in(server: ProjectServer) -> str:
    return token_of(server.jwt_client.login("ann"))


@law("A new key signs from now on, and the tokens of the one before stay good and verifiable")
def test_new_key_signs_and_the_old_one_verifies(server: ProjectServer) -> None:
    before = log_in(server)
    (old,) = published(server)

    new = new_key(server)
    after = log_in(server)

    assert published(server) == [new, old]
    assert new["kid"] != old["kid"]
    assert new["n"] != old["n"]
    assert [header(token)["kid"] for token in (before, after)] == [old["kid"], new["kid"]]
    for token in (before, after):
        assert_verifies(server, token)
        assert server.jwt_client.validate(token).status_code == 204


@law("After a new key, refreshed, exchanged and server tokens are signed with it, too")
def test_every_kind_of_token_is_signed_with_the_new_key(server: ProjectServer) -> None:
    oauth_client = server.oauth_client
    before = oauth_client.tokens(scope="offline")
    old_server_token = server.token

    kid = new_key(server)["kid"]

    renewed = tokens_of(oauth_client.refresh(before["refresh_token"]))
    granted = oauth_client.of(oauth_client.clients.server).grant("client_credentials")
    new_server_token = tokens_of(granted)["access_token"]
    assert [header(token)["kid"] for token in (renewed["access_token"], new_server_token)] == [kid, kid]
    for token in (old_server_token, new_server_token):
        listed = server.jwt_client.call("get-project-user-groups", headers={HEADER: token})
        assert listed.status_code == 200, listed.text


@law("After a new key, a webhook's token is signed with it, and the partner can check either")
def test_tokens_of_webhooks_are_signed_with_the_new_key(make_partner: Callable[..., StoragePartner]) -> None:
    partner = make_partner()
    server = ProjectServer(oauth_client=partner.oauth_client)
    partner.answer("user-verification", json={})
    partner.jwt_client.login("jane")
    before = partner.gateway_token("user-verification")

    kid = new_key(server)["kid"]
    partner.jwt_client.login("jane")
    after = partner.gateway_token("user-verification")

    assert header(before)["kid"] != header(after)["kid"] == kid
    for token in (before, after):
        assert_verifies(server, token)
        checked = partner.jwt_client.call("validate-server-jwt", body={"token": token})
        assert checked.status_code == 204, checked.text


@law("A token whose login was under way when the key changed is as good as any")
def test_token_of_a_login_under_way_is_good(make_partner: Callable[..., StoragePartner]) -> None:
    partner = make_partner(**LIFETIMES)
    server = ProjectServer(oauth_client=partner.oauth_client)
    made = []

    def answer_late(received: Received) -> CannedAnswer:
        made.append(new_key(server))
        server.oauth_client.control.advance(LIFETIME // 2)
        return CannedAnswer(json={})

    assert server.token
    partner.answer_by("user-verification", answer_late)

    token = partner.access_token(partner.jwt_client.login("jane"))

    assert published(server)[0] == made[0]
    assert_verifies(server, token)
    assert partner.jwt_client.validate(token).status_code == 204


@law("A key that was replaced is published until its tokens have expired, and no longer", security=True)
def test_replaced_key_goes_with_its_tokens(server: ProjectServer) -> None:
    before = log_in(server)
    (old,) = published(server)
    new = new_key(server)

    server.oauth_client.control.advance(LIFETIME - 30)
    assert published(server) == [new, old]
    assert server.jwt_client.validate(before).status_code == 204

    server.oauth_client.control.advance(LATER)
    assert published(server) == [new]
    assert refusal(server.jwt_client.validate(before)) == INACTIVE_TOKEN
    assert server.jwt_client.validate(log_in(server)).status_code == 204


@law("A key counts as long as tokens of longer lifetimes that it signed before")
def test_replaced_key_outlives_shortened_lifetimes(server: ProjectServer) -> None:
    before = log_in(server)
    server.oauth_client.configure(access_token_lifetime=60, oauth_token_lifetime=60)
    new_key(server)

    server.oauth_client.control.advance(LIFETIME - 30)

    assert_verifies(server, before)
    assert server.jwt_client.validate(before).status_code == 204


@law("What a replaced key signs later opens nothing", security=True)
@pytest.mark.parametrize("moment", ["before its end", "after its end"])
def test_token_forged_with_a_replaced_key_is_refused(
    server: ProjectServer, signing_key: str, moment: str
) -> None:
    (old,) = published(server)
    leaked = RSAKey.import_key(signing_key)
    new_key(server)
    lasting = {"exp": claims(log_in(server))["exp"] + 10 * LATER}
    if moment == "after its end":
        server.oauth_client.control.advance(LATER)
        lasting = {}
    content = claims(log_in(server))

    forged = signed({**content, **lasting}, leaked, kid=old["kid"])

    assert refusal(server.jwt_client.validate(forged)) == INACTIVE_TOKEN
    assert refusal(server.jwt_client.asked(forged)) == INVALID_TOKEN


@law("A token names the key that has signed it, and no other key of the project proves it", security=True)
def test_token_of_one_key_does_not_pass_for_one_of_another(server: ProjectServer, signing_key: str) -> None:
    new = new_key(server)
    leaked = RSAKey.import_key(signing_key)

    forged = signed(claims(log_in(server)), leaked, kid=new["kid"])

    assert refusal(server.jwt_client.validate(forged)) == INACTIVE_TOKEN
    assert refusal(server.jwt_client.asked(forged)) == INVALID_TOKEN


@law("New keys that are asked for at the same moment are all there, and one of them signs")
def test_keys_made_at_once_are_all_kept(server: ProjectServer) -> None:
    (old,) = published(server)
    before = log_in(server)
    assert server.token

    made = at_once(3, lambda _: new_key(server))

    keys = published(server)
    assert len({key["kid"] for key in keys}) == 4
    assert keys[-1] == old
    assert sorted(key["kid"] for key in keys[:-1]) == sorted(key["kid"] for key in made)
    assert header(log_in(server))["kid"] == keys[0]["kid"]
    assert server.jwt_client.validate(before).status_code == 204


@law("A new key is its project's alone", security=True)
def test_other_projects_keep_their_keys(server: ProjectServer, make_oauth_client: MakeOAuthClient) -> None:
    other = ProjectServer(oauth_client=make_oauth_client())
    keys = published(other)

    new = new_key(server)

    assert published(other) == keys
    assert new not in published(other)


@law("A project that signs with a shared secret has no key to replace")
def test_shared_secret_is_not_replaced(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(algorithm="HS256", hs256_secret="a secret of more than 32 characters")
    server = ProjectServer(oauth_client=oauth_client)
    oauth_client.member()
    token = log_in(server)

    assert refusal(server.call(RENEW)) == NOT_FOUND

    assert published(server) == []
    assert server.jwt_client.validate(token).status_code == 204


@law("Another configured key begins anew: none of those before counts", security=True)
def test_configured_key_ends_those_before(server: ProjectServer) -> None:
    before = log_in(server)
    new_key(server)
    after = log_in(server)

    server.oauth_client.configure(private_key=None)

    (key,) = published(server)
    assert key["kid"] not in {header(token)["kid"] for token in (before, after)}
    for token in (before, after):
        assert refusal(server.jwt_client.validate(token)) == INACTIVE_TOKEN
