"""Users of a project by how their nickname and their tag begin."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from login_contract.mock.names import searchable
from login_contract.mock.store import user_rows
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import NICKNAME_START, User

# These come after every digit of a key, and of a tag, however a database sorts texts.
AFTER_KEYS, AFTER_TAGS = "g", "a"
BEGINS = "nickname_start >= :start AND nickname_start < :start_after"
BEGINS_LONGER = f"{BEGINS} AND nickname_key >= :low AND nickname_key < :high"
TAGGED = "tag >= :tag AND tag < :tag_after"


@frozen
class Found:
    """Some of the users who were looked for, and how many there are."""

    users: list[User]
    total: int


def search(tx: Transaction, project_id: str, text: str, *, offset: int, limit: int) -> Found:
    """Return those whose nickname begins with a text, by nickname and tag.

    What stands before a last ``#`` and digits may also be a whole nickname, or nothing for any, and the
    digits how the tag begins.
    """
    readings, given = _readings(text)
    where = f"FROM users WHERE {_any(readings)}"
    total = tx.row(f"SELECT COUNT(*) AS total {where}", project_id=project_id, **given)["total"]
    rows = tx.all(
        f"SELECT * {where} ORDER BY nickname_start, nickname_key, tag LIMIT :limit OFFSET :offset",
        project_id=project_id,
        limit=limit,
        offset=offset,
        **given,
    )
    return Found([user_rows.of_row(tx, row) for row in rows], total)


def _any(readings: list[str]) -> str:
    if len(readings) == 1:
        return f"project_id = :project_id AND {readings[0]}"
    # Each reading has an index of its own, which a database may not see behind an OR.
    found = (f"SELECT user_id FROM users WHERE project_id = :project_id AND {each}" for each in readings)
    return f"user_id IN ({' UNION '.join(found)})"


def _readings(text: str) -> tuple[list[str], dict[str, Any]]:
    begins, given = _beginning(searchable(text))
    nickname, separator, tag = text.rpartition("#")
    if not separator or not (tag == "" or (tag.isascii() and tag.isdecimal())):
        return [begins], given
    given |= {"tag": tag, "tag_after": f"{tag}{AFTER_TAGS}"}
    if not nickname:
        return [begins, TAGGED], given
    whole = searchable(nickname)
    given |= {"whole": whole, "whole_start": whole[:NICKNAME_START]}
    return [begins, f"nickname_start = :whole_start AND nickname_key = :whole AND {TAGGED}"], given


def _beginning(key: str) -> tuple[str, dict[str, Any]]:
    start = key[:NICKNAME_START]
    given = {"start": start, "start_after": f"{start}{AFTER_KEYS}"}
    if len(key) <= NICKNAME_START:
        return BEGINS, given
    return BEGINS_LONGER, {**given, "low": key, "high": f"{key}{AFTER_KEYS}"}
