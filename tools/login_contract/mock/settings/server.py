"""Settings of the server: how it runs, and the projects it starts with; read from a file and from flags."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from login_contract import toml_file
from login_contract.errors import UsageError
from login_contract.legible import printable
from login_contract.mock.contract import schema_words
from login_contract.mock.settings.logo import with_logos
from login_contract.mock.settings.project import DEFAULT_PROJECT, complete_projects, project_settings
from login_contract.mock.settings.rules import SettingsError

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8480
VENDORS_BLANK_PAGE = "https://login.xsolla.com/api/blank"
LOGS = ("text", "json")
#: What is bound where every address of the machine is, and what stands for it where one is called.
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}
LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")
# It stands in headers, in Markdown and in XML: another name than one of ASCII is to be given in Punycode.
_ORIGIN = re.compile(r"https?://(?:\[[0-9a-f:.]+\]|[\w.-]+)(?::\d{1,5})?/?", re.ASCII | re.IGNORECASE)


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
    spare_keys: int = 0
    throwaway: bool = False

    @property
    def origin(self) -> str:
        """The address that links in messages begin with, without a trailing slash."""
        host = EVERYWHERE.get(self.host, self.host)
        host = f"[{host}]" if ":" in host else host
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
        if self.public_url is not None and not _ORIGIN.fullmatch(self.public_url):
            raise UsageError(
                f"public_url: {self.public_url!r} is not an http(s) origin such as https://login.test"
            )


def _names_a_host(host: str) -> bool:
    try:
        return host.isprintable() and bool(host.encode("idna"))
    except UnicodeError:
        return False


def _from_file(path: Path) -> dict[str, Any]:
    """Read a settings file.

    Raises:
        UsageError: the file cannot be read, is no TOML, or holds an unknown key or a wrong type.
    """
    values = toml_file.read(path)
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
    values = _from_file(path) if path is not None else {}
    try:
        given = values.get("projects", [DEFAULT_PROJECT])
        values["projects"] = complete_projects(with_logos(given, path.parent) if path is not None else given)
    except SettingsError as problem:
        raise UsageError(f"{path}: {problem}" if path else str(problem)) from problem
    values.update({name: flag for name, flag in flags.items() if flag is not None})
    settings = MockSettings(**values)
    settings.check()
    return settings
