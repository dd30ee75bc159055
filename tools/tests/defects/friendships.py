"""Defects of friends: of what an action does to the other side, and of the pages of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.domain import relationships as rules
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import friends, social_friends
from login_contract.mock.flows.friends import Friends
from login_contract.mock.names import comparable
from login_contract.mock.services import Services
from login_contract.mock.store import nicknames, relationships
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.relationships import BLOCKED, NONE, REQUESTED, STRANGERS, Relationship, Stand
from login_contract.mock.store.user_rows import User
from tests.defects.planting import altered, find_in_any_project, wrap_operation

ACT = "update-users-friends"


def _rule(patch: pytest.MonkeyPatch, action: str, change: Any) -> None:
    patch.setattr(rules, "ACTIONS", {**rules.ACTIONS, action: change})


def other_side_not_told(patch: pytest.MonkeyPatch) -> None:
    def put(tx: Transaction, user: User, other: User, stand: Stand) -> None:
        name_key = nicknames.name_key(other.nickname)
        relationships._keep(tx, user.user_id, other.user_id, stand, updated=tx.now, name_key=name_key)

    patch.setattr(relationships, "put", put)


def ended_friendship_stays_with_the_other(patch: pytest.MonkeyPatch) -> None:
    sound = relationships.put

    def put(tx: Transaction, user: User, other: User, stand: Stand) -> None:
        if stand == STRANGERS:
            relationships._remove(tx, user.user_id, other.user_id)
        else:
            sound(tx, user, other, stand)

    patch.setattr(relationships, "put", put)


def blocked_user_may_ask(patch: pytest.MonkeyPatch) -> None:
    _rule(patch, "friend_request_add", lambda stand: Stand(REQUESTED, NONE))


def who_blocks_may_ask(patch: pytest.MonkeyPatch) -> None:
    sound = rules.ACTIONS["friend_request_add"]
    _rule(
        patch,
        "friend_request_add",
        lambda stand: rules.ASKED if stand.outgoing == BLOCKED else sound(stand),
    )


def block_keeps_the_friendship(patch: pytest.MonkeyPatch) -> None:
    _rule(patch, "block", lambda stand: Stand(BLOCKED, stand.incoming))


def block_lifts_that_of_the_other(patch: pytest.MonkeyPatch) -> None:
    _rule(patch, "block", lambda stand: Stand(BLOCKED, NONE))


def unblock_lifts_both(patch: pytest.MonkeyPatch) -> None:
    _rule(patch, "unblock", lambda stand: STRANGERS)


def friendship_needs_no_request(patch: pytest.MonkeyPatch) -> None:
    _rule(patch, "friend_request_approve", lambda stand: rules.FRIENDS)


def own_request_is_approved(patch: pytest.MonkeyPatch) -> None:
    sound = rules.ACTIONS["friend_request_approve"]
    _rule(
        patch,
        "friend_request_approve",
        lambda stand: rules.FRIENDS if stand == rules.ASKED else sound(stand),
    )


def repeated_action_is_new(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        reply = await sound(call, services)
        user_id = call.user.user.user_id

        def renew(tx: Transaction) -> None:
            for column in ("user_id", "other_id"):
                tx.change("relationships", (column,), **{column: user_id, "updated": tx.now})

        await services.store.transaction(renew)
        return reply

    wrap_operation(patch, ACT, around)


def stranger_befriended(patch: pytest.MonkeyPatch) -> None:
    """Find the other one in any project."""

    find_in_any_project(patch, friends)


def refused_action_is_answered_as_done(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        try:
            return await sound(call, services)
        except LoginError:
            return Reply.empty()

    wrap_operation(patch, ACT, around)


def pages_are_counted(patch: pytest.MonkeyPatch) -> None:
    """Begin a page after so many entries, in place of after an entry."""
    sound = relationships.page
    passed: dict[Any, int] = {}

    def page(
        tx: Transaction, user_id: str, list_type: str, *, after: Any, limit: int, **how: Any
    ) -> list[Relationship]:
        skip = passed.get(after, 0)
        entries = sound(tx, user_id, list_type, after=None, limit=skip + limit, **how)[skip:]
        passed.update({entry.place: skip + number for number, entry in enumerate(entries, start=1)})
        return entries

    patch.setattr(relationships, "page", page)


def page_begins_with_the_last_of_before(patch: pytest.MonkeyPatch) -> None:
    _alter_place(patch, lambda key, user_id, descending: (key, user_id + "~" if descending else user_id[:-1]))


def equals_of_a_page_passed_over(patch: pytest.MonkeyPatch) -> None:
    """Go on behind everybody who is called as the last one is."""
    _alter_place(patch, lambda key, user_id, descending: (key, "" if descending else "~"))


def _alter_place(patch: pytest.MonkeyPatch, alter: Callable[[Any, str, bool], Any]) -> None:
    sound = relationships.page

    def page(
        tx: Transaction, user_id: str, list_type: str, *, descending: bool, after: Any, **how: Any
    ) -> list[Relationship]:
        altered_place = alter(after[0], after[1], descending) if after is not None else None
        return sound(tx, user_id, list_type, descending=descending, after=altered_place, **how)

    patch.setattr(relationships, "page", page)


def letter_case_sorts_nicknames(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(relationships, "name_key", lambda nickname: (nickname or "").encode().hex())


def cursor_as_long_as_it_comes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(relationships, "name_key", lambda nickname: comparable(nickname or "").encode().hex())


def renamed_friend_keeps_their_place(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(nicknames, "renamed", lambda tx, user_id, nickname: None)


def cursor_of_any_order_taken(patch: pytest.MonkeyPatch) -> None:
    sound = friends._place

    def place(cursor: str, sort_by: str) -> Any:
        try:
            return sound(cursor, sort_by)
        except LoginError:
            return None

    patch.setattr(friends, "_place", place)


def presence_told_to_the_blocked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Relationship, "presence", property(lambda self: "online" if self.online else "offline"))


def friends_lost_when_accounts_become_one(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(relationships, "move", lambda tx, user, to: relationships.forget(tx, user.user_id))


def blocker_told_among_social_friends(patch: pytest.MonkeyPatch) -> None:
    strangers = altered(relationships, stand=lambda tx, user_id, other_id: STRANGERS)
    patch.setattr(social_friends, "relationships", strangers)


def list_of_somebody_else(patch: pytest.MonkeyPatch) -> None:
    """Read the list of whoever the first entry is about."""
    sound = Friends.page

    async def page(self: Friends, bearer: Any, list_type: str, **how: Any) -> Any:
        own = await sound(self, bearer, list_type, **how)
        if not own.entries:
            return own
        return await sound(self, evolve(bearer, user=own.entries[0].other), list_type, **how)

    patch.setattr(Friends, "page", page)
