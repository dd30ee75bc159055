"""Who may come in: who names an operation, keeps the control interface's own rules and a project's limits."""

from __future__ import annotations

import base64
import hmac
import math
import re
from functools import partial

from starlette.requests import Request

from login_contract.mock.calls.call import Reply
from login_contract.mock.contract.refusals import (
    METHOD_NOT_ALLOWED,
    ORIGIN_NOT_ALLOWED,
    TOO_MANY_REQUESTS,
    UNKNOWN_PATH,
    WRONG_ADMIN_TOKEN,
)
from login_contract.mock.domain.projects import Projects
from login_contract.mock.errors import LoginError
from login_contract.mock.http import cors
from login_contract.mock.http.visit import Visit
from login_contract.mock.settings.server import LOCAL_HOSTS, MockSettings
from login_contract.mock.store import rate_windows
from login_contract.mock.terminal import shown

# The header itself is judged: a URL that a framework builds from an odd one names the server's own address.
LOCAL_AUTHORITY = re.compile(
    "(?:{})(?::[0-9]+)?".format("|".join(re.escape(f"[{h}]" if ":" in h else h) for h in LOCAL_HOSTS)),
    re.IGNORECASE,
)
# Links may lead to a page from anywhere; what changes something has to come from where it may.
SAFE = ("GET", "HEAD")
FETCH_SITE, FOREIGN_SITES = "sec-fetch-site", ("cross-site", "same-site")


async def admit(visit: Visit) -> Reply | None:
    """Let a request in that names an operation; answer one that asks what a path offers.

    Raises:
        LoginError: 404 or 405, nothing is described there; 401 or 403, the control interface is guarded.
    """
    if visit.route is None:
        raise LoginError(UNKNOWN_PATH)
    if visit.operation is None:
        allow = ", ".join([*visit.route.operations, "OPTIONS"])
        if visit.incoming.method == "OPTIONS":
            return Reply(204, headers={"allow": allow})
        raise LoginError(METHOD_NOT_ALLOWED, headers={"allow": allow})
    if visit.operation.control:
        _admit_control(visit.incoming, visit.services.settings, visit.services.projects)
    return None


def _admit_control(incoming: Request, settings: MockSettings, projects: Projects) -> None:
    """Let a request reach the control interface.

    Raises:
        LoginError: 401 without the admin token, 403 for a page of another origin or, while no admin token
            guards the interface, for a host name that is not this machine's (DNS rebinding).
    """
    origin = incoming.headers.get("origin")
    host = incoming.headers.get("host", "")
    if origin is None and incoming.method not in SAFE and incoming.headers.get(FETCH_SITE) in FOREIGN_SITES:
        origin = "null"  # A browser that keeps to itself whose page it is.
    own = origin is not None and cors.own(origin, incoming, settings.origin)
    if origin is not None and not own and not cors.allowed(origin, None, projects):
        because = f"origin {shown(origin)} is in no project's allowed_origins"
        told = "Pages of this origin may not use the control interface."
        raise LoginError(ORIGIN_NOT_ALLOWED, told, because=because)
    if settings.admin_token is None:
        public = (settings.public_url or "").partition("://")[2].rstrip("/")
        if not LOCAL_AUTHORITY.fullmatch(host) and (not host or host != public):
            because = f"the host {shown(host)} is neither this machine's nor that of public_url"
            told = "The control interface answers to the local host's names only."
            raise LoginError(ORIGIN_NOT_ALLOWED, told, because=because)
    elif not _presents(incoming, settings.admin_token):
        raise LoginError(
            WRONG_ADMIN_TOKEN,
            "The control interface needs the admin token.",
            headers={"www-authenticate": 'Basic realm="login mock"'},
        )


def _presents(incoming: Request, admin_token: str) -> bool:
    """Look for the token as a bearer token, or as the password of a browser's Basic authentication."""
    scheme, _, given = incoming.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            given = base64.b64decode(given, validate=True).decode().partition(":")[2]
        except ValueError:
            return False
    elif scheme.lower() != "bearer":
        return False
    return hmac.compare_digest(given.strip().encode(), admin_token.encode())


async def limit(visit: Visit) -> None:
    """Count the request against the rate limits of the project it is addressed to, once that is known.

    Raises:
        LoginError: 429 003-038 with ``Retry-After`` in seconds.
    """
    project, operation_id = visit.call.registered, visit.admitted.operation_id
    if project is None or visit.counted:
        return
    visit.counted = True
    client = visit.incoming.client.host if visit.incoming.client else ""
    for limit in project.rate_limits:
        if limit.operation_id not in ("*", operation_id):
            continue
        counted = partial(
            rate_windows.count,
            project_id=project.project_id,
            operation_id=limit.operation_id,
            client=client,
            limit=limit.limit,
            per_seconds=limit.per_seconds,
        )
        wait = await visit.services.store.transaction(counted)
        if wait > 0:
            because = (
                f"rate_limits allows {limit.limit} {limit.operation_id} in {limit.per_seconds:g} seconds"
            )
            headers = {"retry-after": str(math.ceil(wait))}
            raise LoginError(TOO_MANY_REQUESTS, headers=headers, because=because)
