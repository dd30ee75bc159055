"""What a terminal shows when the server starts: where it is, and what it really serves."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from login_contract.legible import printable
from login_contract.mock.domain import passwords
from login_contract.mock.domain.configured import Standing
from login_contract.mock.flows.partner import CUSTOM
from login_contract.mock.http.app import MockServer
from login_contract.mock.panel import panel
from login_contract.mock.settings import rules
from login_contract.mock.settings.project import DEFAULT_PROJECT, Project
from login_contract.mock.settings.server import EVERYWHERE, MockSettings
from login_contract.mock.store import users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.postgres import masked
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import JSON, Terminal, write

MOST_USERS = 5
# The documented password of the documented user; no other is ever shown.
[_DEMO] = DEFAULT_PROJECT["users"]


@frozen
class Shown:
    """A configured project as the database has it, and its configured users."""

    project: Project
    users: Sequence[str]


def show(app: MockServer) -> None:
    """Print addresses, projects and clients: in a panel, or as a line of JSON."""
    settings = app.settings
    projects = app.services.store.run(lambda tx: _projects(tx, app), write=False)
    if settings.log == JSON:
        Terminal(JSON).tell("started", "", _facts(app, projects))
    else:
        _panel(app, projects)


def localhost(settings: MockSettings) -> str | None:
    """Return the origin for pages on ``localhost``, None where the mock is known by another name."""
    if settings.public_url is not None or settings.host not in ("127.0.0.1", "::1"):
        return None
    return f"http://localhost:{settings.port}"


def cookie_rule(local: str) -> str:
    """Return how a page on ``localhost`` gets single sign-on: by one host name, whatever the ports."""
    return (
        f"pages on http://localhost:… call {local}/api, for the sign-in cookie belongs to a host name;"
        f" --public-url {local} puts the sign-in pages there as well"
    )


def _projects(tx: Transaction, app: MockServer) -> list[Shown]:
    known = app.services.projects
    known.refresh(tx)
    found = (known.find(standing.project_id) for standing in app.standings)
    return [Shown(project, _users(tx, project)) for project in found if project is not None]


def _others(app: MockServer, projects: Sequence[Shown]) -> int:
    return len(app.services.projects.all()) - len(projects)


def _users(tx: Transaction, project: Project) -> list[str]:
    seeds: Sequence[Mapping[str, Any]] = project["users"]
    there = (users.by_username(tx, project.project_id, seed["username"]) for seed in seeds[: MOST_USERS + 1])
    names = [_named(user, project) for user in there if user is not None]
    return [*names[:MOST_USERS], "…"] if len(names) > MOST_USERS else names


def _named(user: User, project: Project) -> str:
    """Return a user's name; the documented user's password too, while that is what logs them in."""
    name = printable(user.username or "")
    if name != _DEMO["username"] or project["storage"] == CUSTOM:
        return name
    if not passwords.matches(user.password_hash, _DEMO["password"]):
        return name
    return f"{name} (password {_DEMO['password']})"


def notes(standings: Sequence[Standing]) -> list[str]:
    """Return a line for each project of a kept database that is not simply as the settings file says."""
    lines = []
    for standing in standings:
        if standing.applied:
            changed = ", ".join(standing.applied)
            lines.append(f"project {standing.project_id}: applied from the settings: {changed}")
        if standing.kept:
            changed = ", ".join(standing.kept)
            lines.append(
                f"project {standing.project_id}: kept as changed at run time: {changed}"
                " (POST /_mock/reset returns to the settings)"
            )
    return lines


def warnings(settings: MockSettings, projects: Sequence[Shown]) -> list[str]:
    """Return a line for each setting that is allowed but hardly meant."""
    unreachable = settings.host in EVERYWHERE and settings.public_url is None
    begun = f"links begin with {settings.origin}; --public-url names the address that others reach"
    return [begun] * unreachable + [
        f"project {shown.project.project_id}: {printable(doubt)}"
        for shown in projects
        for doubt in rules.doubts(shown.project.settings)
    ]


def _facts(app: MockServer, projects: Sequence[Shown]) -> dict[str, Any]:
    settings = app.settings
    local = localhost(settings)
    return {
        "api": settings.api,
        "api_for_localhost": f"{local}/api" if local is not None else None,
        "messages": f"{settings.origin}/_mock/",
        "documentation": f"{settings.origin}/docs/",
        "database": _database(settings),
        "projects": [
            {
                "project_id": shown.project.project_id,
                "name": shown.project.name,
                "callback_urls": list(shown.project.callback_urls),
                "clients": [client["client_id"] for client in shown.project["oauth_clients"]],
                "users": [user["username"] for user in shown.project["users"]],
            }
            for shown in projects
        ],
        "other_projects": _others(app, projects),
        "notes": notes(app.standings),
        "warnings": warnings(settings, projects),
    }


def _database(settings: MockSettings) -> str:
    return "temporary" if settings.throwaway else masked(settings.database_url or "")


def _panel(app: MockServer, projects: Sequence[Shown]) -> None:
    told = "Messages and refusals appear below. " if app.settings.told else ""
    terminal = sys.stdout.isatty() and os.name == "posix" and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size().columns
    lines = [
        panel("Login mock", list(_rows(app, projects)), width=width, bold=terminal),
        *(f"warning: {line}" for line in warnings(app.settings, projects)),
        *notes(app.standings),
        f"{told}Ctrl-C stops.",
    ]
    write("\n".join(lines))


def _rows(app: MockServer, projects: Sequence[Shown]) -> Iterator[tuple[str, str]]:
    settings = app.settings
    yield "API", settings.api
    local = localhost(settings)
    if local is not None:
        yield "  SSO", cookie_rule(local)
    yield "Messages", f"{settings.origin}/_mock/"
    yield "Docs", f"{settings.origin}/docs/"
    yield "Database", printable(_database(settings))
    for shown in projects:
        yield from _of_project(shown)
    if others := _others(app, projects):
        yield "", f"and {others} more in the database"


def _of_project(shown: Shown) -> Iterator[tuple[str, str]]:
    project = shown.project
    yield "Project", f"{project.project_id}  {printable(project.name)}"
    yield "  callback", "\n".join(map(printable, project.callback_urls))
    clients = [f"{client['client_id']} {client['type']}" for client in project["oauth_clients"]]
    if clients:
        yield "  clients", ", ".join(clients)
    if shown.users:
        yield "  users", ", ".join(shown.users)
