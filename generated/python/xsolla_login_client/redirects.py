"""What httpx does with redirects, and should not do with the calls of this client.

It makes the next request of a redirect even where nobody follows it, and fails where the address is one that
it cannot call, such as `mygame:login?code=…`. And where it follows one to another server, it takes all
headers along but `Authorization`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import httpx
from xsolla_login_client.logs import is_calling

_HEADERS = "xsolla_login_client_headers"


def set_aside(response: httpx.Response) -> None:
    """Hook of httpx on answers: hide from it where a redirect leads."""
    if is_calling() and response.has_redirect_location:
        response.extensions[_HEADERS] = response.headers
        response.headers = httpx.Headers(
            [each for each in response.headers.raw if each[0].lower() != b"location"]
        )


def whole(response: httpx.Response) -> httpx.Response:
    """Return an answer with all its headers again."""
    if _HEADERS in response.extensions:
        response.headers = response.extensions.pop(_HEADERS)
    return response


def kept_at(home: httpx.URL, headers: Collection[str]) -> Callable[[httpx.Request], None]:
    """Return a hook of httpx on requests: it keeps headers from other servers than the one at home."""

    def keep(request: httpx.Request) -> None:
        if is_calling() and not _same(request.url, home):
            for name in headers:
                request.headers.pop(name, None)

    return keep


def awaited(hook: Callable[[Any], None]) -> Callable[[Any], Any]:
    """Return a hook for awaited calls."""

    async def run(subject: Any) -> None:
        hook(subject)

    return run


def _same(one: httpx.URL, home: httpx.URL) -> bool:
    if one.host != home.host:
        return False
    return one.scheme == "https" if one.scheme != home.scheme else one.port == home.port
