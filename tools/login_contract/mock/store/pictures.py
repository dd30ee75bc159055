"""Pictures that users uploaded; a user has one, and the column ``picture`` of the user names it."""

from __future__ import annotations

from attrs import field, frozen

from login_contract.mock.store import users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User


@frozen
class Picture:
    """A picture and its media type."""

    media_type: str
    content: bytes = field(repr=False)


def replace(tx: Transaction, user_id: str, name: str, picture: Picture) -> None:
    """Give a user a picture in the place of any other."""
    remove(tx, user_id)
    tx.insert("pictures", name=name, user_id=user_id, media_type=picture.media_type, content=picture.content)
    tx.change("users", users.KEY, user_id=user_id, picture=name)


def remove(tx: Transaction, user_id: str) -> None:
    """Take a user's picture away, also one that is elsewhere."""
    tx.execute("DELETE FROM pictures WHERE user_id = :user_id", user_id=user_id)
    tx.change("users", users.KEY, user_id=user_id, picture=None)


def move(tx: Transaction, user: User, to: User) -> None:
    """Give a user the picture of another one, here or elsewhere, where they have none."""
    if to.picture is None and user.picture is not None:
        tx.change("pictures", ("name",), name=user.picture, user_id=to.user_id)
        tx.change("users", users.KEY, user_id=to.user_id, picture=user.picture)


def named(tx: Transaction, name: str) -> Picture | None:
    """Return the picture with a name, as long as it is that of a user."""
    row = tx.one(
        "SELECT media_type, content FROM pictures WHERE name = :name"
        " AND EXISTS (SELECT 1 FROM users WHERE user_id = pictures.user_id AND picture = pictures.name)",
        name=name,
    )
    return Picture(row["media_type"], bytes(row["content"])) if row else None
