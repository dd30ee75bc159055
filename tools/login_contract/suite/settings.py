"""How to reach a target, joined from flags, environment and a file; nothing is contacted for it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
from attrs import field, frozen

from login_contract import toml_file
from login_contract.errors import UsageError
from login_contract.gateway import Gateway, Header, headers_of
from login_contract.suite.setting_kinds import KINDS

PREFIX = "LOGIN_CONTRACT_"
CONFIG_FILE = "target.toml"
DEFAULT_TIMEOUT = 30.0
SECRETS = ("password", "admin_token", "client_secret", "server_client_secret")


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
        for name in KINDS
        if environ.get(f"{PREFIX}{name.upper()}")
    }


def _checked(name: str, value: Any, where: str, environ: Mapping[str, str]) -> Any:
    if name not in KINDS:
        known = ", ".join(key for key in KINDS if key not in SECRETS)
        raise UsageError(f"{where}: unknown setting (known: {known})")
    try:
        return headers_of(value, environ) if name == "header" else KINDS[name](value)
    except ValueError as problem:
        raise UsageError(f"{where}: {problem}") from None
