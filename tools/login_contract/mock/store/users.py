"""Users of projects: found, made and changed, no two of a project with one name, address or number."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import evolve

from login_contract.mock.names import comparable
from login_contract.mock.store import nicknames, tags, user_rows
from login_contract.mock.store.database import Row, Transaction
from login_contract.mock.store.user_rows import Ban, User

KEY = ("user_id",)


def _user(tx: Transaction, row: Row | None) -> User | None:
    return None if row is None else user_rows.of_row(tx, row)


def create(tx: Transaction, user: User) -> bool:
    """Add a user; return False when the username, e-mail or phone number is taken in the project."""
    one_at_a_time(tx, user.project_id)
    if user.nickname is not None:
        user = evolve(user, tag=next(iter(tags.give(tx, user.project_id)), None))
    if user.username is not None and _holder(tx, user.project_id, "email_key", comparable(user.username)):
        return False
    if user.email is not None and _holder(tx, user.project_id, "username_key", comparable(user.email)):
        return False
    return tx.add("users", **user_rows.row(tx, user))


def one_at_a_time(tx: Transaction, project_id: str) -> bool:
    """Let the other transactions that take names in a project wait for this one; False when there is none.

    A username must not equal another user's address, and no unique index sees that.
    """
    touched = tx.execute(
        "UPDATE projects SET revision = revision WHERE project_id = :project_id", project_id=project_id
    )
    return touched > 0


def _holder(tx: Transaction, project_id: str, column: str, value: str, *, hold: bool = False) -> User | None:
    held = tx.for_update if hold else ""
    row = tx.one(
        f"SELECT * FROM users WHERE project_id = :project_id AND {column} = :value{held}",
        project_id=project_id,
        value=value,
    )
    return _user(tx, row)


def by_id(tx: Transaction, project_id: str, user_id: str, *, hold: bool = False) -> User | None:
    """Return a project's user by id; ``hold`` keeps other transactions from changing it meanwhile."""
    return _holder(tx, project_id, "user_id", user_id, hold=hold)


def hold(tx: Transaction, user_id: str) -> bool:
    """Keep other transactions from changing a user, and from beginning to; False when there is none."""
    return (
        tx.one(f"SELECT user_id FROM users WHERE user_id = :user_id{tx.for_update}", user_id=user_id)
        is not None
    )


def by_username(tx: Transaction, project_id: str, username: str, *, hold: bool = False) -> User | None:
    """Return the user with this username; ``hold`` as above."""
    return _holder(tx, project_id, "username_key", comparable(username), hold=hold)


def by_email(tx: Transaction, project_id: str, email: str, *, hold: bool = False) -> User | None:
    """Return the user with this e-mail address; ``hold`` as above."""
    return _holder(tx, project_id, "email_key", comparable(email), hold=hold)


def by_phone_number(tx: Transaction, project_id: str, phone_number: str) -> User | None:
    """Return the user with this phone number."""
    return _holder(tx, project_id, "phone_number", phone_number)


def by_external_id(tx: Transaction, project_id: str, external_id: str) -> User | None:
    """Return the user with this id on a partner's server."""
    return _holder(tx, project_id, "external_id", external_id)


def by_login(tx: Transaction, project_id: str, login: str, *, hold: bool = False) -> User | None:
    """Return the user with this username or e-mail address [doc]; ``hold`` as above."""
    return by_username(tx, project_id, login, hold=hold) or by_email(tx, project_id, login, hold=hold)


def by_contact(tx: Transaction, project_id: str, channel: str, recipient: str) -> User | None:
    """Return the user that an ``email`` address or ``phone`` number belongs to."""
    find = by_email if channel == "email" else by_phone_number
    return find(tx, project_id, recipient)


def is_new(tx: Transaction, user_id: str) -> bool:
    """Say whether this transaction has made a user."""
    row = tx.one(
        "SELECT 1 AS made FROM users WHERE user_id = :user_id AND created_at = :now",
        user_id=user_id,
        now=tx.now,
    )
    return row is not None


def of_project(tx: Transaction, project_id: str) -> list[User]:
    """Return the users of a project, the oldest first."""
    rows = tx.all(
        "SELECT * FROM users WHERE project_id = :project_id ORDER BY created_at, user_id",
        project_id=project_id,
    )
    return [user for row in rows if (user := _user(tx, row)) is not None]


def behind(tx: Transaction, project_id: str, number: int, most: int) -> dict[int, User]:
    """Return users of a project by the numbers in which they came, at most so many of those behind one."""
    rows = tx.all(
        "SELECT * FROM users WHERE project_id = :project_id AND number > :number ORDER BY number LIMIT :most",
        project_id=project_id,
        number=number,
        most=most,
    )
    return {row["number"]: user_rows.of_row(tx, row) for row in rows}


def confirm(tx: Transaction, user_id: str) -> bool:
    """Mark a user's e-mail address as proven; return False when it was already."""
    return bool(
        tx.execute(
            "UPDATE users SET confirmed = 1 WHERE user_id = :user_id AND confirmed = 0", user_id=user_id
        )
    )


def set_password(tx: Transaction, user_id: str, password_hash: str) -> None:
    """Replace a user's password."""
    tx.change("users", KEY, user_id=user_id, password_hash=password_hash)


def contact_is_free(tx: Transaction, user: User, channel: str, recipient: str) -> bool:
    """Say whether no other user has an ``email`` address (not as a username either) or ``phone`` number."""
    holder = by_contact(tx, user.project_id, channel, recipient)
    if holder is None and channel == "email":
        holder = by_username(tx, user.project_id, recipient)
    return holder is None or holder.user_id == user.user_id


