"""Users of a project by what is known of them, in pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from login_contract.mock.names import comparable, searchable
from login_contract.mock.store import user_rows
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.groups import DEFAULT
from login_contract.mock.store.user_rows import User

ANYTHING = ("contact", "id", "social-id", "username", "nickname", "custom_id")
IN_GROUPS = "user_id IN (SELECT user_id FROM group_members WHERE group_id IN ({}))"
ACTIVITY = "COALESCE(last_login, created_at)"
# What a text is compared with; the placeholders are those of `_texts`.
MATCHES: Mapping[str, str] = {
    "phone": "substr(phone_number, 1, length(:phone)) = :phone",
    "email": "substr(email_key, 1, length(:name)) = :name",
    "username": "substr(username_key, 1, length(:name)) = :name",
    "nickname": "substr(nickname_key, 1, length(:nickname)) = :nickname",
    "id": "user_id = :id",
    "social-id": "user_id IN (SELECT user_id FROM external_accounts WHERE project_id = :project_id"
    " AND external_id = :text AND provider = lower(provider))",
    "custom_id": "user_id IN (SELECT user_id FROM server_custom_ids WHERE project_id = :project_id"
    " AND server_custom_id = :text)",
}
COLUMNS: Mapping[str, str] = {
    "username": "username_key",
    "contact": "COALESCE(email_key, phone_number)",
    "group": "(SELECT MIN(user_groups.name{by_code_point}) FROM group_members JOIN user_groups"
    f" ON position = group_id - {DEFAULT.id} WHERE group_members.user_id = users.user_id)",
    "activity": ACTIVITY,
    "nickname": "nickname_key",
    "custom_id": "(SELECT server_custom_id FROM server_custom_ids"
    " WHERE server_custom_ids.user_id = users.user_id)",
}
OF_TEXT = COLUMNS.keys() - {"activity"}


@frozen(kw_only=True)
class Filter:
    """Which users are wanted: those that meet all of it.

    ``groups`` are ids, one of which a user is in; None for whatever groups. ``text`` is compared ``by`` one
    kind of name, or by any. The last activity was between two moments in unix seconds, the later one
    excluded.
    """

    groups: Sequence[int] | None = None
    active: bool | None = None
    text: str = ""
    by: str | None = None
    active_from: float | None = None
    active_until: float | None = None


@frozen(kw_only=True)
class Order:
    """How users are sorted: by a column, and then by when they came into being."""

    column: str | None = None
    descending: bool = False


@frozen
class Numbered:
    """A user, and the number by which the project's users are counted as they come into being."""

    user: User
    number: int


def count(tx: Transaction, project_id: str, wanted: Filter) -> int:
    """Return how many users of a project are wanted."""
    condition, given = _condition(project_id, wanted)
    found: int = tx.row(f"SELECT COUNT(*) AS found FROM users WHERE {condition}", **given)["found"]
    return found


def page(
    tx: Transaction,
    project_id: str,
    wanted: Filter,
    order: Order,
    *,
    most: int,
    skipped: int = 0,
    after: int | None = None,
) -> list[Numbered]:
    """Return some of the users that are wanted; ``after`` a number means who comes later in the order."""
    condition, given = _condition(project_id, wanted)
    if after is not None:
        condition += f" AND number {'<' if order.descending else '>'} :after"
        given["after"] = after
    rows = tx.all(
        f"SELECT * FROM users WHERE {condition} ORDER BY {_sorting(tx, order)} LIMIT :most OFFSET :skipped",
        most=most,
        skipped=skipped,
        **given,
    )
    return [Numbered(user_rows.of_row(tx, row), row["number"]) for row in rows]


def _sorting(tx: Transaction, order: Order) -> str:
    way = "DESC" if order.descending else "ASC"
    if order.column is None:
        return f"number {way}"
    by_code_point = tx.by_code_point if order.column in OF_TEXT else ""
    value = COLUMNS[order.column].format(by_code_point=by_code_point)
    # Not by `IS NULL` before it: a value that is looked up would be so twice for each user.
    return f"{value}{by_code_point} {way} NULLS LAST, number {way}"


def _condition(project_id: str, wanted: Filter) -> tuple[str, dict[str, Any]]:
    """Return what a row has to be, and the values of its placeholders."""
    conditions, given = ["project_id = :project_id"], {"project_id": project_id}
    if wanted.groups is not None and DEFAULT.id not in wanted.groups:
        # Numbers say nothing else in SQL than what they are.
        conditions.append(IN_GROUPS.format(", ".join(str(int(each)) for each in wanted.groups) or "NULL"))
    if wanted.active is not None:
        conditions.append(f"confirmed = {int(wanted.active)}")
    for bound, moment in ((">=", wanted.active_from), ("<", wanted.active_until)):
        if moment is not None:
            # Written by Python, a float is one in SQL, too.
            conditions.append(f"{ACTIVITY} {bound} {float(moment)!r}")
    if wanted.text:
        matches, texts = _match(wanted.text, wanted.by)
        conditions.append(f"({matches})")
        given |= texts
    return " AND ".join(conditions), given


def _match(text: str, by: str | None) -> tuple[str, dict[str, str]]:
    kinds = ANYTHING if by is None else (by,)
    named = [each for kind in kinds for each in (("email", "phone") if kind == "contact" else (kind,))]
    matches = " OR ".join(MATCHES[each] for each in named)
    return matches, {
        "text": text,
        "name": comparable(text),
        "nickname": searchable(text),
        "phone": f"+{text.lstrip('+')}",
        "id": text.lower(),
    }
