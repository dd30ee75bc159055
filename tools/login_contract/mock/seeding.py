"""The state that a mock starts with: configured projects and their users."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from login_contract.errors import UsageError
from login_contract.mock.contract.refusals import CONTACT_TAKEN, UNKNOWN_PROJECT, USERNAME_TAKEN
from login_contract.mock.domain import configured, passwords
from login_contract.mock.domain.configured import Standing
from login_contract.mock.errors import LoginError
from login_contract.mock.names import comparable
from login_contract.mock.services import Services
from login_contract.mock.settings import rules
from login_contract.mock.settings.project import Project, complete_projects, project_settings
from login_contract.mock.settings.rules import SettingsError
from login_contract.mock.store import many_users, projects, state, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.many_users import USERNAME, Newcomer
from login_contract.mock.store.user_rows import Ban, User
from login_contract.mock.store.watch import announce_change

SEEDED_BAN = "The user came into being with a ban."


@frozen
class Added:
    """How many users were added, and why not the next one."""

    created: int
    refusal: LoginError | None


def start(tx: Transaction, services: Services) -> list[Standing]:
    """Begin a run: bring the configured projects in, and repeat no id of an earlier run over the database.

    Returns where each of them stands between the settings file and what was changed at run time.

    Raises:
        UsageError: the database holds somebody who clashes with a configured user, another project with a
            configured client, or a project whose settings this version does not know.
    """
    services.randomness.restart(state.begin_run(tx))
    _renew_settings(tx)
    standings = _configure(tx, services)
    for standing in standings:
        with _named(standing.project_id, "; give it another id, or name a new database"):
            owners = services.projects.owners(tx, but=standing.project_id)
            rules.check_clients(standing.settings, owners)
    return standings


def reset(tx: Transaction, services: Services) -> None:
    """Return to the configured state and to real time."""
    projects.remove_all(tx)
    state.reset(tx)
    services.randomness.restart(1)
    _configure(tx, services)


def _renew_settings(tx: Transaction) -> None:
    """Give the projects of a kept database the settings that came with this version."""
    judge = project_settings()
    if state.settings_version(tx) == judge.version:
        return
    for project_id in projects.ids(tx):
        held = projects.find(tx, project_id)
        if held is not None:
            with _named(project_id):
                projects.put(tx, judge.complete(held.settings))
    state.note_settings_version(tx, judge.version)


def _configure(tx: Transaction, services: Services) -> list[Standing]:
    standings = []
    for settings in complete_projects(services.settings.projects):
        project_id = settings["project_id"]
        standing = configured.standing(settings, projects.find(tx, project_id))
        with _named(project_id, "; or name a new database" if standing.held is not None else ""):
            if standing.held is None:
                put_project(tx, services, settings)
            elif standing.applied or standing.seeds is not None:
                project = put_project(tx, services, standing.settings)
                if standing.seeds is not None:
                    _renew_users(tx, project, settings["users"], standing.seeds)
        projects.note_configured(tx, settings)
        standings.append(standing)
    return standings


@contextlib.contextmanager
def _named(project_id: str, remedy: str = "") -> Iterator[None]:
    """Name the project of a setting that makes no sense."""
    try:
        yield
    except SettingsError as problem:
        raise UsageError(f"project {project_id}: {problem}{remedy}") from problem


def write_project(tx: Transaction, services: Services, settings: Mapping[str, Any]) -> Project:
    """Create or replace a project beside the others.

    Raises:
        SettingsError: a user clashes with one who exists, or a client is another project's.
    """
    project = put_project(tx, services, settings)
    # Now that nobody else can write a project before this transaction ends.
    rules.check_clients(settings, services.projects.owners(tx, but=project.project_id))
    return project


def put_project(tx: Transaction, services: Services, settings: Mapping[str, Any]) -> Project:
    """Create or replace a project; its configured users are added when they are missing.

    Raises:
        SettingsError: a user clashes with one who exists.
    """
    if settings["algorithm"] == "HS256" and settings["hs256_secret"] is None:
        settings = {**settings, "hs256_secret": services.randomness.token(48)}
    project = Project(settings, projects.put(tx, settings))
    for number, seed in enumerate(settings["users"]):
        if users.by_username(tx, project.project_id, seed["username"]) is None:
            try:
                add_user(tx, services, project, seed)
            except LoginError as refusal:
                raise _clash(number) from refusal
    return project


def patch_project(
    tx: Transaction, services: Services, project_id: str, patch: Mapping[str, Any]
) -> Project | None:
    """Change some settings of a project (RFC 7396); None when there is no such project.

    Raises:
        SettingsError: the settings would make no sense, a name is none of a setting, a user clashes with one
            who exists, or a client is another project's.
    """
    judge = project_settings()
    judge.check_names(patch)
    held = projects.find(tx, project_id)
    if held is None:
        return None
    settings = judge.complete(merged(held.settings, patch))
    if settings["project_id"] != project_id:
        raise SettingsError("project_id", "a project keeps its id")
    if "users" in patch:
        return write_project(tx, services, settings)
    # Those whom the settings name may have been renamed or be gone since.
    project = write_project(tx, services, {**settings, "users": []})
    named = {**project.settings, "users": settings["users"]}
    return Project(named, projects.put(tx, named))


def merged(target: Any, patch: Any) -> Any:
    """Apply a merge patch (RFC 7396): null removes a member, objects are merged, anything else replaces."""
    if not isinstance(patch, Mapping):
        return patch
    result = dict(target) if isinstance(target, Mapping) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result


def _renew_users(
    tx: Transaction, project: Project, seeds: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]]
) -> None:
    """Bring configured users up to date whom the file says something else of than at the last start.

    Raises:
        SettingsError: another user has the address or number, or the user has another id.
    """
    said = {comparable(seed["username"]): seed for seed in before}
    for number, seed in enumerate(seeds):
        user = users.by_username(tx, project.project_id, seed["username"], hold=True)
        if user is None or said.get(comparable(seed["username"])) == seed:
            continue
        if seed.get("user_id", user.user_id).lower() != user.user_id:
            raise SettingsError(f"users[{number}].user_id", f"{user.username} has the id {user.user_id}")
        if not users.rewrite(tx, evolve(_seeded(project, seed, user.user_id), fields=user.fields)):
            raise _clash(number)


def _clash(number: int) -> SettingsError:
    return SettingsError(f"users[{number}]", "another user has this name, address, number or id")


def add_user(tx: Transaction, services: Services, project: Project, seed: Mapping[str, Any]) -> User:
    """Add a user.

    Raises:
        LoginError: 422 003-003 or 003-004, the username, address, number or id is taken.
    """
    user = _seeded(project, seed, seed.get("user_id", "").lower() or services.randomness.uuid())
    if not users.create(tx, user):
        taken = users.by_username(tx, project.project_id, user.username or "")
        raise LoginError(USERNAME_TAKEN if taken else CONTACT_TAKEN)
    if not user.confirmed:
        services.events.awaited(tx, user)
    return user


def add_users(
    tx: Transaction, services: Services, project: Project, seeds: Sequence[Mapping[str, Any]]
) -> Added:
    """Add users in their order, up to the first whose name, address, number or id is taken."""
    wanted = [
        Newcomer(_seeded(project, seed, seed.get("user_id", "").lower() or services.randomness.uuid()))
        for seed in seeds
    ]
    if not users.one_at_a_time(tx, project.project_id):
        return Added(0, LoginError(UNKNOWN_PROJECT, because="a reset took the project away"))
    announce_change(tx)
    taken = many_users.add_free(tx, project.project_id, wanted, until_taken=True)
    created = taken.count(None)
    for newcomer in wanted[:created]:
        if not newcomer.user.confirmed:
            services.events.awaited(tx, newcomer.user)
    refusal = None
    if created < len(taken):
        refusal = LoginError(USERNAME_TAKEN if taken[created] == USERNAME else CONTACT_TAKEN)
    return Added(created, refusal)


def _seeded(project: Project, seed: Mapping[str, Any], user_id: str) -> User:
    return User(
        user_id=user_id,
        project_id=project.project_id,
        username=seed["username"],
        email=seed["email"],
        phone_number=seed.get("phone_number"),
        password_hash=None if project["storage"] == "custom" else _hash(seed),
        confirmed=seed["confirmed"],
        banned=seed["banned"],
        ban=Ban(reason=SEEDED_BAN, begins=0) if seed["banned"] else None,
        nickname=seed.get("nickname"),
    )


def _hash(seed: Mapping[str, Any]) -> str:
    given: str | None = seed.get("password_hash")
    return given or passwords.hashed(seed["password"])
