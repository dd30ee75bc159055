"""What a partner tells about the endpoints under test, joined from flags and `webhooks.toml`."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import attrs
from attrs import field, frozen

from login_contract import toml_file
from login_contract.errors import UsageError
from login_contract.partner_suite import endpoints
from login_contract.partner_suite.endpoints import PartnerEndpoint
from login_contract.suite.settings import PREFIX
from login_contract.suite.target import MOCK_PROJECT_ID

CONFIG_FILE = "webhooks.toml"
DEFAULT_KEYS_PORT = 8481
DEFAULT_TIMEOUT = 5.0
VARIABLE = f"{PREFIX}WEBHOOKS"
SECRETS = ("secret", "private_key", "known_password")
KNOWN = (
    "url",
    "project_id",
    "secret_env",
    "private_key",
    "keys_port",
    "known_user",
    "known_password_env",
    "timeout",
)


@frozen(kw_only=True)
class PartnerSettings:
    """The endpoints under test and how they are spoken to; ``timeout`` is in seconds.

    With a ``secret`` tokens are signed with it (HS256), else with the RSA key ``private_key`` (PEM; None:
    one made for the run). ``known_user`` is somebody whom the partner knows, with ``known_password``.
    ``keys_url`` is where this run serves the key set, None where it serves none.
    ``flags`` give the same settings, but for addresses, to another command; they name secrets, and hold none.
    """

    endpoints: tuple[PartnerEndpoint, ...] = ()
    project_id: str = MOCK_PROJECT_ID
    secret: str | None = field(default=None, repr=False)
    private_key: str | None = field(default=None, repr=False)
    keys_port: int = DEFAULT_KEYS_PORT
    known_user: str | None = None
    known_password: str | None = field(default=None, repr=False)
    timeout: float = DEFAULT_TIMEOUT
    keys_url: str | None = None
    flags: tuple[str, ...] = ()

    @property
    def algorithm(self) -> str:
        """How tokens are signed: HS256 or RS256."""
        return "RS256" if self.secret is None else "HS256"

    @property
    def target(self) -> str:
        """What is under test, in a few words that begin with an address."""
        origins = ", ".join(dict.fromkeys(endpoint.origin for endpoint in self.endpoints))
        count = len(self.endpoints)
        return f"{origins} ({count} webhook{'s' if count != 1 else ''})"

    def environment(self) -> dict[str, str]:
        """Return the variable that makes another process read the same settings."""
        return {VARIABLE: json.dumps(attrs.asdict(self))}


def from_environment(environ: Mapping[str, str] | None = None) -> PartnerSettings | None:
    """Read what ``environment`` gave; None when nothing was given."""
    given = (os.environ if environ is None else environ).get(VARIABLE)
    if not given:
        return None
    values = json.loads(given)
    found = tuple(PartnerEndpoint(**each) for each in values["endpoints"])
    return PartnerSettings(**{**values, "endpoints": found, "flags": tuple(values["flags"])})


def read_settings(
    flags: Mapping[str, Any],
    *,
    config: Path | None = None,
    use_file: bool = True,
    environ: Mapping[str, str] | None = None,
) -> PartnerSettings:
    """Join flags (None: not given) and a TOML file, the flags weighing more.

    Without ``config``, ``webhooks.toml`` in the working directory is read when it is there, unless
    ``use_file`` is False. Secrets come
    from the environment variables that the settings name, a private key from its file.

    Raises:
        UsageError: a value makes no sense; one line that names it, where it came from and why.
    """
    environ = os.environ if environ is None else environ
    values: dict[str, Any] = {}
    words: dict[str, str] = {}
    for where, name, value in [*(_from_file(config) if use_file else []), *_from_flags(flags)]:
        values.update(_read(name, value, where, environ))
        words[name] = str(value)
    if values.get("secret") is not None and values.get("private_key") is not None:
        raise UsageError("--secret-env signs with HS256 and --private-key with RS256: give one of them")
    if values.get("known_password") is not None and values.get("known_user") is None:
        raise UsageError("--known-password-env: given without --known-user")
    return PartnerSettings(**values, flags=_repeated(words))


def _repeated(words: Mapping[str, str]) -> tuple[str, ...]:
    """Return the flags that say the same to `webhooks send`, wherever the values came from."""
    pairs = ((f"--{name.replace('_', '-')}", word) for name, word in words.items() if name != "url")
    return tuple(part for pair in pairs for part in pair)


def _from_flags(flags: Mapping[str, Any]) -> list[tuple[str, str, Any]]:
    return [
        (f"--{name.replace('_', '-')}", name, value)
        for name, value in flags.items()
        if value is not None and value != []
    ]


def _from_file(config: Path | None) -> list[tuple[str, str, Any]]:
    path = config or Path(CONFIG_FILE)
    if config is None and not path.is_file():
        return []
    values = toml_file.read(path)
    for name in values:
        if name not in KNOWN:
            raise UsageError(f"{path}: {name}: unknown setting (known: {', '.join(KNOWN)})")
    if "private_key" in values and isinstance(values["private_key"], str):
        values["private_key"] = path.parent / values["private_key"]
    return [(f"{path}: {name}", name, value) for name, value in values.items()]


def _read(name: str, value: Any, where: str, environ: Mapping[str, str]) -> dict[str, Any]:
    """Return the settings that a flag or a line of the file stands for."""
    if name == "url":
        return {"endpoints": _endpoints(value, where)}
    if name in ("secret_env", "known_password_env"):
        return {name.removesuffix("_env"): _variable(value, where, environ)}
    if name == "private_key":
        return {name: _file(value, where)}
    try:
        return {name: _KINDS[name](value)}
    except (ValueError, TypeError):
        raise UsageError(f"{where}: {value!r} is no {_EXPECTED[name]}") from None


def _endpoints(value: Any, where: str) -> tuple[PartnerEndpoint, ...]:
    if isinstance(value, str):
        return endpoints.for_all(value, where=where)
    if isinstance(value, Mapping):
        return endpoints.from_mapping(value, where=where)
    if isinstance(value, Sequence):
        return endpoints.from_flags(value)
    raise UsageError(f"{where}: {value!r} is neither an address nor a table of addresses")


def _variable(name: Any, where: str, environ: Mapping[str, str]) -> str:
    value = environ.get(str(name))
    if not value:
        raise UsageError(f"{where}: the environment variable {name} is not set")
    return value


def _file(path: Any, where: str) -> str:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, TypeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "cannot be read"
        raise UsageError(f"{where}: {path}: {reason}") from None
    from login_contract.tokens.private_key import check_private_key

    try:
        check_private_key(text)
    except ValueError as problem:
        raise UsageError(f"{where}: {path} {problem}") from None
    return text


def _uuid(value: Any) -> str:
    return str(UUID(str(value)))


def _port(value: Any) -> int:
    if isinstance(value, bool) or not 0 <= int(value) <= 65535:
        raise ValueError
    return int(value)


def _seconds(value: Any) -> float:
    if isinstance(value, bool) or not 0 < float(value) < float("inf"):
        raise ValueError
    return float(value)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError
    return value


_KINDS = {"project_id": _uuid, "keys_port": _port, "timeout": _seconds, "known_user": _text}
_EXPECTED = {
    "project_id": "uuid",
    "keys_port": "port",
    "timeout": "number of seconds above 0",
    "known_user": "name",
}
