"""The state that a mock starts with: configured projects and their users."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.errors import UsageError
from login_contract.mock import projects
from login_contract.mock.domain import passwords
from login_contract.mock.errors import LoginError
from login_contract.mock.project_rules import SettingsError
from login_contract.mock.services import Services
from login_contract.mock.settings import Project, complete_projects
from login_contract.mock.store import users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.schema import EMPTIED_BY_RESET
from login_contract.mock.store.users import User


def start(tx: Transaction, services: Services) -> None:
    """Begin a run: create what is missing, and repeat no id of an earlier run over the same database.

    Raises:
        UsageError: the database holds somebody who clashes with a configured user.
    """
    run = tx.row("UPDATE state SET runs = runs + 1 RETURNING runs")["runs"]
    services.randomness.restart(run)
    _seed_missing(tx, services)


def _seed_missing(tx: Transaction, services: Services) -> None:
    """Create the configured projects that the store does not hold yet."""
    configured = complete_projects(services.settings.projects)
    held = projects.present(tx, [settings["project_id"] for settings in configured])
    for settings in configured:
        if settings["project_id"] not in held:
            try:
                put_project(tx, services, settings)
            except SettingsError as problem:
                raise UsageError(f"project {settings['project_id']}: {problem}") from problem


def reset(tx: Transaction, services: Services) -> None:
    """Return to the configured state and to real time."""
    projects.remove_all(tx)
    for table in EMPTIED_BY_RESET:
        tx.execute(f"DELETE FROM {table}")
    tx.execute("UPDATE state SET clock_offset = 0, pending_faults = 0, runs = 1")
    services.randomness.restart(1)
    _seed_missing(tx, services)


def put_project(tx: Transaction, services: Services, settings: Mapping[str, Any]) -> Project:
    """Create or replace a project; its configured users are added when they are missing.

    Raises:
        SettingsError: a user clashes with one who exists.
    """
    if settings["algorithm"] == "HS256" and settings["hs256_secret"] is None:
        settings = {**settings, "hs256_secret": services.randomness.token(48)}
    project = projects.put(tx, settings)
    for number, seed in enumerate(settings["users"]):
        if users.by_username(tx, project.project_id, seed["username"]) is None:
            try:
                add_user(tx, services, project, seed)
            except LoginError as refusal:
                raise SettingsError(
                    f"users[{number}]", "another user has this name, address, number or id"
                ) from refusal
    return project


def add_user(tx: Transaction, services: Services, project: Project, seed: Mapping[str, Any]) -> User:
    """Add a user.

    Raises:
        LoginError: 422 003-003 or 003-004, the username, address, number or id is taken.
    """
    user = User(
        user_id=seed.get("user_id", "").lower() or services.randomness.uuid(),
        project_id=project.project_id,
        username=seed["username"],
        email=seed["email"],
        phone_number=seed.get("phone_number"),
        password_hash=None if project["storage"] == "custom" else passwords.hashed(seed["password"]),
        confirmed=seed["confirmed"],
        banned=seed["banned"],
        nickname=seed.get("nickname"),
    )
    if not users.create(tx, user):
        taken = users.by_username(tx, project.project_id, user.username or "")
        raise LoginError(422, "003-003" if taken else "003-004")
    if not user.confirmed:
        services.events.awaited(tx, user)
    return user
