"""Groups of a project's users, and who is in them; the default group, which everybody is in, has no row."""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from login_contract.mock.store import users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User


@frozen
class Group:
    """A group; ids are unique on the server, but for the default group's, and never used again."""

    id: int
    name: str

    @property
    def is_default(self) -> bool:
        """Whether it is the one that everybody is in."""
        return self.id == DEFAULT.id


DEFAULT = Group(1, "default")
# Rows are numbered from 1, which is the default group's id.
GROUP = f"position + {DEFAULT.id} AS id, name"


def of_project(tx: Transaction, project_id: str) -> list[Group]:
    """Return the groups of a project but the default one, the oldest first."""
    rows = tx.all(
        f"SELECT {GROUP} FROM user_groups WHERE project_id = :project_id ORDER BY position",
        project_id=project_id,
    )
    return [Group(row["id"], row["name"]) for row in rows]


def of_user(tx: Transaction, user_id: str) -> list[Group]:
    """Return the groups of a user but the default one, the oldest first."""
    rows = tx.all(
        f"SELECT {GROUP} FROM group_members JOIN user_groups ON position = group_id - {DEFAULT.id}"
        " WHERE user_id = :user_id ORDER BY position",
        user_id=user_id,
    )
    return [Group(row["id"], row["name"]) for row in rows]


def add(tx: Transaction, project_id: str, name: str) -> bool:
    """Create a group; return False when one has the name."""
    users.one_at_a_time(tx, project_id)
    return tx.add("user_groups", project_id=project_id, name=name)


def find(tx: Transaction, project_id: str, group_id: int) -> Group | None:
    """Return a group of a project, which nobody else may change before this transaction ends."""
    return next(iter(among(tx, project_id, (group_id,))), None)


def among(tx: Transaction, project_id: str, ids: Collection[int]) -> list[Group]:
    """Return those of some groups that a project has; nobody may change them before this transaction ends."""
    if not ids:
        return []
    rows = tx.all(
        f"SELECT {GROUP} FROM user_groups WHERE project_id = :project_id AND position IN ({_rows(ids)})"
        f" ORDER BY position{tx.for_update}",
        project_id=project_id,
    )
    return [Group(row["id"], row["name"]) for row in rows]


def rename(tx: Transaction, project_id: str, group: Group, name: str) -> bool:
    """Give a group another name, while nobody else names any; return False when another one has it."""
    renamed = tx.execute(
        "UPDATE user_groups SET name = :name WHERE position = :position AND NOT EXISTS"
        " (SELECT 1 FROM user_groups AS other WHERE other.project_id = :project_id AND other.name = :name"
        " AND other.position <> :position)",
        name=name,
        position=group.id - DEFAULT.id,
        project_id=project_id,
    )
    return renamed == 1


def remove(tx: Transaction, group: Group) -> None:
    """Delete a group; nobody is in it any more."""
    tx.execute("DELETE FROM user_groups WHERE position = :position", position=group.id - DEFAULT.id)
    tx.execute("DELETE FROM group_members WHERE group_id = :group_id", group_id=group.id)


def join(tx: Transaction, user: User, ids: Collection[int]) -> None:
    """Put a user, whom the caller holds, into groups."""
    present = {group.id for group in of_user(tx, user.user_id)}
    new = sorted(set(ids) - present)
    tx.insert_all("group_members", [{"user_id": user.user_id, "group_id": each} for each in new])
    if new:
        tx.change("users", users.KEY, user_id=user.user_id, grouped=1)


def leave(tx: Transaction, user: User, ids: Collection[int]) -> None:
    """Take a user out of groups."""
    if ids:
        tx.execute(
            f"DELETE FROM group_members WHERE user_id = :user_id AND group_id IN ({_listed(ids)})",
            user_id=user.user_id,
        )


def _rows(ids: Collection[int]) -> str:
    return _listed({each - DEFAULT.id for each in ids})


def _listed(numbers: Collection[int]) -> str:
    """Return numbers as SQL; they are integers, which say nothing else there."""
    return ", ".join(f"{int(number)}" for number in sorted(numbers))
