"""What a schema cannot say about project settings: values that JSON lacks, and settings that clash."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from login_contract.description.model import described
from login_contract.legible import printable
from login_contract.mock.contract.payload import MAX_INTEGER
from login_contract.mock.contract.schema_words import did_you_mean
from login_contract.mock.names import comparable

Settings = Mapping[str, Any]
# What a partner who keeps the users must answer, and what cannot be done else.
NEEDED_WEBHOOKS = {"new-user": "register", "user-verification": "log in with a password"}


class SettingsError(Exception):
    """A setting that makes no sense: which key, and why."""

    def __init__(self, key: str, why: str) -> None:
        # Names and values may hold what a terminal would obey.
        super().__init__(printable(f"{key}: {why}" if key else why))
        self.key = key
        self.why = why


def check_value(value: Any, where: str = "") -> None:
    """Refuse what TOML can say and JSON, the schema or a database cannot.

    Raises:
        SettingsError: a date or time, NaN, infinity, an integer beyond 64 bits, a NUL character.
    """
    if isinstance(value, Mapping):
        for name, item in value.items():
            check_value(item, f"{where}.{name}".lstrip("."))
    elif isinstance(value, (list, tuple)):
        for number, item in enumerate(value):
            check_value(item, f"{where}[{number}]")
    elif isinstance(value, str):
        if "\0" in value:
            raise SettingsError(where, "contains a NUL character")
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise SettingsError(where, f"{value} is no number to count with")
    elif isinstance(value, int):
        if not -MAX_INTEGER - 1 <= value <= MAX_INTEGER:
            raise SettingsError(where, "does not fit into 64 bits")
    elif value is not None:
        raise SettingsError(where, f"{value} is a {type(value).__name__}, which no setting is")


def check_together(settings: Settings) -> None:
    """Refuse what is valid alone but not beside the other settings of a project.

    Raises:
        SettingsError: something is given twice, names nothing, or cannot be used.
    """
    _once("oauth_clients", [client["client_id"] for client in settings["oauth_clients"]])
    _once("ask_fields", [asked["name"] for asked in settings["ask_fields"]])
    _once("rate_limits", [limit["operation_id"] for limit in settings["rate_limits"]])
    _once("mfa_types", [offered["mfa_type"] for offered in settings["mfa_types"]])
    _once("mfa_types", [offered["priority"] for offered in settings["mfa_types"]])
    _once("users", [name for user in settings["users"] for name in _names(user)])
    _once("users", [user["phone_number"] for user in settings["users"] if user.get("phone_number")])
    for number, limit in enumerate(settings["rate_limits"]):
        if limit["operation_id"] not in _limitable():
            meant = did_you_mean(limit["operation_id"].replace("_", "-"), _limitable())
            why = f"no call that is counted has this id{meant}"
            raise SettingsError(f"rate_limits[{number}].operation_id", why)
    _check_expressions(settings["ask_fields"])
    if settings.get("private_key") is not None:
        from login_contract.tokens.private_key import check_private_key

        try:
            check_private_key(settings["private_key"])
        except ValueError as problem:
            raise SettingsError("private_key", str(problem)) from problem


def _check_expressions(asked_fields: Iterable[Mapping[str, Any]]) -> None:
    from login_contract.mock import expressions

    for number, asked in enumerate(asked_fields):
        for expression in asked.get("validation", {}).get("regexps", []):
            try:
                expressions.matches(expression, "")
            except ValueError as problem:
                raise SettingsError(f"ask_fields[{number}].validation.regexps", str(problem)) from problem


def doubts(settings: Settings) -> list[str]:
    """Return, a sentence each, what is allowed but hardly meant: settings with half an effect, or none."""
    return [*_doubts_of_storage(settings), *_doubts_of_keys(settings)]


def _doubts_of_storage(settings: Settings) -> Iterator[str]:
    storage, webhooks = settings["storage"], settings["webhooks"]
    if storage != "custom":
        for name in ("webhooks", "key_map", "merge_by_server_custom_id"):
            if settings[name]:
                yield f'{name} has no effect: storage is "{storage}", not "custom"'
        return
    for name, deed in NEEDED_WEBHOOKS.items():
        if name not in webhooks:
            yield f'storage is "custom", but webhooks has no {name}: nobody can {deed}'
    for name in settings["key_map"]:
        if name not in webhooks:
            yield f"key_map.{name} has no effect: webhooks has no {name}"


def _doubts_of_keys(settings: Settings) -> Iterator[str]:
    unused = "hs256_secret" if settings["algorithm"] == "RS256" else "private_key"
    if settings[unused] is not None:
        yield f"{unused} has no effect: algorithm is {settings['algorithm']}"
    for client in settings["oauth_clients"]:
        if client["type"] != "public" and client["client_secret"] is None:
            yield f"client {client['client_id']} is {client['type']}, but has no client_secret to show"


def check_projects(projects: Iterable[Settings]) -> None:
    """Refuse projects that clash with each other.

    Raises:
        SettingsError: there is none, or an id is given twice.
    """
    listed = list(projects)
    if not listed:
        raise SettingsError("projects", "needs at least one project")
    _once("projects", [project["project_id"] for project in listed])
    users = [user for project in listed for user in project["users"]]
    _once("projects", [user["user_id"].lower() for user in users if "user_id" in user])
    owners: dict[int, str] = {}
    for number, project in enumerate(listed):
        try:
            check_clients(project, owners.get)
        except SettingsError as problem:
            raise SettingsError(f"projects[{number}].{problem.key}", problem.why) from problem
        owners |= {client["client_id"]: project["project_id"] for client in project["oauth_clients"]}


def check_clients(settings: Settings, owner: Callable[[int], str | None]) -> None:
    """Refuse a client that another project has: its id alone says which project a request is for.

    ``owner`` says which other project has a client.

    Raises:
        SettingsError: which client, and whose it is.
    """
    for number, client in enumerate(settings["oauth_clients"]):
        client_id = client["client_id"]
        project_id = owner(client_id)
        if project_id is not None:
            why = f"{client_id} is a client of project {project_id} already"
            raise SettingsError(f"oauth_clients[{number}].client_id", why)


def _names(user: Settings) -> set[str]:
    """Return what a user can log in with: one person's username may not be another's address."""
    return {comparable(user["username"]), comparable(user["email"])}


def _limitable() -> set[str]:
    return {"*"} | {
        operation.operation_id
        for operation in described("mock").operations.values()
        if operation.user_token
        or operation.server_token
        or any(parameter.name == "projectId" for parameter in operation.parameters)
    }


def _once(where: str, values: list[Any]) -> None:
    twice = sorted({str(value) for value in values if values.count(value) > 1})
    if twice:
        raise SettingsError(where, f"{', '.join(twice)} is given twice")
