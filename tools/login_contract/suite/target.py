"""What is under test: an address or the embedded mock, credentials, and what may be done to it."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit
from uuid import UUID

import attrs
from attrs import field, frozen

from login_contract import toml_file
from login_contract.errors import UsageError
from login_contract.gateway import Gateway, Header, certificates_of, headers_of, shown_never
from login_contract.lost_call import lost_call

if TYPE_CHECKING:
    from login_contract.suite.actors.direct_control import DirectServer

PREFIX = "LOGIN_CONTRACT_"
CONFIG_FILE = "target.toml"
POLITE_RATE = 5.0
DEFAULT_TIMEOUT = 30.0
MOCK_PROJECT_ID = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
# Its public, its confidential and its server client.
MOCK_CLIENT_IDS = (1001, 1002, 2001)
SECRETS = ("password", "admin_token", "client_secret", "server_client_secret")
# What stands for a recipient in ``mailbox``, and for the name of an account in ``mailbox_address``.
RECIPIENT, NAME = "{recipient}", "{name}"


@frozen
class Capabilities:
    """What a target lets a test do; a test that needs more is skipped with the reason."""

    is_mock: bool = False
    read_codes: bool = False
    list_messages: bool = False
    move_time: bool = False
    configure: bool = False
    receive_webhooks: bool = False
    write: bool = False

    REASONS: ClassVar[Mapping[str, str]] = {
        "is_mock": "the target is not the mock",
        "read_codes": "mails of the target cannot be read (no control interface, no mailbox)",
        "list_messages": "what the target sent cannot be listed (no control interface)",
        "move_time": "the target's time cannot be moved (no control interface)",
        "configure": "the target's projects cannot be configured (no control interface)",
        "receive_webhooks": "the target's webhooks cannot be received",
        "write": "writing to the target needs --allow-writes",
    }

    def missing(self, *names: str) -> str | None:
        """Return why a test that needs ``names`` cannot run, or None when it can."""
        for name in names:
            if not getattr(self, name):
                return self.REASONS[name]
        return None


@frozen(kw_only=True)
class TargetSettings:
    """How to reach a target, joined from flags, environment and ``target.toml``; nothing was contacted yet.

    Without a ``url`` the target is a mock that the suite starts itself. ``rate`` is in requests per second,
    ``timeout`` and ``mailbox_wait`` in seconds.
    """

    url: str | None = None
    control_url: str | None = None
    project_id: str | None = None
    login_url: str | None = None
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    client_id: int | None = None
    client_secret: str | None = field(default=None, repr=False)
    public_client_id: int | None = None
    server_client_id: int | None = None
    server_client_secret: str | None = field(default=None, repr=False)
    redirect_uri: str | None = None
    mailbox: str | None = None
    mailbox_address: str | None = None
    mailbox_wait: float = DEFAULT_TIMEOUT
    admin_token: str | None = field(default=None, repr=False)
    allow_writes: bool = False
    rate: float | None = None
    timeout: float = DEFAULT_TIMEOUT
    header: tuple[Header, ...] = ()
    ca_file: str | None = None
    insecure: bool = False

    @property
    def embedded(self) -> bool:
        """Whether the suite starts a mock of its own."""
        return self.url is None

    def environment(self) -> dict[str, str]:
        """Return the variables that make another process read the same settings, without the secrets."""
        values = attrs.asdict(self, recurse=False, filter=lambda each, _: each.name not in SECRETS)
        values["header"] = "\n".join(header.source for header in self.header) or None
        return {
            f"{PREFIX}{name.upper()}": str(int(value) if isinstance(value, bool) else value)
            for name, value in values.items()
            if value is not None
        }

    def gateway(self, *origins: str) -> Gateway:
        """Return how to get through to the server at these addresses."""
        return Gateway(
            origins=origins,
            headers={header.name: header.value for header in self.header},
            ca_file=self.ca_file,
            insecure=self.insecure,
        )


@frozen(kw_only=True)
class Target:
    """A server that answers: its API, its control interface if it has one, and what it lets tests do."""

    base_url: str
    control_url: str | None
    settings: TargetSettings
    capabilities: Capabilities
    server: DirectServer | None = field(default=None, repr=False, eq=False)

    @property
    def origin(self) -> str:
        """Scheme, host and port of the API."""
        return origin_of(self.base_url)

    @property
    def rate(self) -> float | None:
        """Requests per second to keep to, or None for as many as it takes."""
        if self.settings.rate is not None:
            return self.settings.rate
        return None if self.capabilities.is_mock else POLITE_RATE

    @property
    def gateway(self) -> Gateway:
        """What stands in front of the API and of the control interface."""
        return self.settings.gateway(*filter(None, (self.base_url, self.control_url)))

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that no report may show."""
        values = (getattr(self.settings, name) for name in SECRETS)
        return (*filter(None, values), *shown_never(self.settings.header))


