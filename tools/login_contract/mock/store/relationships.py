"""What users are to each other: one row for each side of a pair, none for strangers.

Both sides are kept, so that every list of a user is a range of an index, whoever began the relationship.
"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from login_contract.mock.store import user_rows
from login_contract.mock.store.database import Row, Transaction
from login_contract.mock.store.nicknames import name_key
from login_contract.mock.store.user_rows import User

NONE, FRIEND, REQUESTED, BLOCKED = "none", "friend", "friend_requested", "blocked"
# Whose word decides which list of a user a relationship is in, and which word.
LISTS = {
    "friends": ("outgoing", FRIEND),
    "friend_requested": ("outgoing", REQUESTED),
    "friend_requested_by": ("incoming", REQUESTED),
    "blocked": ("outgoing", BLOCKED),
    "blocked_by": ("incoming", BLOCKED),
}
SORTS = {"by_nickname": "name_key", "by_updated": "updated"}
Place = tuple[Any, str]


@frozen
class Stand:
    """What two users say of each other, seen by one of them."""

    outgoing: str = NONE
    incoming: str = NONE

    @property
    def mirrored(self) -> Stand:
        """The same, seen by the other one."""
        return Stand(self.incoming, self.outgoing)


STRANGERS = Stand()


@frozen(kw_only=True)
class Relationship:
    """One entry of a user's list: the other one, and since when it is so, in unix seconds.

    ``online`` says whether the other one holds a token that is good, ``place`` where the entry stands in the
    list: what comes after it is the next page.
    """

    stand: Stand
    updated: float
    other: User
    online: bool
    place: Place

    @property
    def presence(self) -> str:
        """``online`` or ``offline``; of somebody who has blocked the user nothing is told."""
        return "online" if self.online and self.stand.incoming != BLOCKED else "offline"


def stand(tx: Transaction, user_id: str, other_id: str) -> Stand:
    """Return what two users say of each other."""
    row = tx.one(
        "SELECT outgoing, incoming FROM relationships WHERE user_id = :user_id AND other_id = :other_id",
        user_id=user_id,
        other_id=other_id,
    )
    return Stand(row["outgoing"], row["incoming"]) if row else STRANGERS


def put(tx: Transaction, user: User, other: User, stand: Stand) -> None:
    """Write down what two users say of each other from now on, for both; nothing is kept of strangers."""
    for one, two, seen in ((user, other, stand), (other, user, stand.mirrored)):
        if seen == STRANGERS:
            _remove(tx, one.user_id, two.user_id)
        else:
            _keep(tx, one.user_id, two.user_id, seen, updated=tx.now, name_key=name_key(two.nickname))


def page(
    tx: Transaction,
    user_id: str,
    list_type: str,
    *,
    sort_by: str,
    descending: bool,
    after: Place | None,
    limit: int,
) -> list[Relationship]:
    """Return so many entries of a list of a user, those behind a place; those of one name or time by id."""
    word, wanted = LISTS[list_type]
    key, sign, order = SORTS[sort_by], "<" if descending else ">", "DESC" if descending else "ASC"
    behind = f" AND (r.{key}, r.other_id) {sign} (:place, :place_id)" if after is not None else ""
    given = {"place": after[0], "place_id": after[1]} if after is not None else {}
    rows = tx.all(
        "SELECT u.*, r.outgoing, r.incoming, r.updated, r.name_key, EXISTS (SELECT 1 FROM sessions s"
        " WHERE s.user_id = u.user_id AND s.purpose = 'full' AND s.revoked_at IS NULL"
        " AND s.expires_at > :now) AS online"
        f" FROM relationships r JOIN users u ON u.user_id = r.other_id"
        f" WHERE r.user_id = :user_id AND r.{word} = :wanted{behind}"
        f" ORDER BY r.{key} {order}, r.other_id {order} LIMIT :most",
        user_id=user_id,
        wanted=wanted,
        now=tx.now,
        most=limit,
        **given,
    )
    return [_relationship(tx, row, key) for row in rows]


def _relationship(tx: Transaction, row: Row, key: str) -> Relationship:
    return Relationship(
        stand=Stand(row["outgoing"], row["incoming"]),
        updated=row["updated"],
        other=user_rows.of_row(tx, row),
        online=bool(row["online"]),
        place=(row[key], row["user_id"]),
    )


def forget(tx: Transaction, user_id: str) -> None:
    """Forget every relationship of a user who is going, on both sides."""
    for column in ("user_id", "other_id"):
        tx.execute(f"DELETE FROM relationships WHERE {column} = :user_id", user_id=user_id)


def move(tx: Transaction, user: User, to: User) -> None:
    """Let the relationships of a user who is going be those of another one, who keeps what they have."""
    rows = tx.all(
        "SELECT other_id, outgoing, incoming, updated, name_key FROM relationships WHERE user_id = :user_id"
        " AND other_id <> :to_user_id AND other_id NOT IN"
        " (SELECT other_id FROM relationships WHERE user_id = :to_user_id)",
        user_id=user.user_id,
        to_user_id=to.user_id,
    )
    forget(tx, user.user_id)
    for row in rows:
        seen, times = Stand(row["outgoing"], row["incoming"]), {"updated": row["updated"]}
        _keep(tx, to.user_id, row["other_id"], seen, name_key=row["name_key"], **times)
        _keep(tx, row["other_id"], to.user_id, seen.mirrored, name_key=name_key(to.nickname), **times)


def _keep(
    tx: Transaction, user_id: str, other_id: str, stand: Stand, *, updated: float, name_key: str
) -> None:
    tx.put(
        "relationships",
        ("user_id", "other_id"),
        user_id=user_id,
        other_id=other_id,
        outgoing=stand.outgoing,
        incoming=stand.incoming,
        updated=updated,
        name_key=name_key,
    )


def _remove(tx: Transaction, user_id: str, other_id: str) -> None:
    tx.execute(
        "DELETE FROM relationships WHERE user_id = :user_id AND other_id = :other_id",
        user_id=user_id,
        other_id=other_id,
    )
