"""Settings of the mock and of its projects, judged by the schema that the description gives them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from login_contract.errors import UsageError
from login_contract.mock.contract import schema_words
from login_contract.mock.contract.description import described, resolved
from login_contract.mock.settings import rules
from login_contract.mock.settings.rules import SettingsError
from login_contract.mock.terminal import printable

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8480
DEFAULT_COUNTRY = "US"
DEFAULT_PROJECT_ID = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
VENDORS_BLANK_PAGE = "https://login.xsolla.com/api/blank"
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
ORIGIN = re.compile(r"https?://[^/\s?#\x00-\x1f\x7f]+/?")
LOGS = ("text", "json")
LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")


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
    def _origin_pattern(self) -> re.Pattern[str]:
        origins = (re.escape(origin).replace(r"\*", "[0-9]+") for origin in self.settings["allowed_origins"])
        return re.compile("|".join(origins) or r"(?!)")

    def allows_origin(self, origin: str) -> bool:
        """Say whether a browser page of this origin may call the API."""
        return self._origin_pattern.fullmatch(origin) is not None

    def __getitem__(self, name: str) -> Any:
        return self.settings[name]


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


@frozen(kw_only=True)
class MockSettings:
    """How the server runs, and the projects it starts with and returns to on reset."""

    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    database_url: str | None = None
    workers: int = 1
    seed: int | None = None
    admin_token: str | None = field(default=None, repr=False)
    public_url: str | None = None
    projects: tuple[Mapping[str, Any], ...] = (DEFAULT_PROJECT,)
    log: str = "text"
    quiet: bool = False
    announce: bool = False
    throwaway: bool = False

    @property
    def origin(self) -> str:
        """The address that links in messages begin with, without a trailing slash."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (self.public_url or f"http://{host}:{self.port}").rstrip("/")

    @property
    def api(self) -> str:
        """The address of the API: the origin and the base path."""
        return f"{self.origin}/api"

    @property
    def empty_pages(self) -> frozenset[str]:
        """The addresses of the empty page: the vendor's, and those on which this server has it."""
        hosts = {self.host, "localhost"} if self.host in LOCAL_HOSTS else {self.host}
        bound = (f"[{host}]" if ":" in host else host for host in hosts)
        return frozenset(
            {
                VENDORS_BLANK_PAGE,
                f"{self.api}/blank",
                *(f"http://{host}:{self.port}/api/blank" for host in bound),
            }
        )

    @property
    def told(self) -> str | None:
        """How the terminal tells what happens, ``text`` or ``json``; None for not at all."""
        return self.log if self.announce and not self.quiet else None

    def check(self) -> None:
        """Refuse what cannot work.

        Raises:
            UsageError: one line that names the setting and the reason.
        """
        if self.workers < 1:
            raise UsageError(f"workers: {self.workers} is less than 1")
        if not 0 <= self.port <= 65535:
            raise UsageError(f"port: {self.port} is not between 0 and 65535")
        if self.seed is not None and self.workers > 1:
            raise UsageError("seed: ids repeat with one worker only; leave out --seed or --workers")
        if not _names_a_host(self.host):
            raise UsageError(f"host: {self.host!r} is no host name")
        if self.log not in LOGS:
            raise UsageError(f"log: {self.log!r} is neither {' nor '.join(LOGS)}")
        if self.admin_token == "":
            raise UsageError("admin_token: an empty token guards nothing")
        if self.host not in LOCAL_HOSTS and self.admin_token is None:
            raise UsageError(
                f"host: {self.host} can be reached by others, so the control interface needs --admin-token"
            )
        if self.public_url is not None and not re.fullmatch(
            r"https?://[^/\s?#\x00-\x1f\x7f]+/?", self.public_url
        ):
            raise UsageError(
                f"public_url: {self.public_url!r} is not an http(s) origin such as https://login.test"
            )


def _names_a_host(host: str) -> bool:
    try:
        return host.isprintable() and bool(host.encode("idna"))
    except UnicodeError:
        return False


def read_toml(path: Path) -> dict[str, Any]:
    """Read a settings file.

    Raises:
        UsageError: the file cannot be read, is no TOML, or holds an unknown key or a wrong type.
    """
    import tomllib

    try:
        with path.open("rb") as file:
            values = tomllib.load(file)
    except OSError as problem:
        raise UsageError(f"{path}: {problem.strerror or problem}") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise UsageError(f"{path}: not valid TOML: {problem}") from problem
    kinds = {
        "host": str,
        "port": int,
        "database_url": str,
        "workers": int,
        "seed": int,
        "admin_token": str,
        "public_url": str,
        "log": str,
        "quiet": bool,
        "projects": list,
    }
    for key, value in values.items():
        if key not in kinds:
            raise UsageError(f"{path}: {printable(key)}: unknown setting{_meant(key, list(kinds))}")
        if key == "projects" and isinstance(value, Mapping):
            raise UsageError(
                f"{path}: projects: write [[projects]], in double brackets: there may be several"
            )
        if not isinstance(value, kinds[key]) or isinstance(value, bool) is not (kinds[key] is bool):
            raise UsageError(f"{path}: {key}: must be of type {kinds[key].__name__}")
    return values


def _meant(key: str, known: Sequence[str]) -> str:
    if close := schema_words.did_you_mean(key, known):
        return close
    if project_settings().knows(key):
        return "; as a setting of a project it stands below [[projects]]"
    return f" (known: {', '.join(known)})"


def load(path: Path | None, **flags: Any) -> MockSettings:
    """Join a settings file with the command line; a flag that is None leaves the file's value.

    Without a path, ``login-mock.toml`` in the working directory is read when it is there.

    Raises:
        UsageError: a value makes no sense; one line with the file, the key and the reason.
    """
    if path is None and Path("login-mock.toml").is_file():
        path = Path("login-mock.toml")
    values = read_toml(path) if path is not None else {}
    try:
        values["projects"] = complete_projects(values.get("projects", [DEFAULT_PROJECT]))
    except SettingsError as problem:
        raise UsageError(f"{path}: {problem}" if path else str(problem)) from problem
    values.update({name: flag for name, flag in flags.items() if flag is not None})
    settings = MockSettings(**values)
    settings.check()
    return settings


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
    return ProjectSettings(resolved(described()["components"]["schemas"]["ProjectSettings"]))
