"""The end of a user: nothing of them stays, and their names are free."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.jwt_client import query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    INVALID_GRANT,
    INVALID_TOKEN,
    UNKNOWN_PROJECT,
    UNKNOWN_USER,
    WRONG_CODE,
    WRONG_CREDENTIALS,
    WRONG_RESET_CODE,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
EMAIL, PHONE = "ann@example.com", "+12025550143"
STEAM = {"platform": "steam", "user_id": "76561198000000001"}


@pytest.fixture
def server(member: OAuthClient) -> ProjectServer:
    """The server of a project that ann and bob are members of."""
    member.member("bob")
    return ProjectServer(member)


def id_of(server: ProjectServer, username: str) -> str:
    (found,) = (each for each in server.jwt_client.users() if each["username"] == username)
    return str(found["user_id"])


@law("A deleted user's tokens stop, and nobody else's do", security=True)
def test_tokens_of_a_deleted_user_stop(server: ProjectServer) -> None:
    client = server.oauth_client
    tokens = client.tokens(scope="offline")
    code = client.authorized()
    jwt, bobs = (token_of(client.jwt_client.login(name)) for name in ("ann", "bob"))

    assert server.delete(id_of(server, "ann")).status_code == 204

    for token in (tokens["access_token"], jwt):
        assert refusal(client.jwt_client.validate(token)) == UNKNOWN_USER
        assert refusal(client.jwt_client.call("get-user-email", bearer=token)) == INVALID_TOKEN
    assert refusal(client.refresh(tokens["refresh_token"])) == INVALID_GRANT
    assert refusal(client.exchange(code)) == INVALID_GRANT
    assert client.is_good(bobs)


@law("A deleted user's name, address, number and ids are free, for somebody else", security=True)
def test_names_of_a_deleted_user_are_free(server: ProjectServer) -> None:
    first = server.registered(email="cleo@example.com", phone_number=PHONE, external_account_id="cleo-7")
    server.log_in("player.7", social_profile=STEAM)
    server.give_id(first, "player.8")
    old = token_of(server.jwt_client.login("ann"))
    for user_id in (first, id_of(server, "ann"), claims(server.log_in("player.7").json()["token"])["sub"]):
        assert server.delete(str(user_id)).status_code == 204

    second = server.registered(email="cleo@example.com", phone_number=PHONE, external_account_id="cleo-7")
    ann = server.jwt_client.registered("ann", EMAIL)
    platform = server.log_in("player.7", social_profile=STEAM)

    assert first != second
    assert claims(old)["sub"] != claims(ann)["sub"]
    for custom_id, answer in {"player.7": platform, "player.8": server.log_in("player.8")}.items():
        assert answer.json()["is_new"]
        assert not server.log_in(custom_id).json()["is_new"]
    assert refusal(server.jwt_client.validate(old)) == UNKNOWN_USER


@law("Whoever has the name of a deleted user has nothing else of them")
def test_namesake_starts_anew(server: ProjectServer) -> None:
    told = [{"key": "level", "value": "9", "attr_type": "client", "permission": "public"}]
    ann = id_of(server, "ann")
    server.give_id(ann, "player.7")
    server.log_in("player.7", attributes=told, social_profile=STEAM)

    server.delete(ann)
    server.oauth_client.member("ann")

    kept = next(each for each in server.jwt_client.users() if each["username"] == "ann")
    assert kept["user_id"] != ann
    assert (kept["attributes"], kept["server_custom_id"], kept["fields"]) == ([], None, {})


@law("What was sent to a deleted user lets nobody in to an account of the same name", security=True)
def test_codes_and_links_of_a_deleted_user_are_useless(server: ProjectServer) -> None:
    jwt_client = server.jwt_client
    user_id, reset_code = jwt_client.reset_link("ann", EMAIL)
    jwt = token_of(jwt_client.login("ann"))
    linking = jwt_client.call("create-code-for-linking-accounts", bearer=jwt).json()["code"]

    server.delete(user_id)
    server.oauth_client.member("ann")

    assert refusal(jwt_client.confirm_reset(user_id, reset_code, "another-horse-8")) == WRONG_RESET_CODE
    assert refusal(server.link(linking, "steam", "1")) == WRONG_RESET_CODE
    assert jwt_client.login("ann").status_code == 200


@law("The second factor of a deleted user ends with them", security=True)
def test_second_factor_of_a_deleted_user_ends(make_oauth_client: MakeOAuthClient) -> None:
    server = ProjectServer(make_oauth_client(two_factor="email"))
    ann = server.oauth_client.member("ann")["user_id"]
    challenge = query_of(server.jwt_client.login("ann").json()["login_url"])["challenge_id"]
    code = server.jwt_client.message(EMAIL, "one_time_code").code

    server.delete(ann)
    server.oauth_client.member("ann")

    answer = server.jwt_client.call("otp-validate", query={"challenge_id": challenge, "code": code})
    assert refusal(answer) in (WRONG_CODE, WRONG_CREDENTIALS)


@law("A browser that a deleted user was signed in with is signed in no more", security=True)
def test_browser_of_a_deleted_user_is_signed_out(server: ProjectServer) -> None:
    server.jwt_client.login("ann")
    assert server.jwt_client.call("jwt-sso").status_code == 200

    server.delete(id_of(server, "ann"))

    assert server.jwt_client.call("jwt-sso").status_code == 401


@law("The failed logins of a deleted user lock nobody out")
def test_lock_of_a_deleted_user_ends(make_oauth_client: MakeOAuthClient) -> None:
    lockout = {"attempts": 1, "seconds": 900, "captcha": False}
    server = ProjectServer(make_oauth_client(lockout=lockout))
    ann = server.oauth_client.member("ann")["user_id"]
    server.jwt_client.login("ann", "not-the-password")

    server.delete(ann)
    server.oauth_client.member("ann")

    assert server.jwt_client.login("ann").status_code == 200


@law("A user is deleted once; there is no such user then, nor was there ever")
def test_user_is_deleted_once(server: ProjectServer) -> None:
    ann = id_of(server, "ann")
    assert server.token

    answers = at_once(4, lambda _: server.delete(ann))

    assert sorted(answer.status_code for answer in answers) == [204, 404, 404, 404]
    assert {refusal(each) for each in answers if each.status_code == 404} == {UNKNOWN_USER}
    assert refusal(server.delete(str(uuid4()))) == UNKNOWN_USER


@law("A server deletes no user of another project", security=True)
def test_user_of_another_project_stays(make_oauth_client: MakeOAuthClient) -> None:
    here, there = (ProjectServer(make_oauth_client()) for _ in "ab")
    stranger = there.registered(email=EMAIL)

    assert refusal(here.delete(stranger)) == UNKNOWN_USER
    query = {"projectId": there.jwt_client.project_id}
    assert refusal(here.delete(stranger, query=query)) == INVALID_TOKEN
    assert refusal(here.delete(stranger, query={"projectId": str(uuid4())})) == UNKNOWN_PROJECT
    assert [each["user_id"] for each in there.jwt_client.users()] == [stranger]


@law("The end of a user is no event, and nothing is told of them afterwards")
def test_deletion_is_not_told(listener: EventSubscriber) -> None:
    server = ProjectServer(listener.oauth_client)
    listener.hear()
    ann = server.registered(phone_number=PHONE)
    assert listener.types(2) == ["registration", "new_verified_user"]

    server.delete(ann)
    server.registered(phone_number=PHONE)

    assert listener.types(4) == ["registration", "new_verified_user"] * 2


@law("A server's token outlives the users that it deletes")
def test_server_goes_on(server: ProjectServer) -> None:
    tokens_of(server.oauth_client.of(server.oauth_client.clients.server).grant("client_credentials"))

    assert server.delete(id_of(server, "ann")).status_code == 204
    assert server.delete(id_of(server, "bob")).status_code == 204
    assert server.jwt_client.users() == []
