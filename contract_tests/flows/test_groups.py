"""Groups of users: what a server makes of them, who is in them, and what tokens tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.group_keeper import DEFAULT_GROUP, GroupKeeper
from login_contract.suite.actors.jwt_client import refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    INVALID_TOKEN,
    INVALID_VALUE,
    NOT_FOUND,
    UNKNOWN_USER,
    UNPROCESSABLE_VALUE,
)

law = pytest.mark.law
# Whatever groups another project has, nobody is to meet them.
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]
Listed = list[dict[str, Any]]
CREATE, RENAME, DELETE = "post-project-user-group", "put-project-user-group", "del-project-user-group"
MANAGE, REPLACE, LEAVE = "manage-user-groups", "update-user-groups", "delete-user-groups"
LONGEST, MOST_IDS = 255, 1000
NAMES = (
    "a",
    "x" * LONGEST,
    "\U0001f9d1\u200d\U0001f680" * (LONGEST // 3),
    "Großkunden & «Söhne»",
    "مجموعة \u202eكبار\u202c",
    "ठेकेदार e\u0301 \ufeff",
    "'); DROP TABLE users; --",
    "<script>alert(1)</script>",
    "two\nlines\tand \x7f",
    "1",
    " ",
)
# Pairs that only a careless eye takes for one name.
TWO_NAMES = (
    ("vip", "VIP"),
    ("vip", "vip "),
    ("vip", "vip\u200b"),
    ("vip1", "vip2"),
    ("\u00e9", "e\u0301"),
    ("7", "07"),
    ("x" * LONGEST, "x" * (LONGEST - 1)),
    ("straße", "strasse"),
    ("default", "Default"),
)


@pytest.fixture
def server(oauth_client: OAuthClient) -> GroupKeeper:
    """The server of a fresh project."""
    return GroupKeeper(oauth_client=oauth_client)


@pytest.fixture
def ann(server: GroupKeeper) -> str:
    """The id of a user of the project."""
    return str(server.oauth_client.member()["user_id"])


def profile(server: GroupKeeper, token: str) -> Listed:
    """What the profile of a token's user tells of groups."""
    groups: Listed = server.jwt_client.call("get-user-details", bearer=token).json()["groups"]
    return groups


def in_a_token(groups: Listed) -> Listed:
    """Groups as a token has to name them."""
    return [{name: group[name] for name in ("id", "name", "is_default")} for group in groups]


def assert_groups(server: GroupKeeper, user_id: str, *groups: Mapping[str, Any]) -> None:
    """Assert what lists, profile and token of ann name, beside the default group."""
    __tracebackhide__ = True
    whole = [dict(DEFAULT_GROUP), *(dict(group) for group in groups)]
    token = token_of(server.jwt_client.login("ann"))
    assert server.groups_of(user_id) == whole
    assert server.call("get-user", path={"user_id": user_id}).json()["groups"] == whole
    assert profile(server, token) == whole
    assert claims(token)["groups"] == in_a_token(whole)


@law("Everybody is in the default group, and a new project has no other")
def test_everybody_is_in_the_default_group(server: GroupKeeper, ann: str) -> None:
    assert server.groups() == [DEFAULT_GROUP]
    assert_groups(server, ann)


@law("A group is listed whole, under the very name that it was given")
@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:20])
def test_group_is_listed_as_it_was_made(server: GroupKeeper, ann: str, name: str) -> None:
    made = server.new_group(name)

    assert made == {"id": made["id"], "name": name, "is_default": False, "is_deletable": True}
    assert server.groups() == [DEFAULT_GROUP, made]
    assert server.join(ann, made["id"]) == [DEFAULT_GROUP, made]
    assert_groups(server, ann, made)


@law("A name that is too long, or none, makes no group")
@pytest.mark.parametrize("name", ["", "x" * (LONGEST + 1), "\U0001f680" * (LONGEST + 1), 7, None])
def test_name_has_its_length(server: GroupKeeper, name: Any) -> None:
    group = server.new_group("vip")

    assert refusal(server.call(CREATE, body={"name": name}))[0] == 400
    assert refusal(server.group_call(RENAME, group["id"], body={"new_name": name}))[0] == 400

    assert server.groups() == [DEFAULT_GROUP, group]


