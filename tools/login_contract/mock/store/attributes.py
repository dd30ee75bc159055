"""Attributes of users; of each game, and of those common to all, a key is unique across both types."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from login_contract.mock.store.database import Row, Transaction

CLIENT, SERVER = "client", "server"
PRIVATE, PUBLIC = "private", "public"
# In the column of the game: common to all of them. No game has this id.
ALL_GAMES = 0


@frozen(kw_only=True)
class Attribute:
    """One attribute: ``attr_type`` is ``client`` or ``server``, ``permission`` ``public`` or ``private``.

    Without a ``publisher_project_id`` it is common to all games. ``data_type`` and ``format`` tell what the
    value is the text of, ``description`` what it is about.
    """

    key: str
    value: str
    attr_type: str = CLIENT
    permission: str = PRIVATE
    read_only: bool = False
    publisher_project_id: int | None = None
    data_type: str | None = None
    description: str | None = None
    format: str | None = None

    @property
    def locked(self) -> bool:
        """Whether a client may not change it."""
        return self.read_only or self.attr_type == SERVER


def put(tx: Transaction, user_id: str, attributes: Iterable[Attribute]) -> None:
    """Create attributes or replace those with the same keys and games."""
    for attribute in attributes:
        tx.put(
            "attributes",
            ("user_id", "game", "key"),
            user_id=user_id,
            game=attribute.publisher_project_id or ALL_GAMES,
            key=attribute.key,
            attr_type=attribute.attr_type,
            value=attribute.value,
            permission=attribute.permission,
            read_only=int(attribute.read_only),
            data_type=attribute.data_type,
            description=attribute.description,
            format=attribute.format,
            updated_at=tx.now,
        )


def remove(tx: Transaction, user_id: str, publisher_project_id: int | None, keys: Iterable[str]) -> None:
    """Remove attributes of a game, or common ones; who has none of a key keeps all."""
    for key in keys:
        tx.execute(
            "DELETE FROM attributes WHERE user_id = :user_id AND game = :game AND key = :key",
            user_id=user_id,
            game=publisher_project_id or ALL_GAMES,
            key=key,
        )


def of_user(tx: Transaction, user_id: str) -> list[Attribute]:
    """Return a user's attributes by key, of each the common one first."""
    rows = tx.all("SELECT * FROM attributes WHERE user_id = :user_id", user_id=user_id)
    # Databases sort texts in an order of their own.
    return [_attribute(row) for row in sorted(rows, key=lambda row: (row["key"], row["game"]))]


def _attribute(row: Row) -> Attribute:
    return Attribute(
        key=row["key"],
        value=row["value"],
        attr_type=row["attr_type"],
        permission=row["permission"],
        read_only=bool(row["read_only"]),
        publisher_project_id=row["game"] or None,
        data_type=row["data_type"],
        description=row["description"],
        format=row["format"],
    )


@frozen
class Update:
    """When an attribute was updated, in unix seconds of the mock's time, and whose it is."""

    at: float
    user_id: str


FIRST = Update(0.0, "")


@frozen(kw_only=True)
class Search:
    """Which users to find: those with a key, and of its value with that text, or with that text in it.

    ``after`` is the update after which to begin.
    """

    key: str
    value: str | None
    contained: bool
    attr_type: str
    publisher_project_id: int | None
    after: Update
    limit: int


def updates(tx: Transaction, project_id: str, search: Search) -> list[Update]:
    """Return whose attributes of a project are found, the one updated first before all, at most ``limit``."""
    # What is like a text differs between databases, and so does letter case there.
    matches = {
        (True, True): " AND (:value = '' OR replace(value, :value, '') <> value)",
        (True, False): " AND value = :value",
    }.get((search.value is not None, search.contained), "")
    rows = tx.all(
        "SELECT updated_at, user_id FROM attributes WHERE key = :key AND attr_type = :attr_type"
        f" AND game = :game{matches}"
        # By the first condition PostgreSQL finds in the index where the page begins.
        " AND updated_at >= :at AND (updated_at > :at OR user_id > :user_id)"
        " AND EXISTS (SELECT 1 FROM users WHERE users.user_id = attributes.user_id"
        " AND project_id = :project_id) ORDER BY updated_at, user_id LIMIT :most",
        project_id=project_id,
        key=search.key,
        attr_type=search.attr_type,
        game=search.publisher_project_id or ALL_GAMES,
        at=search.after.at,
        user_id=search.after.user_id,
        most=search.limit,
        **({"value": search.value} if search.value is not None else {}),
    )
    return [Update(row["updated_at"], row["user_id"]) for row in rows]
