"""How a login is answered: the URL that it leads to, as JSON or as a redirect, or its token alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from login_contract.mock.calls.call import Reply
from login_contract.mock.domain.redirects import with_query
from login_contract.mock.flows.login import Grant, Onward
from login_contract.mock.services import Services

COOKIE = "xl_sso"


async def reply(outcome: Grant | Onward, services: Services) -> Reply:
    """Answer ``{login_url}`` and what is still asked for; the browser is remembered for single sign-on."""
    return Reply.json(await _body(outcome, services), headers=_cookie_of(outcome, services))


async def url_reply(outcome: Grant | Onward, services: Services, *, name: str) -> Reply:
    """Answer the URL alone, under the name that an operation has for it."""
    body = await _body(outcome, services)
    return Reply.json({name: body["login_url"]}, headers=_cookie_of(outcome, services))


async def token_reply(grant: Grant, services: Services) -> Reply:
    """Answer the token alone, as calls of applications without a browser want it."""
    token = await services.tokens.sign(grant.project, grant.claims or {})
    return Reply.json({"token": token}, headers=_cookie_of(grant, services))


async def go_on(
    outcome: Grant | Onward, services: Services, *, locale: str | None, passed: Sequence[str] = ()
) -> Reply:
    """Send a browser on, over the page for asked fields where there are any that it has not ``passed``."""
    if isinstance(outcome, Grant):
        page = await services.ask_stops.stop(outcome, locale=locale, passed=passed)
        if page is not None:
            return Reply.redirect(page.url, headers=_cookie_of(outcome, services))
    return await redirect(outcome, services)


async def redirect(outcome: Grant | Onward, services: Services) -> Reply:
    """Send the browser on to where a login leads, without asking anybody anything."""
    body = await _body(outcome, services)
    target: str = body["login_url"]
    if isinstance(outcome, Grant) and outcome.request.client_id is not None and outcome.code is None:
        # Where no code is, an error has to be (RFC 6749 section 4.1.2); the token serves the ask calls.
        told = {"error": "interaction_required", "error_description": "Required fields are missing."}
        target = with_query(target, **told, token=body["token"])
    return Reply.redirect(target, headers=_cookie_of(outcome, services))


async def _body(outcome: Grant | Onward, services: Services) -> dict[str, Any]:
    """Return ``{login_url}`` with the token or the code in it, and what is still asked for."""
    if isinstance(outcome, Onward):
        return {"login_url": outcome.url}
    token = None
    if outcome.claims is not None:
        token = await services.tokens.sign(outcome.project, outcome.claims)
    body: dict[str, Any] = {"login_url": with_query(outcome.request.login_url, **_carried(outcome, token))}
    if outcome.ask_fields:
        body.update(token=token, ask_fields=outcome.ask_fields)
    return body


def _carried(grant: Grant, token: str | None) -> dict[str, str]:
    """Return the query parameters of the URL that a login leads to [doc]."""
    request = grant.request
    if request.client_id is not None or grant.claims is None:
        carried = {"code": grant.code, "state": request.state}
    else:
        remember_me = {True: "true", False: "false", None: None}[request.remember_me]
        carried = {"token": token, "remember_me": remember_me}
    return {name: value for name, value in carried.items() if value is not None}


def no_cookie(services: Services) -> Mapping[str, str]:
    """Return the header that takes the cookie of the single sign-on away."""
    return {"set-cookie": f"{_cookie('', services)}; Max-Age=0"}


def cookie(browser: str | None, services: Services) -> Mapping[str, str]:
    """Return the header that gives a browser its secret, where it is signed in."""
    return {"set-cookie": _cookie(browser, services)} if browser is not None else {}


def _cookie_of(outcome: Grant | Onward, services: Services) -> Mapping[str, str]:
    return cookie(outcome.browser, services) if isinstance(outcome, Grant) else {}


def _cookie(value: str, services: Services) -> str:
    secure = "; Secure" if services.settings.origin.startswith("https:") else ""
    return f"{COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax{secure}"