@law("Names of groups count in their whole length and spelling")
@pytest.mark.parametrize(("one", "other"), TWO_NAMES, ids=lambda name: ascii(name)[:20])
def test_names_that_differ_are_two(server: GroupKeeper, one: str, other: str) -> None:
    made = [server.new_group(name) for name in (one, other) if name != DEFAULT_GROUP["name"]]

    assert server.groups() == [DEFAULT_GROUP, *made]
    for name in (one, other):
        assert refusal(server.call(CREATE, body={"name": name})) == UNPROCESSABLE_VALUE
    assert server.groups() == [DEFAULT_GROUP, *made]


@law("A project has a name of a group once, also when many ask at the same moment")
def test_name_is_given_once(server: GroupKeeper) -> None:
    assert server.groups() == [DEFAULT_GROUP]

    answers = at_once(8, lambda _: server.call(CREATE, body={"name": "vip"}))

    assert sorted(answer.status_code for answer in answers) == [204] + [422] * 7
    assert [group["name"] for group in server.groups()] == ["default", "vip"]


@law("A renamed group keeps its id and its members, who see the new name")
def test_renamed_group_keeps_its_members(server: GroupKeeper, ann: str) -> None:
    first, second = server.new_group("first"), server.new_group("second")
    server.join(ann, first["id"])

    for name in ("x" * LONGEST, "x" * LONGEST, "VIP ", "first"):
        assert server.group_call(RENAME, first["id"], body={"new_name": name}).status_code == 204
        first["name"] = name
        assert server.groups() == [DEFAULT_GROUP, first, second]
        assert_groups(server, ann, first)


@law("A name that another group has is not taken by renaming, and one that was left is free")
def test_name_of_another_group_is_not_taken(server: GroupKeeper) -> None:
    first, second = server.new_group("first"), server.new_group("second")

    for taken in ("second", "default"):
        assert (
            refusal(server.group_call(RENAME, first["id"], body={"new_name": taken})) == UNPROCESSABLE_VALUE
        )
    assert server.groups() == [DEFAULT_GROUP, first, second]

    assert server.group_call(RENAME, first["id"], body={"new_name": "third"}).status_code == 204
    assert server.new_group("first")["id"] not in (first["id"], second["id"])


@law("Nobody is in a deleted group, its name is free, and its id is not used again", security=True)
def test_deleted_group_is_gone(server: GroupKeeper, ann: str) -> None:
    kept, gone = server.new_group("kept"), server.new_group("gone")
    server.join(ann, kept["id"], gone["id"])

    assert server.group_call(DELETE, gone["id"]).status_code == 204

    assert server.groups() == [DEFAULT_GROUP, kept]
    assert_groups(server, ann, kept)
    for operation_id, body in ((DELETE, None), (RENAME, {"new_name": "other"})):
        assert refusal(server.group_call(operation_id, gone["id"], body=body)) == NOT_FOUND
    again = server.new_group("gone")
    assert again["id"] not in (kept["id"], gone["id"])
    assert_groups(server, ann, kept)


@law("The default group is neither renamed nor deleted, and nobody is put into it or taken out of it")
def test_default_group_stays(server: GroupKeeper, ann: str) -> None:
    group = server.new_group("vip")
    server.join(ann, group["id"])
    default = DEFAULT_GROUP["id"]

    assert refusal(server.group_call(RENAME, default, body={"new_name": "all"})) == UNPROCESSABLE_VALUE
    assert refusal(server.group_call(DELETE, default)) == UNPROCESSABLE_VALUE
    for operation_id, body in (
        (MANAGE, {"add_user_groups": [default]}),
        (MANAGE, {"remove_user_groups": [group["id"], default]}),
        (LEAVE, {"user_groups": [group["id"], default]}),
    ):
        assert refusal(server.member_call(operation_id, ann, **body)) == UNPROCESSABLE_VALUE, body

    assert server.groups() == [DEFAULT_GROUP, group]
    assert_groups(server, ann, group)
    for ids in ([default], []):
        assert server.member_call(REPLACE, ann, user_groups=ids).json() == [DEFAULT_GROUP]


