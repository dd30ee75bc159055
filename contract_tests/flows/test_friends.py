"""Friends: seven actions, five lists, and two sides that always tell the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.friend import LISTS, Friend, befriended
from login_contract.suite.actors.jwt_client import JwtClient, query_of, refusal
from login_contract.suite.histories.friendships import ACTIONS
from login_contract.suite.judging.refusals import (
    BLOCKED_RELATIONSHIP,
    INVALID_TOKEN,
    INVALID_VALUE,
    UNKNOWN_USER,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
NOTHING: dict[str, list[Any]] = {name: [] for name in LISTS}
# The longest, one of a sign that compares as eighteen others.
LONGEST = ("\ufdfa" * 255, "😀" * 255)
# Equal but for letter case, one the beginning of another, none, and letters beyond a byte.
NICKNAMES = (*LONGEST, "bob", "Bo", "BOB", None, "böb", "bob ", "", "аня", "zoë", "Zoe", "😀", "b")


def met(jwt_client: JwtClient, names: str = "ann bob") -> list[Friend]:
    return [befriended(jwt_client, name, nickname=f"The {name}") for name in names.split()]


def befriend(one: Friend, other: Friend) -> None:
    one.does("friend_request_add", other)
    other.does("friend_request_approve", one)


def ids(entries: list[Any]) -> list[str]:
    return [entry["user"]["id"] for entry in entries]


def place(entry: Any, sort_by: str) -> tuple[Any, str]:
    nickname = unicodedata.normalize("NFKC", entry["user"]["nickname"] or "").casefold()
    return (nickname if sort_by == "by_nickname" else entry["updated"], entry["user"]["id"])


@law("Who blocks ends what was between the two, and is asked for nothing until they unblock", security=True)
def test_blocked_cannot_ask(jwt_client: JwtClient) -> None:
    ann, bob = met(jwt_client)
    befriend(ann, bob)

    bob.does("block", ann)

    assert refusal(ann.act("friend_request_add", bob)) == BLOCKED_RELATIONSHIP
    assert refusal(bob.act("friend_request_add", ann)) == BLOCKED_RELATIONSHIP
    assert {name for name, entries in ann.lists().items() if entries} == {"blocked_by"}
    assert {name for name, entries in bob.lists().items() if entries} == {"blocked"}
    bob.does("unblock", ann)
    assert (ann.lists(), bob.lists()) == (NOTHING, NOTHING)
    ann.does("friend_request_add", bob)


@law("To block somebody does not take back that they have blocked", security=True)
def test_block_of_both_is_lifted_by_both(jwt_client: JwtClient) -> None:
    ann, bob = met(jwt_client)
    ann.does("block", bob)
    bob.does("block", ann)

    ann.does("unblock", bob)

    assert refusal(ann.act("friend_request_add", bob)) == BLOCKED_RELATIONSHIP
    assert {name for name, entries in ann.lists().items() if entries} == {"blocked_by"}
    assert ids(bob.lists()["blocked"]) == [ann.user_id]


@law("A relationship is told whole, and both sides tell the same of it")
def test_relationship_is_told_whole(jwt_client: JwtClient) -> None:
    ann, bob = met(jwt_client)

    ann.does("friend_request_add", bob)

    (sent,), (got,) = ann.entries("friend_requested"), bob.entries("friend_requested_by")
    assert isinstance(sent["updated"], float)
    usual = {"name": None, "picture": None, "tag": sent["user"]["tag"], "presence": "online"}
    assert sent == {
        "status_incoming": "none",
        "status_outgoing": "friend_requested",
        "updated": got["updated"],
        "user": {"id": bob.user_id, "nickname": "The bob", **usual},
    }
    assert got == {
        "status_incoming": "friend_requested",
        "status_outgoing": "none",
        "updated": sent["updated"],
        "user": {"id": ann.user_id, "nickname": "The ann", **usual, "tag": got["user"]["tag"]},
    }


@law("What is so already stays as it is, with the time since when")
@pytest.mark.parametrize("action", ["friend_request_add", "block"])
def test_repeated_action_changes_nothing(jwt_client: JwtClient, action: str) -> None:
    ann, bob = met(jwt_client)
    ann.does(action, bob)
    before = ann.lists(), bob.lists()

    ann.does(action, bob)

    assert (ann.lists(), bob.lists()) == before


@law("Nobody acts on somebody of another project, on nobody, or on themselves", security=True)
@pytest.mark.parametrize("action", ACTIONS)
def test_action_stays_in_its_project(make_jwt_client: MakeJwtClient, action: str) -> None:
    ann, bob = met(make_jwt_client())
    stranger = befriended(make_jwt_client(), "ann")
    befriend(ann, bob)
    before = ann.lists()

    assert refusal(ann.act(action, stranger)) == UNKNOWN_USER
    assert refusal(ann.act(action, str(uuid4()))) == UNKNOWN_USER
    assert refusal(ann.act(action, ann)) == INVALID_VALUE
    assert refusal(ann.act(action, ann.user_id.upper())) == INVALID_VALUE
    assert ann.lists() == before
    assert stranger.lists() == NOTHING


@law("A user's id names the user in whatever letter case")
def test_id_counts_in_any_case(jwt_client: JwtClient) -> None:
    ann, bob = met(jwt_client)

    assert ann.act("friend_request_add", bob.user_id.upper()).status_code == 204

    assert ids(bob.entries("friend_requested_by")) == [ann.user_id]


@law("Presence tells whether the user is signed in, and nothing to whom they have blocked")
def test_presence_follows_the_login(jwt_client: JwtClient) -> None:
    ann, bob = met(jwt_client)
    befriend(ann, bob)

    def presence(list_type: str = "friends") -> str:
        (entry,) = ann.entries(list_type)
        return str(entry["user"]["presence"])

    assert presence() == "online"
    bob.does("block", ann)
    assert presence("blocked_by") == "offline"
    bob.does("unblock", ann)
    befriend(ann, bob)
    jwt_client.call("log-user-out", query={"sessions": "all"}, bearer=bob.token)
    assert presence() == "offline"


@law("A list is sorted as it was asked for, and its pages together are the list")
@pytest.mark.parametrize("sort_by", ["by_nickname", "by_updated"])
@pytest.mark.parametrize("sort_order", ["asc", "desc"])
def test_pages_are_the_sorted_list(jwt_client: JwtClient, sort_by: str, sort_order: str) -> None:
    ann = befriended(jwt_client, "ann")
    others = [
        befriended(jwt_client, f"other-{number}", nickname=nickname)
        for number, nickname in enumerate(NICKNAMES)
    ]
    for other in others:
        ann.does("block", other)
    wanted = {"sort_by": sort_by, "sort_order": sort_order}

    whole = ann.page("blocked", **wanted, limit=50).json()

    assert (whole["next_after"], whole["next_url"]) == (None, None)
    found = whole["relationships"]
    assert set(ids(found)) == {other.user_id for other in others}
    places = [place(entry, sort_by) for entry in found]
    assert places == sorted(places, reverse=sort_order == "desc")
    for limit in (1, 5, len(others)):
        pages = list(ann.pages("blocked", **wanted, limit=limit))
        assert [entry for page in pages for entry in page] == found
        assert [len(page) for page in pages[:-1]] == [limit] * (len(pages) - 1)


@law("Who was there from the first page to the last is visited once, whoever came and went meanwhile")
@pytest.mark.parametrize("sort_by", ["by_nickname", "by_updated"])
@pytest.mark.parametrize("sort_order", ["asc", "desc"])
def test_pages_visit_everybody_once(jwt_client: JwtClient, sort_by: str, sort_order: str) -> None:
    ann = befriended(jwt_client, "ann")
    others = {
        name: befriended(jwt_client, f"other-{name}", nickname=f"same-{name[0]}")
        for name in ("a1", "b1", "c1", "d1", "e1", "f1")
    }
    newcomers = [befriended(jwt_client, f"new-{name}", nickname=f"same-{name}") for name in "yz"]
    for other in others.values():
        ann.does("block", other)
    leaving = {"a1", "c1", "f1"}
    visited: list[str] = []

    for number, page in enumerate(ann.pages("blocked", sort_by=sort_by, sort_order=sort_order, limit=2)):
        visited += ids(page)
        if number == 0:
            for name in leaving:
                ann.does("unblock", others[name])
            for newcomer in newcomers:
                ann.does("block", newcomer)

    stayed = [others[name].user_id for name in others if name not in leaving]
    assert {each: visited.count(each) for each in stayed} == dict.fromkeys(stayed, 1)
    assert len(visited) == len(set(visited))


@law("next_url is the address of the next page")
def test_next_url_leads_on(jwt_client: JwtClient) -> None:
    ann, *others = met(jwt_client, "ann bob cid dan")
    for other in others:
        ann.does("block", other)
    wanted = {"sort_by": "by_nickname", "sort_order": "desc", "limit": 2}

    told = ann.page("blocked", **wanted).json()

    assert query_of(told["next_url"]) == {
        "type": "blocked",
        **wanted,
        "limit": "2",
        "after": told["next_after"],
    }
    assert urlsplit(told["next_url"]).path.endswith("/users/me/relationships")
    answer = jwt_client.http.get(told["next_url"], headers={"Authorization": f"Bearer {ann.token}"})
    assert ids(answer.json()["relationships"]) == [others[0].user_id]


@law("A list that begins at 0 is the same list")
def test_list_begins_at_nought(jwt_client: JwtClient) -> None:
    ann, bob, cid = met(jwt_client, "ann bob cid")
    ann.does("block", bob)
    ann.does("block", cid)

    told = ann.page("blocked", after="0").json()["relationships"]

    assert ids(told) == ids(ann.page("blocked").json()["relationships"]) == [cid.user_id, bob.user_id]


@law("A cursor that was made up, or is of another order, is refused")
def test_cursor_is_of_its_order(jwt_client: JwtClient) -> None:
    ann, *others = met(jwt_client, "ann bob cid")
    for other in others:
        ann.does("block", other)
    cursor = ann.page("blocked", limit=1).json()["next_after"]

    assert refusal(ann.page("blocked", sort_by="by_nickname", after=cursor)) == INVALID_VALUE
    for made_up in (
        "nonsense",
        cursor[:-5],
        cursor + "AA",
        "e30",
        "MQ",
        "bnVsbA",
        "ж",
        "WyJieV91cGRhdGVkIixbXSwiIl0",
    ):
        assert refusal(ann.page("blocked", after=made_up)) == INVALID_VALUE, made_up


@law("Two who act on each other at the same moment leave something that both tell alike")
@pytest.mark.parametrize(
    ("before", "actions", "outcomes"),
    [
        ((), ("friend_request_add", "friend_request_add"), {"friends"}),
        (("friend_request_add",), ("friend_request_cancel", "friend_request_approve"), {"", "friends"}),
        (("friend_request_add",), ("block", "friend_request_approve"), {"blocked"}),
        ((), ("block", "block"), {"blocked blocked_by"}),
        ((), ("block", "friend_request_add"), {"blocked"}),
    ],
)
def test_both_at_once_agree(
    jwt_client: JwtClient, before: tuple[str, ...], actions: tuple[str, str], outcomes: set[str]
) -> None:
    for pair in range(4):
        ann, bob = met(jwt_client, f"ann-{pair} bob-{pair}")
        for action in before:
            ann.does(action, bob)

        calls = [partial(ann.act, actions[0], bob), partial(bob.act, actions[1], ann)]
        at_once(2, partial(_call, calls))

        mine, theirs = ann.lists(), bob.lists()
        assert " ".join(name for name, entries in mine.items() if entries) in outcomes
        _assert_mirrored(mine, theirs)


def _call(calls: Sequence[Callable[[], Any]], number: int) -> Any:
    return calls[number]()


MIRRORED = {"friend_requested": "friend_requested_by", "blocked": "blocked_by", "friends": "friends"}


def _assert_mirrored(mine: dict[str, list[Any]], theirs: dict[str, list[Any]]) -> None:
    __tracebackhide__ = True
    for one, other in [*MIRRORED.items(), *((there, here) for here, there in MIRRORED.items())]:
        seen = [(e["status_incoming"], e["status_outgoing"], e["updated"]) for e in mine[one]]
        assert seen == [(e["status_outgoing"], e["status_incoming"], e["updated"]) for e in theirs[other]], (
            one
        )


@law("Who is signed out sees no list and does nothing to anybody", security=True)
def test_ended_token_acts_no_more(jwt_client: JwtClient) -> None:
    ann, bob = met(jwt_client)
    jwt_client.call("log-user-out", query={"sessions": "all"}, bearer=ann.token)

    assert refusal(ann.act("friend_request_add", bob)) == INVALID_TOKEN
    assert refusal(ann.page("friends")) == INVALID_TOKEN
    assert bob.lists() == NOTHING
