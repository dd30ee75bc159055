"""A user, and the row that keeps them: names and e-mail addresses compare case-insensitively."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import asdict, field, frozen

from login_contract.mock.names import comparable, searchable
from login_contract.mock.store.database import Row, Transaction

# What an index holds of the key of a nickname: PostgreSQL has no room for the longest ones.
NICKNAME_START = 400


@frozen(kw_only=True)
class Ban:
    """Why a user is shut out and how long, in unix seconds of the mock's time; without an end, for good."""

    reason: str
    begins: float
    ends: float | None = None

    def holds(self, now: float) -> bool:
        """Say whether the user is shut out at a moment."""
        return self.begins <= now and (self.ends is None or now < self.ends)


@frozen(kw_only=True)
class User:
    """One user of one project, as a transaction finds them.

    ``phone_number`` is one to log in with, ``two_factor_phone`` gets the codes of the second factor alone.
    ``banned`` says whether ``ban`` holds at that moment. ``created_at`` and ``last_login`` are unix seconds,
    ``picture`` names what was uploaded or where a social network has it, ``external_id`` is the id on a
    partner's server, ``mfa`` the second factor that is wanted of this user alone. Who is
    not ``grouped`` is in no group but the default one.
    """

    user_id: str
    project_id: str
    username: str | None = None
    email: str | None = None
    phone_number: str | None = None
    password_hash: str | None = field(default=None, repr=False)
    confirmed: bool = False
    banned: bool = False
    ban: Ban | None = None
    nickname: str | None = None
    tag: str | None = None
    picture: str | None = None
    external_id: str | None = None
    two_factor_phone: str | None = None
    mfa: Mapping[str, Any] = field(factory=dict)
    grouped: bool = False
    fields: Mapping[str, Any] = field(factory=dict)
    created_at: float = 0.0
    last_login: float | None = None


def of_row(tx: Transaction, row: Row) -> User:
    """Return the user of a row that has every column of the table."""
    ban = Ban(**json.loads(row["ban"])) if row["ban"] else None
    return User(
        user_id=row["user_id"],
        project_id=row["project_id"],
        username=row["username"],
        email=row["email"],
        phone_number=row["phone_number"],
        password_hash=row["password_hash"],
        confirmed=bool(row["confirmed"]),
        banned=ban is not None and ban.holds(tx.now),
        ban=ban,
        nickname=row["nickname"],
        tag=row["tag"],
        picture=row["picture"],
        external_id=row["external_id"],
        two_factor_phone=row["two_factor_phone"],
        mfa=json.loads(row["mfa"]) if row["mfa"] else {},
        grouped=bool(row["grouped"]),
        fields=json.loads(row["fields"]),
        created_at=row["created_at"],
        last_login=row["last_login"],
    )


def row(tx: Transaction, user: User) -> dict[str, Any]:
    """Return the columns of a user who comes into being in this transaction."""
    return {
        "user_id": user.user_id,
        "project_id": user.project_id,
        **names(user),
        "phone_number": user.phone_number,
        "password_hash": user.password_hash,
        "confirmed": int(user.confirmed),
        "ban": written(user.ban),
        **nicknamed(user.nickname),
        "tag": user.tag,
        "picture": user.picture,
        "external_id": user.external_id,
        "two_factor_phone": user.two_factor_phone,
        "mfa": json.dumps(dict(user.mfa)) if user.mfa else None,
        "fields": json.dumps(dict(user.fields)),
        "created_at": tx.now,
        "last_login": user.last_login,
    }


def written(ban: Ban | None) -> str | None:
    """Return what is written of a ban."""
    return json.dumps(asdict(ban)) if ban is not None else None


def nicknamed(nickname: str | None) -> dict[str, str | None]:
    """Return the columns of a nickname: as it is told, and as a search compares it."""
    key = searchable(nickname) if nickname is not None else None
    return {"nickname": nickname, "nickname_key": key, "nickname_start": key and key[:NICKNAME_START]}


def names(user: User) -> dict[str, str | None]:
    """Return the columns of a user's username and e-mail address."""
    key = comparable(user.username) if user.username is not None else None
    return {"username": user.username, "username_key": key, **address(user)}


def address(user: User) -> dict[str, str | None]:
    """Return the columns of a user's e-mail address."""
    return {"email": user.email, "email_key": comparable(user.email) if user.email is not None else None}
