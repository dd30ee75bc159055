"""Settings of a project, completed and judged by the schema that the description gives them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from attrs import field, frozen

from login_contract.description.model import described
from login_contract.mock.contract import schema_words
from login_contract.mock.settings import rules
from login_contract.mock.settings.logo import check_logo
from login_contract.mock.settings.rules import SettingsError

DEFAULT_COUNTRY = "US"
DEFAULT_PROJECT_ID = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
DEFAULT_PROJECT: Mapping[str, Any] = {
    "project_id": DEFAULT_PROJECT_ID,
    "blank_redirect": True,
    "oauth_clients": [
        {"client_id": 1001, "type": "public", "redirect_uris": ["https://example.com/callback"]},
        {
            "client_id": 1002,
            "type": "confidential",
            "client_secret": "mock-confidential-secret",
            "redirect_uris": ["https://example.com/callback"],
        },
        {"client_id": 2001, "type": "server", "client_secret": "mock-server-secret"},
    ],
    "users": [{"username": "demo", "email": "demo@example.com", "password": "password123"}],
}


@frozen
class Lockout:
    """How many wrong passwords lock an account, and for how many seconds."""

    attempts: int
    seconds: float
    captcha: bool


@frozen
class RateLimit:
    """At most ``limit`` requests to an operation (``*``: to any) in ``per_seconds`` from one address."""

    operation_id: str
    limit: int
    per_seconds: float


@frozen
class Project:
    """One tenant: its settings, complete with defaults."""

    settings: Mapping[str, Any] = field(repr=False)
    revision: int = 0
    empty_pages: frozenset[str] = frozenset()

    @property
    def project_id(self) -> str:
        """The id that clients send as ``projectId``."""
        return str(self.settings["project_id"])

    @property
    def name(self) -> str:
        """The name that messages carry."""
        return str(self.settings["name"])

    @property
    def algorithm(self) -> str:
        """``RS256`` or ``HS256``: the only algorithm its tokens may have."""
        return str(self.settings["algorithm"])

    @property
    def callback_urls(self) -> Sequence[str]:
        """The registered callback URLs."""
        urls: Sequence[str] = self.settings["callback_urls"]
        return urls

    @property
    def blank_pages(self) -> frozenset[str]:
        """The addresses of the empty page that the project takes unregistered: all, or none."""
        return self.empty_pages if self.settings["blank_redirect"] else frozenset()

    def remedy(self, given: str) -> str:
        """Say what would have an unregistered address taken; empty when nothing but registering would."""
        return "; blank_redirect = true would take it" if given in self.empty_pages - self.blank_pages else ""

    @cached_property
    def lockout(self) -> Lockout:
        """What happens after too many wrong passwords."""
        return Lockout(**self.settings["lockout"])

    @cached_property
    def rate_limits(self) -> tuple[RateLimit, ...]:
        """The configured rate limits."""
        return tuple(RateLimit(**limit) for limit in self.settings["rate_limits"])

    @cached_property
    def allowed_origins(self) -> frozenset[str]:
        """The origins whose pages may call the API; ``*`` in place of a port is any port."""
        return frozenset(self.settings["allowed_origins"])

    def allows_origin(self, origin: str) -> bool:
        """Say whether a browser page of this origin may call the API."""
        return not self.allowed_origins.isdisjoint(entries_for(origin))

    def __getitem__(self, name: str) -> Any:
        return self.settings[name]


def entries_for(origin: str) -> tuple[str, ...]:
    """Return what ``allowed_origins`` may say to allow an origin: its own name, or any port of its host."""
    host, _, port = origin.rpartition(":")
    if port == "*":
        return ()
    return (origin, f"{host}:*") if port.isascii() and port.isdecimal() else (origin,)


class ProjectSettings:
    """Completes and judges the settings of projects by their JSON schema."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        import jsonschema_rs

        self._schema = schema
        self.version = hashlib.sha256(json.dumps(schema, sort_keys=True).encode()).hexdigest()[:16]
        self._validator = jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True)

    def knows(self, name: str) -> bool:
        """Say whether projects have a setting of this name."""
        return name in self._schema["properties"]

    def check_names(self, patch: Mapping[str, Any]) -> None:
        """Refuse a patch with a name that no setting has: its null would do nothing, and nobody would know.

        Raises:
            SettingsError: which name, and what may have been meant.
        """
        for error in self._validator.iter_errors(dict(patch)):
            if error.kind.name == "additionalProperties":
                raise SettingsError(*schema_words.complaint(error, self._schema, unknown="unknown setting"))

    def complete(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the settings with every default filled in.

        Raises:
            SettingsError: a setting is unknown or makes no sense.
        """
        rules.check_value(given)
        # A name that is wrong first: what is missing is often what it was meant to be.
        errors = sorted(
            self._validator.iter_errors(dict(given)),
            key=lambda each: each.kind.name != "additionalProperties",
        )
        for error in errors:
            where, why = schema_words.complaint(error, self._schema, unknown="unknown setting")
            raise SettingsError(where, why + self._place(error))
        if nameless := schema_words.without_scheme(self._schema, given):
            raise SettingsError(*nameless)
        settings: dict[str, Any] = _with_defaults(self._schema, given)
        settings["project_id"] = settings["project_id"].lower()
        rules.check_together(settings)
        if settings["theme"]["logo"] is not None:
            check_logo(settings["theme"]["logo"])
        return settings

    def _place(self, error: Any) -> str:
        """Say where in TOML something belongs that stands in the wrong place there."""
        kind = error.kind
        if kind.name == "additionalProperties" and error.instance_path and self.knows(kind.unexpected[0]):
            return "; as a setting of the project it stands above the tables [[projects.…]]"
        if kind.name == "type" and "array" in kind.types and isinstance(error.instance, Mapping):
            return "; in TOML a list of tables stands in double brackets, [[…]]"
        return ""


def _with_defaults(schema: Mapping[str, Any], value: Any) -> Any:
    if isinstance(value, Mapping):
        properties: Mapping[str, Any] = schema.get("properties", {})
        complete = {name: _with_defaults(properties.get(name, {}), item) for name, item in value.items()}
        for name, property_schema in properties.items():
            if name not in complete and "default" in property_schema:
                complete[name] = _with_defaults(property_schema, property_schema["default"])
        return complete
    if isinstance(value, list):
        return [_with_defaults(schema.get("items", {}), item) for item in value]
    return value


def complete_projects(given: Sequence[Any]) -> tuple[Mapping[str, Any], ...]:
    """Complete the settings of every project.

    Raises:
        SettingsError: a setting makes no sense, or two projects or users have one id.
    """
    judge = project_settings()
    projects = []
    for number, project in enumerate(given):
        if not isinstance(project, Mapping):
            raise SettingsError(f"projects[{number}]", "is no table")
        try:
            projects.append(judge.complete(project))
        except SettingsError as problem:
            raise SettingsError(f"projects[{number}].{problem.key}".rstrip("."), problem.why) from problem
    rules.check_projects(projects)
    return tuple(projects)


@lru_cache(maxsize=1)
def project_settings() -> ProjectSettings:
    """Return the judge of project settings that the description defines."""
    description = described("mock")
    return ProjectSettings(description.inlined(description.schema("ProjectSettings")))
