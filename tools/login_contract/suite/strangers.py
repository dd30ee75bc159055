"""Tells a Login API from every other server, by a few requests that change nothing and need no token."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
from attrs import field, frozen

from login_contract.lost_call import LostCall, lost_call
from login_contract.suite.judging.body import json_of
from login_contract.suite.judging.refusals import UNKNOWN_PROJECT
from login_contract.suite.pace import Pace

# A token that is none; beside it, the keys and the settings of a project are asked for.
NO_TOKEN = "/token/validate"
_CODE = re.compile(r"\d{3}-\d{3}")
_PERMITTING = {401, 403, 407}
REDIRECTS = (301, 302, 303, 307, 308)
LONGEST_ANSWER = 1_000_000
LONGEST_SECONDS = 10.0


@frozen(kw_only=True)
class Sign:
    """One answer of a server that may be a Login API; without a status, ``lost`` says why there is none.

    ``tls`` tells version and certificate of the TLS connection, None where there was none.
    """

    request: str
    url: str
    status: int | None = None
    headers: httpx.Headers = field(factory=httpx.Headers, repr=False)
    content: bytes = field(default=b"", repr=False)
    tls: str | None = None
    lost: LostCall | None = None

    @property
    def code(self) -> str | None:
        """The error code in the answer, where it has the form of the vendor's."""
        body = json_of(_in_utf8(self.content))
        error = body.get("error") if isinstance(body, dict) else None
        code = error.get("code") if isinstance(error, dict) else None
        return code if isinstance(code, str) and _CODE.fullmatch(code) else None

    @property
    def publishes_keys(self) -> bool:
        """Whether the answer is the keys of a project."""
        body = json_of(self.content) if self.status == 200 else None
        return isinstance(body, list) and all(isinstance(key, dict) and "kty" in key for key in body)

    @property
    def redirected_to(self) -> str | None:
        """Where a redirect leads."""
        if self.status not in REDIRECTS or "location" not in self.headers:
            return None
        try:
            return str(httpx.URL(self.url).join(self.headers["location"]))
        except httpx.InvalidURL:
            return None

    @property
    def told(self) -> str:
        """The answer in a few words."""
        if self.lost is not None:
            return self.lost.clause
        return " ".join(filter(None, [str(self.status), self.code]))


@frozen
class Signs:
    """What a server answered at one base address."""

    url: str
    signs: tuple[Sign, ...]

    @property
    def lost(self) -> LostCall | None:
        """Why the server did not answer at all."""
        return self.signs[0].lost

    @property
    def are_of_the_api(self) -> bool:
        """Whether anything was answered as a Login API does, and not the same to everything."""
        known = [sign for sign in self.signs if sign.code or sign.publishes_keys]
        return bool(known) and len({(sign.status, sign.code) for sign in self.signs}) > 1

    @property
    def project_is_unknown(self) -> bool:
        """Whether the server says that the project that was asked about does not exist."""
        return self.signs[-1].code == UNKNOWN_PROJECT.code

    @property
    def fault(self) -> str:
        """What stands at the address in place of a Login API, as a clause."""
        if len({sign.status for sign in self.signs}) > 1:
            told = ", ".join(f"{sign.request} {sign.told}" for sign in self.signs)
            return f"does not answer as the Login API ({told})"
        return f"answers {_alike(self.signs[0])}"

    @property
    def redirected(self) -> str | None:
        """The base address that a redirect leads to, where it leads to the same operation."""
        target = self.signs[0].redirected_to
        return target.removesuffix(NO_TOKEN) if target and target.endswith(NO_TOKEN) else None


def signs_of(client: httpx.Client, url: str, *, pace: Pace, project_id: str | None = None) -> Signs:
    """Ask a server what tells a Login API from others; stops when it does not answer the first time."""
    return Signs(url, tuple(_asked(client, url, pace, project_id or str(uuid4()))))


def _asked(client: httpx.Client, url: str, pace: Pace, project_id: str) -> Iterator[Sign]:
    first = _ask(client, pace, "POST", url, NO_TOKEN, json={"token": "none"})
    yield first
    if first.lost is None:
        yield _ask(client, pace, "GET", url, f"/projects/{project_id}/keys")
        yield _ask(client, pace, "GET", url, "/widget/ng/settings", params={"projectId": project_id})


def _ask(client: httpx.Client, pace: Pace, method: str, url: str, path: str, **options: Any) -> Sign:
    pace.wait()
    return ask(client, method, url + path, request=f"{method} {_shown(path)}", **options)


def ask(client: httpx.Client, method: str, url: str, *, request: str, **options: Any) -> Sign:
    """Send one request and read its answer, no further than a Login API ever writes, nor longer."""
    deadline = time.monotonic() + LONGEST_SECONDS
    try:
        with client.stream(method, url, **options) as answer:
            content, tls = bytearray(), _tls(answer)
            for chunk in answer.iter_bytes():
                content += chunk
                if len(content) > LONGEST_ANSWER or time.monotonic() > deadline:
                    break
    except (httpx.HTTPError, httpx.InvalidURL) as problem:
        return Sign(request=request, url=url, lost=lost_call(problem))
    return Sign(
        request=request,
        url=url,
        status=answer.status_code,
        headers=answer.headers,
        content=bytes(content),
        tls=tls,
    )


def _tls(answer: httpx.Response) -> str | None:
    stream = answer.extensions.get("network_stream")
    secure = stream.get_extra_info("ssl_object") if stream is not None else None
    if secure is None:
        return None
    certificate = secure.getpeercert()
    until = f"certificate valid until {certificate['notAfter']}" if certificate else "certificate not checked"
    return f"{secure.version()}, {until}"


def _in_utf8(content: bytes) -> bytes:
    """Put what can be read in place of foreign bytes: a message in Latin-1 is for the tests to tell."""
    return content.decode("utf-8", "replace").encode()


def _shown(path: str) -> str:
    return re.sub(r"[0-9a-f-]{36}", "…", path)


def neighbours(signs: Signs) -> Iterator[str]:
    """Yield the addresses that may have been meant instead."""
    parts = urlsplit(signs.url)
    origin = f"{parts.scheme}://{parts.netloc}"
    shorter = signs.url.rpartition("/")[0]
    found = [f"{signs.url}/api", f"{origin}/api", origin, shorter]
    yield from (url for url in dict.fromkeys(found) if url != signs.url and url.startswith(origin))


def _alike(sign: Sign) -> str:
    """Say what one answer to everything means."""
    status = sign.status or 0
    if sign.redirected_to:
        return (
            f"every request with a redirect to {sign.redirected_to.partition('?')[0]}: "
            "a gateway that asks for a header (--header 'Name: env:VAR'), or another address"
        )
    if status in _PERMITTING:
        return (
            f"{status} to everything, also to what needs no token: "
            "a gateway that asks for a header (--header 'Name: env:VAR'), or another server"
        )
    if status == 429:
        return "429 to everything: it has had too many requests; wait, or lower --rate"
    if status >= 500:
        return f"{status} to everything: the server, or what stands in front of it, is broken"
    return f"{status} {_kind(sign)} to everything: this is no Login API"


def _kind(sign: Sign) -> str:
    media_type = str(sign.headers.get("content-type", "")).partition(";")[0].strip()
    text = " ".join(sign.content.decode("utf-8", "replace").split())
    if "html" in media_type or text[:1] == "<":
        return "and a web page"
    return f"and {text!r}" if 0 < len(text) <= 40 else f"({media_type or 'no content type'})"
