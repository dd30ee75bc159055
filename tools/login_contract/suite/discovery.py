"""Finds out what answers at an address: a server, and the mock's control interface if it has one."""

from __future__ import annotations

from typing import Any

import httpx

from login_contract.errors import UsageError
from login_contract.http_client import make_client
from login_contract.lost_call import lost_call
from login_contract.suite.actors.control import admin_headers
from login_contract.suite.settings import PREFIX, TargetSettings
from login_contract.suite.target import Target, describe, origin_of


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


def _is_control(origin: str, settings: TargetSettings, *, named: bool) -> bool:
    """Say whether the mock's control interface answers at an origin."""
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
