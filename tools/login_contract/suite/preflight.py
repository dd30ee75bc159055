"""What is there, told before a run: a fault of the configuration ends it, and never becomes a finding."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import httpx
from attrs import field, frozen
from rich.console import Console
from rich.text import Text

from login_contract.errors import UsageError
from login_contract.gateway import shown_never
from login_contract.http_client import make_client, proxy_of
from login_contract.lost_call import SILENT
from login_contract.suite.actors.control import Control, ControlError
from login_contract.suite.discovery import discover
from login_contract.suite.judging.refusals import (
    AMBIGUOUS_ADDRESS,
    BANNED_USER,
    LOCKED_ACCOUNT,
    UNCONFIRMED_ACCOUNT,
    UNKNOWN_PROJECT,
    UNREGISTERED_ADDRESS,
    WRONG_CREDENTIALS,
)
from login_contract.suite.pace import Pace
from login_contract.suite.reporting.masking import masked
from login_contract.suite.settings import PREFIX, TargetSettings
from login_contract.suite.strangers import Sign, Signs, ask, neighbours, signs_of
from login_contract.suite.target import MOCK_PROJECT_ID, POLITE_RATE, Target, origin_of

LONGEST_WAIT = 10.0
# Another address may only have been meant if it answers promptly.
SHORT_WAIT = 3.0
MOCK_USER = "demo"
# The server's clock tells whole seconds.
SKEW_SECONDS = 3
# What the login of a known user is refused for when the settings are to blame, by code.
BLAMED = {
    WRONG_CREDENTIALS.code: "username: {user} cannot log in with what {password} holds",
    UNCONFIRMED_ACCOUNT.code: "username: the account of {user} is not confirmed",
    BANNED_USER.code: "username: {user} is banned",
    LOCKED_ACCOUNT.code: "username: the account of {user} is locked after too many wrong passwords",
    UNKNOWN_PROJECT.code: "project_id: {project} does not exist at {url}",
    AMBIGUOUS_ADDRESS.code: "login_url: project {project} has several Callback URLs; name one of them",
    UNREGISTERED_ADDRESS.code: "login_url: {login_url} is not registered at project {project}",
}


@frozen(kw_only=True)
class Preflight:
    """A target that can be tested, and what was found there: a subject and what is to say about it."""

    target: Target
    lines: tuple[tuple[str, str], ...] = field(factory=tuple)


def inspect(settings: TargetSettings) -> Preflight:
    """Contact the address of ``settings`` with a few requests that change nothing, and look what is there.

    Only where writing is allowed, a user that the settings name logs in.

    Raises:
        UsageError: nothing answers, or no Login API, or a setting does not fit it; one sentence says why.
    """
    try:
        return _inspected(settings)
    except UsageError as problem:
        # What a server answers may repeat what it was sent.
        hidden = (settings.password, settings.admin_token, *shown_never(settings.header))
        raise UsageError(masked(str(problem), secrets=filter(None, hidden))) from None


def _inspected(settings: TargetSettings) -> Preflight:
    url = str(settings.url)
    pace = Pace(settings.rate or POLITE_RATE)
    timeout = min(settings.timeout, LONGEST_WAIT)
    with make_client(gateway=settings.gateway(url), timeout=timeout) as client:
        signs = signs_of(client, url, pace=pace, project_id=settings.project_id)
        skew = _skew(signs.signs[-1])
        _refuse_strangers(signs, pace, settings)
        target = discover(settings)
        user = _at_a_mock(target) if target.capabilities.is_mock else _elsewhere(signs, target)
        user = _logs_in(client, target) or user
    return Preflight(
        target=target,
        lines=(
            ("reached", _reached(signs.signs[0])),
            ("API", ", ".join(f"{sign.request} {sign.told}" for sign in signs.signs)),
            ("control", _control(target)),
            ("user", user),
            ("clock", skew),
        ),
    )


def print_preflight(console: Console, preflight: Preflight, *, rate: str) -> None:
    """Print what was found and at what rate the run goes, a line for each subject."""
    console.print(Text(preflight.target.base_url, style="bold"), soft_wrap=True)
    for subject, said in (*preflight.lines, ("rate", rate)):
        console.print(Text(f"  {subject:8} ", style="dim").append(said, style="default"), soft_wrap=True)


def _refuse_strangers(signs: Signs, pace: Pace, settings: TargetSettings) -> None:
    if signs.lost is not None:
        place = f"{origin_of(signs.url)}{_through(signs.url)}"
        remedy = "; --ca-file names certificates to trust" if "not trusted" in signs.lost.clause else ""
        silent = signs.lost.cause in SILENT
        told = f"no server answers at {place}" if silent else f"url: {place} gives no answer that can be read"
        raise UsageError(f"{told}: {signs.lost.clause}{remedy}")
    if not signs.are_of_the_api:
        meant = signs.redirected or _meant(signs, pace, settings)
        raise UsageError(f"url: {signs.url} {signs.fault}{f'; did you mean {meant} ?' if meant else ''}")


def _meant(signs: Signs, pace: Pace, settings: TargetSettings) -> str | None:
    with make_client(gateway=settings.gateway(signs.url), timeout=SHORT_WAIT) as client:
        for url in neighbours(signs):
            if signs_of(client, url, pace=pace).are_of_the_api:
                return url
    return None


def _at_a_mock(target: Target) -> str:
    """Say which user tests of a known user are about, and that the mock has project and user.

    Whether it lets the user in is for the tests to say.

    Raises:
        UsageError: it has not.
    """
    settings = target.settings
    project_id = settings.project_id or MOCK_PROJECT_ID
    try:
        users = _users(target, project_id)
    except (ControlError, httpx.HTTPError):
        return "could not be looked up at the control interface"
    username = settings.username or MOCK_USER
    names = {str(user.get(name)).casefold() for user in users for name in ("username", "email")}
    if username.casefold() not in names:
        raise UsageError(
            f"username: project {project_id} of the mock has no user {username}; "
            f"name one that it has, and its password in {PREFIX}PASSWORD"
        )
    return f"{username} is a user of project {project_id}"


def _users(target: Target, project_id: str) -> list[dict[str, Any]]:
    with Control(
        str(target.control_url), admin_token=target.settings.admin_token, gateway=target.gateway
    ) as control:
        projects = [each["project_id"] for each in control.request("GET", "/_mock/projects")["projects"]]
        if project_id not in projects:
            has = f"name one that it has, such as {projects[0]}" if projects else "it has none"
            raise UsageError(f"project_id: the mock has no project {project_id}; {has}")
        return control.users(project_id)


def _elsewhere(signs: Signs, target: Target) -> str:
    """Say what tests of a known user can do at a server that is not the mock.

    Raises:
        UsageError: the server does not know the project.
    """
    settings = target.settings
    if settings.project_id is not None and signs.project_is_unknown:
        raise UsageError(f"project_id: {settings.project_id} does not exist at {signs.url}")
    if settings.username is None:
        return "none is known (--username)"
    if settings.password is None:
        return f"{settings.username}; {PREFIX}PASSWORD is not set, so nobody logs in"
    if settings.project_id is None:
        return f"{settings.username}; no project is known (--project-id)"
    return f"{settings.username}, not tried: {target.capabilities.missing('write')}"


def _logs_in(client: httpx.Client, target: Target) -> str | None:
    """Say whether the user whom the settings name can log in; None when that cannot be tried.

    Raises:
        UsageError: the user cannot, for a reason that lies in the settings.
    """
    settings = target.settings
    project_id = settings.project_id or (MOCK_PROJECT_ID if target.capabilities.is_mock else None)
    if not (settings.username and settings.password and project_id and target.capabilities.write):
        return None
    query = {"projectId": project_id, **({"login_url": settings.login_url} if settings.login_url else {})}
    body = {"username": settings.username, "password": settings.password}
    url = f"{target.base_url}/login"
    sign = ask(client, "POST", url, request="POST /login", params=query, json=body)
    if sign.status == 200:
        return f"{settings.username} logs in"
    if sign.code in BLAMED:
        told = BLAMED[sign.code].format(
            user=settings.username,
            password=f"{PREFIX}PASSWORD",
            project=project_id,
            url=target.base_url,
            login_url=settings.login_url or "the only address",
        )
        raise UsageError(f"{told} ({sign.status} {sign.code})")
    return f"{settings.username} does not log in ({sign.told})"


def _reached(sign: Sign) -> str:
    return f"{sign.tls or 'without TLS'}{_through(sign.url)}"


def _through(url: str) -> str:
    proxy = proxy_of(url)
    if proxy is None:
        return ""
    parts = urlsplit(proxy)
    return f" through the proxy {parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _control(target: Target) -> str:
    if target.control_url is None:
        return "no control interface: what needs one is skipped"
    return f"the mock's, at {target.control_url}"


def _skew(sign: Sign) -> str:
    """Compare the server's clock with this machine's."""
    try:
        told = parsedate_to_datetime(sign.headers["date"]).timestamp()
    except (KeyError, ValueError, TypeError):
        return "the server does not tell its time"
    behind = round(time.time() - told)
    if abs(behind) < SKEW_SECONDS:
        return "agrees with this machine's"
    return f"{abs(behind)} s {'behind' if behind > 0 else 'ahead of'} this machine's"
