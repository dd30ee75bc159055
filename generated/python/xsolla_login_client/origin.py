"""Who is asked: the scheme, host and port of an address."""

from __future__ import annotations

from typing import TypeAlias

import httpx

Origin: TypeAlias = tuple[str, str, int | None]
_PORTS = {"http": 80, "https": 443}


def origin(url: httpx.URL) -> Origin:
    """Return scheme, host and port of an address, the port also where its scheme implies it."""
    return url.scheme, url.host, url.port or _PORTS.get(url.scheme)


def home(base_url: str) -> Origin:
    """Return the origin of the API, where tokens may go.

    Raises:
        ValueError: it is no address.
    """
    try:
        url = httpx.URL(base_url)
    except httpx.InvalidURL:
        url = httpx.URL("")
    if url.scheme not in _PORTS or not url.host:
        raise ValueError("base_url: no address such as https://login.xsolla.com/api")
    return origin(url)


__all__ = ["Origin", "home", "origin"]
