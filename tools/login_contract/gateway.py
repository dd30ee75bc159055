"""What stands in front of a server: headers that a gateway asks for, and whose certificates to trust."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from attrs import field, frozen

# Shorter texts occur everywhere, so that hiding them would hide the message.
SHORTEST_SECRET = 4
SHORTEST_PART = 8
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_SOURCE = re.compile(r"env:([A-Za-z_][A-Za-z0-9_]*)")
# What belongs to the API itself, or to how a request is put on the wire.
TAKEN = frozenset(
    {
        *("authorization", "x-server-authorization", "cookie", "content-type", "origin", "accept-language"),
        *("host", "content-length", "transfer-encoding", "connection", "accept-encoding", "te", "expect"),
        *("upgrade", "keep-alive", "proxy-authorization", "proxy-connection", "trailer"),
    }
)


@frozen(kw_only=True)
class Header:
    """A header that a gateway asks for; its value stands in an environment variable and is never shown."""

    name: str
    variable: str
    value: str = field(repr=False)

    @property
    def source(self) -> str:
        """The header as it is asked for, without its value."""
        return f"{self.name}: env:{self.variable}"


@frozen(kw_only=True)
class Gateway:
    """How to get through to a server.

    ``headers`` go to the ``origins`` alone, addresses of which scheme, host and port count. ``ca_file`` holds
    the certificates to trust in place of the machine's; ``insecure`` trusts every certificate.
    """

    origins: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(factory=dict, repr=False)
    ca_file: str | None = None
    insecure: bool = False

    def headers_for(self, url: str) -> Mapping[str, str]:
        """Return the headers to add to a request."""
        if not self.headers or _place(url) not in map(_place, self.origins):
            return {}
        return self.headers

    @property
    def trust(self) -> ssl.SSLContext:
        """Whose certificates are trusted."""
        return trusted(self.ca_file, insecure=self.insecure)


OPEN = Gateway()


@cache
def trusted(ca_file: str | None = None, *, insecure: bool = False) -> ssl.SSLContext:
    """Return whose certificates to trust, read once: that takes longer than a request.

    Raises:
        OSError: ``ca_file`` cannot be read, or holds no certificate (``ssl.SSLError``).
    """
    context = ssl.create_default_context(cafile=ca_file)
    if insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def header_of(text: Any, environ: Mapping[str, str]) -> Header:
    """Read ``Name: env:VARIABLE``.

    Raises:
        ValueError: it is written otherwise, the API itself uses the name, or the variable holds no value
            that a header can have; the value is not shown.
    """
    name, colon, source = text.partition(":") if isinstance(text, str) else ("", "", "")
    found = _SOURCE.fullmatch(source.strip())
    if not colon or not _NAME.fullmatch(name.strip()):
        raise ValueError("a header is written 'Name: env:VARIABLE'")
    if found is None:
        raise ValueError(
            f"{name.strip()}: a value comes from the environment only; write '{name.strip()}: env:VARIABLE'"
        )
    if name.strip().lower() in TAKEN:
        raise ValueError(f"{name.strip()}: the API itself uses this header, so a gateway cannot have it")
    variable = found[1]
    value = environ.get(variable, "").strip()
    if not value:
        raise ValueError(f"{name.strip()}: the variable {variable} is not set")
    if not value.isascii() or not value.isprintable():
        raise ValueError(f"{name.strip()}: what {variable} holds cannot stand in a header")
    return Header(name=name.strip(), variable=variable, value=value)


def headers_of(value: Any, environ: Mapping[str, str]) -> tuple[Header, ...]:
    """Read one header or several, given as a list or one to a line.

    Raises:
        ValueError: one makes no sense, or a name stands twice.
    """
    texts = [line for line in value.splitlines() if line.strip()] if isinstance(value, str) else value
    if not isinstance(texts, list | tuple):
        raise ValueError("a header is written 'Name: env:VARIABLE'")
    headers = tuple(header_of(text, environ) for text in texts)
    names = [header.name.lower() for header in headers]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"{name}: given twice")
    return headers


def certificates_of(value: Any) -> str:
    """Read the name of a file with certificates and return its whole path.

    Raises:
        ValueError: it cannot be read, or holds none.
    """
    if not isinstance(value, str | Path) or not str(value):
        raise ValueError(f"{value!r} is no file")
    path = str(Path(value).absolute())
    try:
        trusted(path)
    except ssl.SSLError:
        raise ValueError(f"{value} holds no certificates (PEM)") from None
    except OSError as problem:
        raise ValueError(f"{value}: {problem.strerror or problem}") from None
    return path


def shown_never(headers: Iterable[Header]) -> tuple[str, ...]:
    """Return what reports must not show: the values, and the long words of those of several words."""
    values = [header.value for header in headers if len(header.value) >= SHORTEST_SECRET]
    words = [word for value in values for word in value.split() if len(word) >= SHORTEST_PART]
    return tuple(dict.fromkeys([*values, *words]))


def _place(url: str) -> tuple[str, str, int | None]:
    """Return scheme, host and port of an address, however it is spelled."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    with suppress(UnicodeError):
        host = host.encode("idna").decode("ascii")
    return parts.scheme, host, parts.port or {"http": 80, "https": 443}.get(parts.scheme)
