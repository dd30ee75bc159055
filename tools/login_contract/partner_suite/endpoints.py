"""The webhooks of custom user-data storage by name, and the addresses a partner gives them."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from attrs import frozen

from login_contract.description.storage_webhooks import NAMES, PREFIX
from login_contract.errors import UsageError
from login_contract.legible import without_credentials

PLACEHOLDER = "{name}"


@frozen
class PartnerEndpoint:
    """One webhook of a partner: its name, and the address it is sent to."""

    name: str
    url: str

    @property
    def webhook(self) -> str:
        """Its name in the description, which is also its operation id."""
        return PREFIX + self.name

    @property
    def path(self) -> str:
        """Its path in the partner's view of the description."""
        return f"/{self.name}"

    @property
    def label(self) -> str:
        """Method and path, as tables show them."""
        return f"POST {self.path}"

    @property
    def origin(self) -> str:
        """Scheme, host and port of the address."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


def from_flags(urls: Iterable[str]) -> tuple[PartnerEndpoint, ...]:
    """Read ``NAME=URL`` for each webhook, or one bare address that is meant for all of them.

    Raises:
        UsageError: an unknown name, a name twice, no http(s) address, or a bare address beside others.
    """
    named: dict[str, str] = {}
    bare: list[str] = []
    for given in urls:
        name, equals, url = given.partition("=")
        if not equals or ":" in name or "/" in name:
            bare.append(given)
        elif name in named:
            raise UsageError(f"--url: {name} is given twice")
        else:
            named[name] = url
    if len(bare) > 1 or (bare and named):
        raise UsageError("--url: give either one bare address for all webhooks, or NAME=URL for each")
    return for_all(bare[0], where="--url") if bare else from_mapping(named, where="--url")


def for_all(url: str, *, where: str) -> tuple[PartnerEndpoint, ...]:
    """Give every webhook the same address; ``{name}`` in it stands for the webhook's name.

    Raises:
        UsageError: it is no http(s) address; ``where`` says where it came from.
    """
    return from_mapping({name: url.replace(PLACEHOLDER, name) for name in NAMES}, where=where)


def from_mapping(urls: Mapping[str, str], *, where: str) -> tuple[PartnerEndpoint, ...]:
    """Return the named webhooks in their usual order.

    Raises:
        UsageError: an unknown name or no http(s) address; ``where`` says where it came from.
    """
    for name in urls:
        if name not in NAMES:
            raise UsageError(f"{where}: unknown webhook {name!r} (known: {', '.join(NAMES)})")
    return tuple(
        PartnerEndpoint(name, checked_url(urls[name], where=where)) for name in NAMES if name in urls
    )


def checked_url(url: object, *, where: str) -> str:
    """Return an http(s) address as given.

    Raises:
        UsageError: it is none, or it carries a user name or password.
    """
    if not isinstance(url, str) or any(character.isspace() for character in url):
        shown = without_credentials(url) if isinstance(url, str) else url
        raise UsageError(f"{where}: {shown!r} is no address")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        shown = without_credentials(url)
        raise UsageError(
            f"{where}: {shown!r} is no http(s) address such as https://partner.example.com/login"
        )
    if parts.username is not None or parts.password is not None:
        raise UsageError(f"{where}: an address must not carry a user name or password")
    return url


def is_local(url: str) -> bool:
    """Say whether only this machine or its own network can reach an address."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False
