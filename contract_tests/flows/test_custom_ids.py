"""Ids that users have on a project's own server: login by one, and giving a user one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    INVALID_TOKEN,
    INVALID_VALUE,
    LINKED_ALREADY,
    MISSING_VALUE,
    UNKNOWN_USER,
    UNPROCESSABLE_VALUE,
)

law = pytest.mark.law
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]
UPDATE = "update-users-attributes-from-server-by-server-custom-id"
READ = "get-attributes-by-server-custom-id"
STEAM = {"platform": "steam", "user_id": "76561198000000001"}
# Each differs from the first in little: the last character, letter case, a leading zero, a dot.
ALIKE = ("player.7", "player.8", "Player.7", "0player.7", "player..7", "player.7.", "player_7", "player-7")
LONGEST = ("x" * 254 + "1", "x" * 254 + "2")


@pytest.fixture
def server(oauth_client: OAuthClient) -> ProjectServer:
    return ProjectServer(oauth_client)


def user(answer: httpx.Response) -> str:
    __tracebackhide__ = True
    assert answer.status_code == 200, answer.text
    return str(claims(answer.json()["token"])["sub"])


@law("An id of the server's own is one user, whom its first login makes")
def test_custom_id_is_one_user(server: ProjectServer) -> None:
    first, second = server.log_in("player.7"), server.log_in("player.7")

    assert user(first) == user(second)
    assert [answer.json()["is_new"] for answer in (first, second)] == [True, False]
    assert claims(first.json()["token"])["type"] == "server_custom_id"
    assert server.oauth_client.is_good(first.json()["token"])


@law("An id of the server's own counts in its whole length and spelling")
def test_custom_ids_that_look_alike_are_apart(server: ProjectServer) -> None:
    wanted = (*ALIKE, *LONGEST)
    users = [user(server.log_in(each)) for each in wanted]

    assert len(set(users)) == len(wanted)
    assert [user(server.log_in(each)) for each in wanted] == users


@law("An id that a user is given counts in its whole length and spelling")
def test_given_ids_that_look_alike_are_apart(server: ProjectServer) -> None:
    wanted = (*ALIKE, *LONGEST)
    users = [server.registered(email=f"{number}@example.com") for number in range(len(wanted))]

    answers = [server.give_id(*each) for each in zip(users, wanted, strict=True)]

    assert [answer.status_code for answer in answers] == [204] * len(wanted)
    assert [user(server.log_in(each)) for each in wanted] == users


@law("Many first logins by one id at the same moment make one user")
def test_first_logins_make_one_user(server: ProjectServer) -> None:
    assert server.token

    answers = at_once(20, lambda _: server.log_in("player.7"))

    assert len({user(answer) for answer in answers}) == 1
    assert sorted(answer.json()["is_new"] for answer in answers) == [False] * 19 + [True]


@law("An id of one project's server says nothing in another project")
def test_custom_id_is_of_a_project(make_oauth_client: MakeOAuthClient) -> None:
    here, there = (ProjectServer(make_oauth_client()) for _ in "ab")

    assert user(here.log_in("player.7")) != user(there.log_in("player.7"))


@law("A server logs nobody in to another project", security=True)
def test_server_logs_in_to_its_own_project(make_oauth_client: MakeOAuthClient) -> None:
    here, there = (ProjectServer(make_oauth_client()) for _ in "ab")

    query = {"projectId": there.jwt_client.project_id}

    assert refusal(here.log_in("player.7", query=query)) == INVALID_TOKEN
    assert there.log_in("player.7").json()["is_new"]


@law("An id belongs to one user of a project, and to nobody once it is taken away")
def test_given_id_is_unique(server: ProjectServer) -> None:
    ann, bob = (server.registered(email=f"{name}@example.com") for name in ("ann", "bob"))

    assert server.give_id(ann, "player.7").status_code == 204
    assert refusal(server.give_id(bob, "player.7")) == UNPROCESSABLE_VALUE
    assert user(server.log_in("player.7")) == ann
    assert server.give_id(ann, None).status_code == 204
    assert server.give_id(bob, "player.7").status_code == 204
    assert user(server.log_in("player.7")) == bob


@law("A user has one id of the server's own; the one before says nothing any more")
def test_new_id_replaces_the_old_one(server: ProjectServer) -> None:
    ann = user(server.log_in("player.7"))

    assert server.give_id(ann, "player.8").status_code == 204

    assert user(server.log_in("player.8")) == ann
    assert server.log_in("player.7").json()["is_new"]


@law("Of many users who are given one id at the same moment, one gets it")
def test_one_id_goes_to_one_user(server: ProjectServer) -> None:
    users = [server.registered(email=f"{number}@example.com") for number in range(8)]

    answers = at_once(8, lambda number: server.give_id(users[number], "player.7"))

    (winner,) = (number for number, answer in enumerate(answers) if answer.status_code == 204)
    assert {refusal(each) for each in answers if each.status_code != 204} == {UNPROCESSABLE_VALUE}
    assert user(server.log_in("player.7")) == users[winner]


@law("A server gives no user of another project an id", security=True)
def test_id_is_given_to_own_users(make_oauth_client: MakeOAuthClient) -> None:
    here, there = (ProjectServer(make_oauth_client()) for _ in "ab")
    stranger = there.registered(email="ann@example.com")

    assert refusal(here.give_id(stranger, "player.7")) == UNKNOWN_USER
    assert there.log_in("player.7").json()["is_new"]


@law("An id that is given is made of letters, digits, dots, hyphens and underscores")
@pytest.mark.parametrize("wrong", ["", "a b", "ä", "a/b", "a\n", "x" * 256, 7])
def test_given_id_has_its_form(server: ProjectServer, wrong: object) -> None:
    ann = server.registered(email="ann@example.com")

    answer = server.call("put-user-custom-id", path={"user_id": ann}, body={"server_custom_id": wrong})

    assert refusal(answer) == INVALID_VALUE


@law("What is no id is told apart from none")
def test_id_has_to_be_said(server: ProjectServer) -> None:
    ann = server.registered(email="ann@example.com")

    assert refusal(server.call("put-user-custom-id", path={"user_id": ann}, body={})) == MISSING_VALUE


@law("Whatever id a server has logged a user in by, a path names the user by it")
def test_path_names_a_user_by_any_id(server: ProjectServer) -> None:
    wanted = ("a/b", "a//b", "/", "a%2Fb", "100%", "é?#", "a b")
    for each in wanted:
        server.log_in(each)
        body = {"publisher_id": None, "attributes": [{"key": "id", "value": each}]}
        answer = server.call(UPDATE, path={"server_custom_id": quote(each, safe="")}, body=body)
        assert answer.status_code == 204, answer.text

    told = server.call(READ, body={"server_custom_ids": list(wanted)}).json()
    assert [(each["server_custom_id"], each["attributes"][0]["value"]) for each in told] == [
        (each, each) for each in wanted
    ]


@law("A login by an id ends the user's other tokens where it is asked to, and no others")
def test_login_by_an_id_ends_other_tokens(server: ProjectServer) -> None:
    other = server.log_in("player.8").json()["token"]
    before = server.log_in("player.7").json()["token"]

    kept = server.log_in("player.7").json()["token"]
    assert server.oauth_client.is_good(before)
    after = server.log_in("player.7", query={"with_logout": "1"}).json()["token"]

    good = [server.oauth_client.is_good(token) for token in (before, kept, after, other)]
    assert good == [False, False, True, True]


@law("A login of a server signs no browser in")
def test_login_by_an_id_sets_no_cookie(server: ProjectServer) -> None:
    assert "set-cookie" not in server.log_in("player.7").headers


@law("The payload of a login by an id comes back in the token")
def test_payload_comes_back(server: ProjectServer) -> None:
    token = server.log_in("player.7", query={"payload": "from=console"}).json()["token"]

    assert claims(token)["payload"] == "from=console"


@law("A banned user is not logged in by an id", security=True)
def test_banned_user_is_refused(server: ProjectServer) -> None:
    ann = server.oauth_client.member("ann", banned=True)["user_id"]
    server.give_id(ann, "player.7")

    assert refusal(server.log_in("player.7")) == BANNED_USER


@law("Attributes that a login by an id tells are kept as they were told")
def test_attributes_are_kept(server: ProjectServer) -> None:
    told: list[dict[str, Any]] = [
        {"key": "a" * 256, "value": "é" * 256, "attr_type": "client", "permission": "public"},
        {"key": "level", "value": 48582, "attr_type": "server", "permission": "private", "read_only": True},
        {"key": "paying", "value": False, "attr_type": "client", "permission": "private"},
        {"key": "rank", "value": None, "attr_type": "client", "permission": "private"},
    ]

    server.log_in("player.7", attributes=told)
    server.log_in("player.7", attributes=[{**told[2], "value": True}])

    (kept,) = server.jwt_client.users()
    assert kept["attributes"] == [
        {**told[0], "read_only": False},
        {**told[1], "value": "48582"},
        {**told[2], "value": "true", "read_only": False},
        {**told[3], "value": "null", "read_only": False},
    ]


@law(
    "An account at a platform stands for one user; a login that gives it to another one leaves nothing behind"
)
def test_platform_account_stands_for_one_user(server: ProjectServer) -> None:
    told = [{"key": "level", "value": "1", "attr_type": "client", "permission": "private"}]
    ann = user(server.log_in("player.7", social_profile=STEAM))

    assert user(server.log_in("player.7", social_profile=STEAM)) == ann
    assert refusal(server.log_in("player.8", social_profile=STEAM, attributes=told)) == LINKED_ALREADY
    assert server.log_in("player.8").json()["is_new"]
    assert [each["attributes"] for each in server.jwt_client.users()] == [[], []]
    for apart in ({**STEAM, "user_id": "76561198000000002"}, {**STEAM, "platform": "psn"}):
        assert user(server.log_in("player.8", social_profile=apart)) != ann