def read_settings(
    flags: Mapping[str, Any] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    config: Path | None = None,
) -> TargetSettings:
    """Join flags, environment (``LOGIN_CONTRACT_…``) and a TOML file, in this order of weight.

    A flag that is None or an empty list counts as not given. Without ``config``, ``LOGIN_CONTRACT_CONFIG``
    names the file, else ``target.toml`` in the working directory is read when it is there. Secrets come from
    the environment only.

    Raises:
        UsageError: a value makes no sense; one line that names it, where it came from and why.
    """
    environ = os.environ if environ is None else environ
    values = {
        **_from_file(_config_path(config, environ), environ),
        **_from_environment(environ),
        **{
            name: _checked(name, value, f"--{name.replace('_', '-')}", environ)
            for name, value in (flags or {}).items()
            if value not in (None, [])
        },
    }
    settings = TargetSettings(**values)
    if settings.insecure and settings.ca_file is not None:
        raise UsageError(
            "insecure: trusts every certificate, so ca_file would mean nothing; give one of them"
        )
    if settings.embedded and settings.control_url is not None:
        raise UsageError("control_url: given without url; the embedded mock has its own control interface")
    _check_clients(settings)
    return settings


def _check_clients(settings: TargetSettings) -> None:
    for kind in ("client", "server_client"):
        if getattr(settings, f"{kind}_secret") is not None and getattr(settings, f"{kind}_id") is None:
            raise UsageError(f"{PREFIX}{kind.upper()}_SECRET: given without {kind}_id")
    if settings.server_client_id is not None and settings.server_client_secret is None:
        raise UsageError(f"server_client_id: given without {PREFIX}SERVER_CLIENT_SECRET")


def discover(settings: TargetSettings) -> Target:
    """Contact the address of ``settings``: does a server answer, and is it the mock?

    The mock's control interface is looked for at the address's origin, unless ``control_url`` names it.

    Raises:
        UsageError: no address is given, nothing answers there, or the control interface refuses.
    """
    if settings.url is None:
        raise UsageError("url: none given, and an embedded mock is not discovered but started")
    origin = settings.control_url or origin_of(settings.url)
    found = _is_control(origin, settings, named=settings.control_url is not None)
    return describe(settings, base_url=settings.url, control_url=origin if found else None)


def describe(
    settings: TargetSettings, *, base_url: str, control_url: str | None, server: DirectServer | None = None
) -> Target:
    """Return the target behind a known address; ``server`` is the mock itself when it is embedded."""
    mock = control_url is not None
    capabilities = Capabilities(
        is_mock=mock,
        read_codes=mock or settings.mailbox is not None,
        list_messages=mock,
        move_time=mock,
        configure=mock,
        receive_webhooks=mock,
        write=mock or settings.allow_writes,
    )
    return Target(
        base_url=base_url,
        control_url=control_url,
        settings=settings,
        capabilities=capabilities,
        server=server,
    )