def changes(known: int, unknown: int) -> list[tuple[str, dict[str, list[int]]]]:
    """Every change that names a group that there is, and one that there is not."""
    return [
        (MANAGE, {"add_user_groups": [known, unknown]}),
        (MANAGE, {"add_user_groups": [known], "remove_user_groups": [unknown]}),
        (MANAGE, {"add_user_groups": [unknown], "remove_user_groups": [known]}),
        (REPLACE, {"user_groups": [known, unknown]}),
        (LEAVE, {"user_groups": [known, unknown]}),
    ]


@law("A change that names a group that the project does not have changes nothing", security=True)
def test_unknown_group_is_refused_whole(
    server: GroupKeeper, ann: str, make_oauth_client: MakeOAuthClient
) -> None:
    foreign = GroupKeeper(oauth_client=make_oauth_client()).new_group("foreign")
    first, second, gone = (server.new_group(name) for name in ("first", "second", "gone"))
    server.join(ann, first["id"])
    server.group_call(DELETE, gone["id"])

    for unknown in (foreign["id"], gone["id"], 2**63 - 1):
        for known in (first["id"], second["id"]):
            for operation_id, body in changes(known, unknown):
                assert refusal(server.member_call(operation_id, ann, **body)) == UNPROCESSABLE_VALUE, body
    assert_groups(server, ann, first)


@law("A group that is to be joined and left at once is refused")
def test_group_is_not_joined_and_left_at_once(server: GroupKeeper, ann: str) -> None:
    first, second = server.new_group("first"), server.new_group("second")
    both = {"add_user_groups": [first["id"], second["id"]], "remove_user_groups": [second["id"]]}

    assert refusal(server.member_call(MANAGE, ann, **both)) == UNPROCESSABLE_VALUE

    assert_groups(server, ann)


@law("A thousand ids are taken, one that is named twice counts once, and one more is refused")
@pytest.mark.parametrize(
    ("operation_id", "name"),
    [
        (MANAGE, "add_user_groups"),
        (MANAGE, "remove_user_groups"),
        (REPLACE, "user_groups"),
        (LEAVE, "user_groups"),
    ],
)
def test_thousand_ids_are_taken(server: GroupKeeper, ann: str, operation_id: str, name: str) -> None:
    group = server.new_group("vip")

    taken = server.member_call(operation_id, ann, **{name: [group["id"]] * MOST_IDS})
    assert taken.status_code in (200, 204), taken.text
    held = server.groups_of(ann)
    one_more = server.member_call(operation_id, ann, **{name: [group["id"]] * (MOST_IDS + 1)})

    assert refusal(one_more) == INVALID_VALUE
    assert server.groups_of(ann) == held


@law("Groups of one project are nothing to another", security=True)
def test_groups_are_those_of_their_project(
    server: GroupKeeper, ann: str, make_oauth_client: MakeOAuthClient
) -> None:
    group = server.new_group("vip")
    server.join(ann, group["id"])
    stranger = GroupKeeper(oauth_client=make_oauth_client())
    own = stranger.new_group("vip")

    assert own["id"] != group["id"]
    assert stranger.groups() == [DEFAULT_GROUP, own]
    assert refusal(stranger.group_call(RENAME, group["id"], body={"new_name": "mine"})) == NOT_FOUND
    assert refusal(stranger.group_call(DELETE, group["id"])) == NOT_FOUND
    for operation_id, body in (
        ("get-user-groups", {}),
        (MANAGE, {"add_user_groups": [own["id"]]}),
        (REPLACE, {"user_groups": [own["id"]]}),
        (LEAVE, {"user_groups": [own["id"]]}),
    ):
        assert refusal(stranger.member_call(operation_id, ann, **body)) == UNKNOWN_USER
    in_the_name_of = stranger.jwt_client.at(server.jwt_client.project_id)
    answer = in_the_name_of.call(
        "get-project-user-groups", headers={"X-SERVER-AUTHORIZATION": stranger.token}
    )
    assert refusal(answer) == INVALID_TOKEN
    assert server.groups() == [DEFAULT_GROUP, group]
    assert_groups(server, ann, group)