def set_contact(tx: Transaction, user: User, channel: str, recipient: str, *, proven: bool) -> bool:
    """Give a user an ``email`` address or ``phone`` number; return False when another user has it.

    A ``proven`` e-mail address also confirms the account.
    """
    one_at_a_time(tx, user.project_id)
    if not contact_is_free(tx, user, channel, recipient):
        return False
    if channel == "email":
        tx.execute(
            "UPDATE users SET email = :email, email_key = :email_key,"
            " confirmed = CASE WHEN :proven = 1 THEN 1 ELSE confirmed END WHERE user_id = :user_id",
            email=recipient,
            email_key=comparable(recipient),
            proven=int(proven),
            user_id=user.user_id,
        )
    else:
        tx.change("users", KEY, user_id=user.user_id, phone_number=recipient)
    return True


def name_is_free(tx: Transaction, user: User, username: str) -> bool:
    """Say whether no other user has a username, as a username or as an address."""
    holder = by_login(tx, user.project_id, username)
    return holder is None or holder.user_id == user.user_id


def name(tx: Transaction, user: User) -> None:
    """Write username, address and password of a user, whose names no other user has."""
    tx.change(
        "users",
        KEY,
        user_id=user.user_id,
        **user_rows.names(user),
        password_hash=user.password_hash,
        confirmed=int(user.confirmed),
    )


def set_numbers(tx: Transaction, user: User) -> None:
    """Write the phone numbers of a user, none of which another user has to log in with."""
    tx.change(
        "users",
        KEY,
        user_id=user.user_id,
        phone_number=user.phone_number,
        two_factor_phone=user.two_factor_phone,
    )


def set_mfa(tx: Transaction, user_id: str, mfa: Mapping[str, Any]) -> None:
    """Replace the second factor that is wanted of a user alone."""
    tx.change("users", KEY, user_id=user_id, mfa=json.dumps(dict(mfa)))


def take_names(tx: Transaction, user: User, of: User) -> User:
    """Give a user the username and the e-mail address of one who is gone, where they have none.

    An address is as proven as it was; one that is not proven would lock a confirmed user out, and stays away.
    """
    taken = evolve(user, username=user.username or of.username)
    if user.email is None and of.email is not None and (of.confirmed or not user.confirmed):
        taken = evolve(taken, email=of.email, confirmed=of.confirmed)
    tx.change("users", KEY, user_id=user.user_id, confirmed=int(taken.confirmed), **user_rows.names(taken))
    return taken


def take_second_factor(tx: Transaction, user: User, of: User) -> None:
    """Give a user the second factor of one who is gone, and the number of it, where they have none."""
    mfa = user.mfa or of.mfa
    tx.change(
        "users",
        KEY,
        user_id=user.user_id,
        two_factor_phone=user.two_factor_phone or of.two_factor_phone,
        mfa=json.dumps(dict(mfa)) if mfa else None,
    )


def set_external_id(tx: Transaction, user: User, external_id: str) -> bool:
    """Give a user an id on a partner's server; return False when another user has it."""
    one_at_a_time(tx, user.project_id)
    holder = by_external_id(tx, user.project_id, external_id)
    if holder is None:
        tx.change("users", KEY, user_id=user.user_id, external_id=external_id)
    return holder is None or holder.user_id == user.user_id


def set_nickname(tx: Transaction, user_id: str, nickname: str) -> None:
    """Replace a user's nickname; a tag comes with the first one."""
    tx.change("users", KEY, user_id=user_id, **user_rows.nicknamed(nickname))
    _tag(tx, user_id)
    nicknames.renamed(tx, user_id, nickname)


def _tag(tx: Transaction, user_id: str) -> None:
    row = tx.one(
        "SELECT project_id FROM users WHERE user_id = :user_id AND nickname IS NOT NULL AND tag IS NULL",
        user_id=user_id,
    )
    for tag in tags.give(tx, row["project_id"]) if row is not None else ():
        tx.change("users", KEY, user_id=user_id, tag=tag)


def note_login(tx: Transaction, user_id: str) -> None:
    """Remember that a user has logged in now."""
    tx.change("users", KEY, user_id=user_id, last_login=tx.now)


def set_ban(tx: Transaction, user_id: str, ban: Ban | None) -> None:
    """Shut a user out, or let them in again."""
    tx.change("users", KEY, user_id=user_id, ban=user_rows.written(ban))


def set_fields(tx: Transaction, user: User, fields: Mapping[str, Any]) -> None:
    """Lay fields over those that the user has."""
    tx.change("users", KEY, user_id=user.user_id, fields=json.dumps({**user.fields, **fields}))


def rewrite(tx: Transaction, user: User) -> bool:
    """Replace what is known of a user, but name and fields; return False when another has the contact."""
    one_at_a_time(tx, user.project_id)
    contacts = {"email": user.email, "phone": user.phone_number}
    if not all(contact_is_free(tx, user, channel, to) for channel, to in contacts.items() if to is not None):
        return False
    tx.change(
        "users",
        KEY,
        user_id=user.user_id,
        **user_rows.address(user),
        phone_number=user.phone_number,
        password_hash=user.password_hash,
        confirmed=int(user.confirmed),
        ban=user_rows.written(user.ban),
        **user_rows.nicknamed(user.nickname),
    )
    _tag(tx, user.user_id)
    nicknames.renamed(tx, user.user_id, user.nickname)
    return True


def delete(tx: Transaction, user_id: str) -> None:
    """Remove a user with the picture of them, also from the groups they are in."""
    tx.execute("DELETE FROM pictures WHERE user_id = :user_id", user_id=user_id)
    tx.execute("DELETE FROM group_members WHERE user_id = :user_id", user_id=user_id)
    tx.execute("DELETE FROM users WHERE user_id = :user_id", user_id=user_id)