def origin_of(url: str) -> str:
    """Return scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _config_path(config: Path | None, environ: Mapping[str, str]) -> Path | None:
    if config is not None:
        return config
    if environ.get(f"{PREFIX}CONFIG"):
        return Path(environ[f"{PREFIX}CONFIG"])
    return Path(CONFIG_FILE) if Path(CONFIG_FILE).is_file() else None


def _from_file(path: Path | None, environ: Mapping[str, str]) -> dict[str, Any]:
    if path is None:
        return {}
    values = toml_file.read(path)
    for name in SECRETS:
        if name in values:
            raise UsageError(
                f"{path}: {name}: secrets do not belong into a file; set {PREFIX}{name.upper()} instead"
            )
    return {name: _checked(name, value, f"{path}: {name}", environ) for name, value in values.items()}


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    return {
        name: _checked(name, environ[f"{PREFIX}{name.upper()}"], f"{PREFIX}{name.upper()}", environ)
        for name in _KINDS
        if environ.get(f"{PREFIX}{name.upper()}")
    }


def _checked(name: str, value: Any, where: str, environ: Mapping[str, str]) -> Any:
    if name not in _KINDS:
        known = ", ".join(key for key in _KINDS if key not in SECRETS)
        raise UsageError(f"{where}: unknown setting (known: {known})")
    try:
        return headers_of(value, environ) if name == "header" else _KINDS[name](value)
    except ValueError as problem:
        raise UsageError(f"{where}: {problem}") from None


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{value!r} is no text")
    return value


def _http_url(value: Any) -> str:
    text = _text(value).rstrip("/")
    parts = urlsplit(text)
    try:
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.query or parts.fragment:
        raise ValueError(f"{value!r} is no http(s) address such as https://login.example.com/api")
    if parts.username is not None or parts.password is not None:
        raise ValueError("an address must not carry a user name or password")
    return text


def _uri(value: Any) -> str:
    text = _text(value)
    if not urlsplit(text).scheme:
        raise ValueError(f"{value!r} is no URL")
    return text


def _uuid(value: Any) -> str:
    text = _text(value)
    try:
        return str(UUID(text))
    except ValueError:
        raise ValueError(f"{value!r} is no uuid") from None


def _client_id(value: Any) -> int:
    try:
        number = 0 if isinstance(value, (bool, float)) else int(value)
    except (TypeError, ValueError):
        number = 0
    if number < 1:
        raise ValueError(f"{value!r} is no client id, a whole number above 0")
    return number


def _mailbox(value: Any) -> str:
    text = _text(value)
    if RECIPIENT not in text:
        raise ValueError(f"{value!r} names no {RECIPIENT}")
    if not is_address(text):
        _command(text)
    return text


def is_address(mailbox: str) -> bool:
    """Say whether a mailbox is asked over HTTP; otherwise it is a command."""
    return mailbox.startswith(("http://", "https://"))


def _command(text: str) -> None:
    try:
        words = shlex.split(text)
    except ValueError as problem:
        raise ValueError(f"{text!r} is no command: {problem}") from None
    if shutil.which(words[0]) is None:
        raise ValueError(f"there is no program {words[0]!r}")


def _mail_address(value: Any) -> str:
    text = _text(value)
    local, at, domain = text.rpartition("@")
    if NAME not in local or not at or not domain or NAME in domain:
        raise ValueError(f"{value!r} is no address such as qa+{NAME}@example.com")
    return text


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).lower() in ("1", "true", "yes"):
        return True
    if str(value).lower() in ("0", "false", "no"):
        return False
    raise ValueError(f"{value!r} is neither true nor false")


def _positive(value: Any) -> float:
    try:
        number = float("nan") if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = float("nan")
    if not 0 < number < float("inf"):
        raise ValueError(f"{value!r} is no number above 0")
    return number


_KINDS: Mapping[str, Any] = {
    "url": _http_url,
    "control_url": _http_url,
    "project_id": _uuid,
    "login_url": _uri,
    "username": _text,
    "password": _text,
    "client_id": _client_id,
    "client_secret": _text,
    "public_client_id": _client_id,
    "server_client_id": _client_id,
    "server_client_secret": _text,
    "redirect_uri": _uri,
    "mailbox": _mailbox,
    "mailbox_address": _mail_address,
    "mailbox_wait": _positive,
    "admin_token": _text,
    "allow_writes": _boolean,
    "rate": _positive,
    "timeout": _positive,
    "header": headers_of,
    "ca_file": certificates_of,
    "insecure": _boolean,
}


def _is_control(origin: str, settings: TargetSettings, *, named: bool) -> bool:
    """Say whether the mock's control interface answers at an origin."""
    import httpx

    from login_contract.http_client import make_client
    from login_contract.suite.actors.control import admin_headers

    try:
        with make_client(
            gateway=settings.gateway(origin),
            headers=admin_headers(settings.admin_token),
            timeout=min(settings.timeout, 10),
        ) as client:
            answer = client.get(f"{origin}/_mock/projects")
    except httpx.HTTPError as problem:
        raise UsageError(f"no server answers at {origin}: {lost_call(problem).clause}") from None
    if answer.status_code in (401, 403) and (named or _speaks_of_admin(answer)):
        raise UsageError(f"the control interface at {origin} wants an admin token; set {PREFIX}ADMIN_TOKEN")
    if answer.status_code == 200 and _lists_projects(answer):
        return True
    if named:
        raise UsageError(
            f"control_url: {origin} has no control interface (/_mock/projects: {answer.status_code})"
        )
    return False


def _lists_projects(answer: Any) -> bool:
    try:
        return isinstance(answer.json(), dict) and "projects" in answer.json()
    except ValueError:
        return False


def _speaks_of_admin(answer: Any) -> bool:
    return "admin" in answer.text.lower()
