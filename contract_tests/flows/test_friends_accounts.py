"""Friends whose accounts change: one who is renamed, one who is deleted, two who become one."""

from __future__ import annotations

import pytest

from login_contract.suite.actors.friend import LISTS, Friend, befriended
from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.user_token import claims

law = pytest.mark.law
BY_NICKNAME = {"sort_by": "by_nickname", "sort_order": "asc"}


def met(jwt_client: JwtClient, *names: str) -> list[Friend]:
    return [befriended(jwt_client, name, nickname=name) for name in names]


def befriend(one: Friend, other: Friend) -> None:
    one.does("friend_request_add", other)
    other.does("friend_request_approve", one)


def ids(user: Friend, list_type: str, **query: str) -> list[str]:
    return [entry["user"]["id"] for entry in user.entries(list_type, **query)]


@law("Who takes another nickname stands where that one belongs, and the relationship is as old as it was")
def test_renamed_friend_moves(jwt_client: JwtClient) -> None:
    ann, bob, cid = met(jwt_client, "ann", "bob", "cid")
    for other in (bob, cid):
        befriend(ann, other)
    before = {entry["user"]["id"]: entry["updated"] for entry in ann.entries("friends")}
    assert ids(ann, "friends", **BY_NICKNAME) == [bob.user_id, cid.user_id]

    answer = jwt_client.call("update-user-details", body={"nickname": "Zoe"}, bearer=bob.token)

    assert answer.status_code == 200, answer.text
    assert ids(ann, "friends", **BY_NICKNAME) == [cid.user_id, bob.user_id]
    assert [page[0]["user"]["nickname"] for page in ann.pages("friends", **BY_NICKNAME, limit=1)] == [
        "cid",
        "Zoe",
    ]
    assert {entry["user"]["id"]: entry["updated"] for entry in ann.entries("friends")} == before


@law("A deleted user is in nobody's list")
def test_deleted_user_is_in_no_list(oauth_client: OAuthClient) -> None:
    bob, *others = met(oauth_client.jwt_client, "bob", "ann", "cid", "dan", "eve", "fay")
    ann, cid, dan, eve, fay = others
    befriend(ann, bob)
    cid.does("friend_request_add", bob)
    bob.does("friend_request_add", dan)
    eve.does("block", bob)
    bob.does("block", fay)

    assert ProjectServer(oauth_client).delete(bob.user_id).status_code == 204

    for other in others:
        assert other.lists() == {name: [] for name in LISTS}


@law("Where two accounts become one it has the friends of both, and of each relationship its own first")
def test_joined_account_has_the_friends_of_both(oauth_client: OAuthClient) -> None:
    server, jwt_client = ProjectServer(oauth_client), oauth_client.jwt_client
    ann, bob, cid, dan = met(jwt_client, "ann", "bob", "cid", "dan")
    token = server.log_in("guest", social_profile={"platform": "steam", "user_id": "s-1"}).json()["token"]
    guest = Friend(jwt_client=jwt_client, user_id=claims(token)["sub"], nickname=None, token=token)
    befriend(guest, bob)
    befriend(guest, cid)
    befriend(guest, ann)
    dan.does("block", guest)
    ann.does("block", cid)
    (of_bob,) = bob.entries("friends")
    (of_cid,) = ann.entries("blocked")
    code = jwt_client.call("create-code-for-linking-accounts", bearer=ann.token).json()["code"]

    assert server.link(code, "steam", "s-1").status_code == 204

    assert ids(ann, "friends") == [bob.user_id]
    assert ids(ann, "blocked_by") == [dan.user_id]
    assert ann.entries("blocked") == [of_cid]
    (joined,) = bob.entries("friends")
    assert joined["user"]["id"] == ann.user_id
    assert (joined["user"]["nickname"], joined["updated"]) == ("ann", of_bob["updated"])
    assert cid.lists() == {
        **{name: [] for name in LISTS},
        "blocked_by": cid.entries("blocked_by"),
    }
    assert ids(cid, "blocked_by") == [ann.user_id]
