"""Projects and users, read and made behind the API's back."""

from __future__ import annotations

from typing import Any

from attrs import asdict

from login_contract.mock import seeding
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.lines import Lines
from login_contract.mock.contract.refusals import INVALID_VALUE, NOT_FOUND, UNKNOWN_PROJECT
from login_contract.mock.control import many_users
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services
from login_contract.mock.settings import rules
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID, project_settings
from login_contract.mock.settings.rules import SettingsError
from login_contract.mock.store import attributes, partner_data, users
from login_contract.mock.store.attributes import Attribute
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User
from login_contract.mock.store.watch import announce_change

SHOWN = ("project_id", "user_id", "username", "email", "phone_number", "nickname", "confirmed", "banned")


@serves("mock-projects-list")
async def mock_projects_list(call: Call, services: Services) -> Reply:
    """List every project with its settings."""
    return Reply.json({"projects": [dict(project.settings) for project in services.projects.all()]})


@serves("mock-project-read")
async def mock_project_read(call: Call, services: Services) -> Reply:
    """Show a project's settings, defaults included."""
    return Reply.json(dict(services.projects.named(call.path["project_id"]).settings))


@serves("mock-project-write")
async def mock_project_write(call: Call, services: Services) -> Reply:
    """Create or replace a project."""
    project_id = call.path["project_id"].lower()
    given: dict[str, Any] = {"project_id": project_id, **call.body}
    if given["project_id"].lower() != project_id:
        raise LoginError(INVALID_VALUE, "The project_id of the body is not that of the path.")
    try:
        settings = project_settings().complete(given)
        project = await services.store.transaction(lambda tx: seeding.write_project(tx, services, settings))
    except SettingsError as problem:
        raise LoginError(INVALID_VALUE, f"The settings make no sense: {problem}") from None
    services.terminal.doubts(project.project_id, rules.doubts(project.settings))
    return Reply.json(dict(project.settings))


@serves("mock-project-change")
async def mock_project_change(call: Call, services: Services) -> Reply:
    """Change some settings of a project in one step."""
    project_id = call.path["project_id"].lower()
    try:
        project = await services.store.transaction(
            lambda tx: seeding.patch_project(tx, services, project_id, call.body)
        )
    except SettingsError as problem:
        raise LoginError(INVALID_VALUE, f"The settings make no sense: {problem}") from None
    if project is None:
        raise LoginError(NOT_FOUND, because=f"there is no project {project_id}")
    services.terminal.doubts(project.project_id, rules.doubts(project.settings))
    return Reply.json(dict(project.settings))


@serves("mock-users-create")
async def mock_users_create(call: Call, services: Services) -> Reply:
    """Create a user with given data, or one of each line."""
    if isinstance(call.body, Lines):
        return await many_users.create(call.body, services)
    project = services.projects.named(call.body.get("project_id", DEFAULT_PROJECT_ID), UNKNOWN_PROJECT)
    seed = {"confirmed": True, "banned": False, **call.body}

    def create(tx: Transaction) -> User:
        announce_change(tx)
        return seeding.add_user(tx, services, project, seed)

    user = await services.store.transaction(create)
    return Reply.json(_shown(user), status=201)


@serves("mock-users-list")
async def mock_users_list(call: Call, services: Services) -> Reply:
    """List the users of a project with all that is kept of them."""
    project = services.projects.named(call.query.get("project_id", DEFAULT_PROJECT_ID), UNKNOWN_PROJECT)

    def look(tx: Transaction) -> list[dict[str, Any]]:
        return [_stored(tx, user) for user in users.of_project(tx, project.project_id)]

    return Reply.json({"users": await services.store.read(look)})


def _shown(user: User) -> dict[str, Any]:
    return {name: getattr(user, name) for name in SHOWN}


def _stored(tx: Transaction, user: User) -> dict[str, Any]:
    return {
        **_shown(user),
        "fields": dict(user.fields),
        "attributes": [_told(attribute) for attribute in attributes.of_user(tx, user.user_id)],
        "partner_data": partner_data.of_user(tx, user.user_id),
        "server_custom_id": partner_data.server_custom_id(tx, user.user_id),
    }


def _told(attribute: Attribute) -> dict[str, Any]:
    return asdict(attribute, filter=lambda _, value: value is not None)