@law("A user who does not exist is in no groups")
def test_groups_of_nobody_are_not_found(server: GroupKeeper) -> None:
    group = server.new_group("vip")

    for operation_id, body in (
        ("get-user-groups", {}),
        (MANAGE, {"add_user_groups": [group["id"]]}),
        (REPLACE, {"user_groups": []}),
        (LEAVE, {"user_groups": [group["id"]]}),
    ):
        assert refusal(server.member_call(operation_id, str(uuid4()), **body)) == UNKNOWN_USER


@law("Users who join groups at the same moment are in all of them")
def test_groups_joined_at_once_are_all_kept(server: GroupKeeper, ann: str) -> None:
    made = [server.new_group(f"group-{number}") for number in range(8)]

    answers = at_once(8, lambda number: server.join(ann, made[number]["id"]))

    assert all(made[number] in answer for number, answer in enumerate(answers))
    assert_groups(server, ann, *made)


@law("A group that is deleted while others join it has no members afterwards", security=True)
def test_group_deleted_meanwhile_has_no_members(server: GroupKeeper) -> None:
    users = [server.oauth_client.member(f"user-{number}")["user_id"] for number in range(4)]
    group = server.new_group("vip")

    def do(number: int) -> int:
        if number == 0:
            return server.group_call(DELETE, group["id"]).status_code
        joined = server.member_call(MANAGE, users[number - 1], add_user_groups=[group["id"]])
        return joined.status_code

    statuses = at_once(5, do)

    assert statuses[0] == 204
    assert set(statuses[1:]) <= {200, 422}
    assert [server.groups_of(user_id) for user_id in users] == [[DEFAULT_GROUP]] * 4


@law("A token that comes later, by whatever way, tells the groups of that moment")
def test_later_tokens_tell_the_groups_of_their_moment(server: GroupKeeper, ann: str) -> None:
    oauth_client, group = server.oauth_client, server.new_group("vip")
    before = oauth_client.tokens(scope="offline")
    server.join(ann, group["id"])
    whole = in_a_token([dict(DEFAULT_GROUP), group])

    renewed = tokens_of(oauth_client.refresh(before["refresh_token"]))
    exchanged = tokens_of(
        oauth_client.grant(
            "urn:ietf:params:oauth:grant-type:token_exchange",
            subject_token=before["access_token"],
            subject_token_type="jwt",
        )
    )

    assert claims(before["access_token"])["groups"] == whole[:1]
    assert [claims(each["access_token"])["groups"] for each in (renewed, exchanged)] == [whole, whole]
    server.member_call(LEAVE, ann, user_groups=[group["id"]])
    last = tokens_of(oauth_client.refresh(renewed["refresh_token"]))
    assert claims(last["access_token"])["groups"] == whole[:1]


@law("An account that another one becomes part of is in the groups of both")
def test_merged_account_is_in_the_groups_of_both(make_partner: Callable[..., StoragePartner]) -> None:
    partner = make_partner(
        merge_by_server_custom_id=True, key_map={"user-verification": {"id": "server_custom_id"}}
    )
    server = GroupKeeper(oauth_client=partner.oauth_client)
    shared, first, second = (server.new_group(name) for name in ("shared", "first", "second"))
    ids = {}
    for name, custom_id, group in (("ann", "1", first), ("bob", "2", second)):
        partner.answer("user-verification", json={"id": custom_id})
        ids[name] = claims(partner.access_token(partner.jwt_client.login(name)))["sub"]
        server.join(ids[name], shared["id"], group["id"])

    partner.answer("user-verification", json={"id": "1"})
    token = partner.access_token(partner.jwt_client.login("bob"))

    assert claims(token)["sub"] == ids["ann"]
    assert claims(token)["groups"] == in_a_token([dict(DEFAULT_GROUP), shared, first, second])
    assert refusal(server.member_call("get-user-groups", ids["bob"])) == UNKNOWN_USER
