"""Defects of groups: whom a server finds in them, and what tokens tell of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pytest

from login_contract.mock.domain import groups as told
from login_contract.mock.flows import account_linking, memberships
from login_contract.mock.names import comparable
from login_contract.mock.settings.project import Project
from login_contract.mock.store import groups
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.groups import DEFAULT, Group
from login_contract.mock.store.user_rows import User
from tests.defects.planting import altered


def token_tells_the_default_group_alone(patch: pytest.MonkeyPatch) -> None:
    sound = told.claimed
    patch.setattr(told, "claimed", lambda found: sound([DEFAULT]))


def groups_of_the_first_token_are_remembered(patch: pytest.MonkeyPatch) -> None:
    sound = told.claimed
    remembered: dict[str, list[Group]] = {}

    def of_user(tx: Transaction, user: User) -> list[Group]:
        found = [DEFAULT, *groups.of_user(tx, user.user_id)]
        return remembered.setdefault(user.user_id, found)

    from login_contract.mock.domain import tokens

    patch.setattr(tokens, "groups", altered(told, of_user=of_user, claimed=sound))


def letter_case_of_group_names_ignored(patch: pytest.MonkeyPatch) -> None:
    sound = groups.add

    def add(tx: Transaction, project_id: str, name: str) -> bool:
        if comparable(name) in {comparable(each.name) for each in groups.of_project(tx, project_id)}:
            return False
        return sound(tx, project_id, name)

    patch.setattr(groups, "add", add)


def group_name_trimmed(patch: pytest.MonkeyPatch) -> None:
    sound = groups.add
    patch.setattr(groups, "add", lambda tx, project_id, name: sound(tx, project_id, name.strip() or name))


def deleted_group_only_loses_its_members(patch: pytest.MonkeyPatch) -> None:
    def remove(tx: Transaction, group: Group) -> None:
        tx.execute("DELETE FROM group_members WHERE group_id = :group_id", group_id=group.id)

    patch.setattr(groups, "remove", remove)


def known_groups_joined_before_the_unknown_one_is_refused(patch: pytest.MonkeyPatch) -> None:
    """A refusal commits what was written before it."""
    sound = memberships._changed_groups

    def changed_groups(
        tx: Transaction, project: Project, user: User, *, joined: Collection[int], left: Collection[int]
    ) -> None:
        known = {group.id for group in groups.among(tx, project.project_id, {*joined, *left})}
        groups.leave(tx, user, known & set(left))
        groups.join(tx, user, known & set(joined))
        sound(tx, project, user, joined=joined, left=left)

    patch.setattr(memberships, "_changed_groups", changed_groups)


def groups_of_other_projects_joined(patch: pytest.MonkeyPatch) -> None:
    def among(tx: Transaction, project_id: str, ids: Collection[int]) -> list[Group]:
        rows = tx.all(f"SELECT {groups.GROUP} FROM user_groups")
        return [Group(row["id"], row["name"]) for row in rows if row["id"] in ids]

    patch.setattr(groups, "among", among)


def default_group_passed_over(patch: pytest.MonkeyPatch) -> None:
    sound = memberships._check_own

    def check_own(tx: Transaction, project: Project, ids: Collection[int]) -> None:
        sound(tx, project, set(ids) - {DEFAULT.id})

    patch.setattr(memberships, "_check_own", check_own)


def groups_of_a_user_only_grow(patch: pytest.MonkeyPatch) -> None:
    sound = groups.leave

    def leave(tx: Transaction, user: User, ids: Collection[int]) -> None:
        sound(tx, user, sorted(ids)[:1])

    patch.setattr(groups, "leave", leave)


def groups_of_a_merged_account_lost(patch: pytest.MonkeyPatch) -> None:
    def move(tx: Transaction, user: User, account: User) -> None:
        """Forget them."""

    patch.setattr(account_linking, "memberships", altered(memberships, move=move))


def default_group_can_be_renamed(patch: pytest.MonkeyPatch) -> None:
    """Answer that it was, and leave it as it is."""
    sound = told.ProjectGroups.rename

    async def rename(self: Any, project: Project, group_id: int, name: str) -> None:
        if group_id != DEFAULT.id:
            await sound(self, project, group_id, name)

    patch.setattr(told.ProjectGroups, "rename", rename)
