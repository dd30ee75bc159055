"""The model of who is what to whom: what every action does to a pair, as a table."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field, frozen

from login_contract.suite.judging.refusals import (
    BLOCKED_RELATIONSHIP,
    INVALID_VALUE,
    NOT_FOUND,
    DocumentedRefusal,
)

# What one says of the other, and the other of the one; the columns of the table below.
STATES = (
    ("none", "none"),
    ("friend_requested", "none"),
    ("none", "friend_requested"),
    ("friend", "friend"),
    ("blocked", "none"),
    ("none", "blocked"),
    ("blocked", "blocked"),
)
# By action, which state follows on each: its column, or 403 or 404 for a refusal.
TABLE: Mapping[str, tuple[int, ...]] = {
    "friend_request_add": (1, 1, 3, 3, 403, 403, 403),
    "friend_request_cancel": (404, 0, 404, 404, 404, 404, 404),
    "friend_request_approve": (404, 404, 3, 404, 404, 404, 404),
    "friend_request_deny": (404, 404, 0, 404, 404, 404, 404),
    "friend_remove": (404, 404, 404, 0, 404, 404, 404),
    "block": (4, 4, 4, 4, 4, 6, 6),
    "unblock": (404, 404, 404, 404, 0, 404, 5),
}
ACTIONS = tuple(TABLE)
REFUSED = {403: BLOCKED_RELATIONSHIP, 404: NOT_FOUND}
LIST_OF = {
    ("friend", "friend"): ("friends",),
    ("friend_requested", "none"): ("friend_requested",),
    ("none", "friend_requested"): ("friend_requested_by",),
    ("blocked", "none"): ("blocked",),
    ("none", "blocked"): ("blocked_by",),
    ("blocked", "blocked"): ("blocked", "blocked_by"),
    ("none", "none"): (),
}


@frozen
class Outcome:
    """What comes of an action: a refusal, or that something changed or nothing did."""

    refusal: DocumentedRefusal | None = None
    changes: bool = False


@define
class Friendships:
    """Who is what to whom; users are numbers."""

    _columns: dict[tuple[int, int], int] = field(factory=dict)

    def state(self, one: int, other: int) -> tuple[str, str]:
        """Return what one says of the other, and the other of the one."""
        return STATES[self._columns.get((one, other), 0)]

    def act(self, one: int, action: str, other: int) -> Outcome:
        """Let one do something to another, and return what comes of it."""
        if one == other:
            return Outcome(INVALID_VALUE)
        before = self._columns.get((one, other), 0)
        follows = TABLE[action][before]
        if follows in REFUSED:
            return Outcome(REFUSED[follows])
        self._columns[one, other] = follows
        self._columns[other, one] = STATES.index(STATES[follows][::-1])
        return Outcome(changes=follows != before)
