"""The hosted sign-in page: a password, a code by e-mail, or a social network."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from login_contract.description.message import JSON
from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.contract.refusals import UNPROCESSABLE_VALUE
from login_contract.mock.domain.login_form import ordered_providers
from login_contract.mock.domain.messenger import Wording
from login_contract.mock.domain.theme import theme_of
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.code_login import by_code
from login_contract.mock.flows.one_time_code import Dispatch, GivenCode
from login_contract.mock.flows.password import GivenPassword
from login_contract.mock.flows.sign_ins import SignIn
from login_contract.mock.hosted import sign_in_page
from login_contract.mock.hosted.page_reply import cancelled, gone, page_reply
from login_contract.mock.services import Services

Body = dict[str, Any]
OVER = "The sign-in is unknown or over."


@serves("mock-sign-in")
async def mock_sign_in(call: Call, services: Services) -> Reply:
    """Show the page of a sign-in that goes on."""
    ticket: str = call.query["ticket"]
    going_on = await services.sign_ins.find(ticket)
    if going_on is None:
        return gone(call, OVER)
    return _page(call, going_on, {})


@serves("mock-sign-in-submit")
async def mock_sign_in_submit(call: Call, services: Services) -> Reply:
    """Take one of the page's forms; a refusal is told on the page."""
    ticket: str = call.body["ticket"]
    going_on = await services.sign_ins.find(ticket)
    if going_on is None:
        return gone(call, OVER)
    try:
        name: str = call.body["action"]
        action = ACTIONS.get(name)
        if action is None:
            raise LoginError(UNPROCESSABLE_VALUE, because=f"the page has no form for {name}")
        return await action(call, going_on, services)
    except LoginError as refusal:
        return _page(call, going_on, call.body, refusal)


def _page(call: Call, going_on: SignIn, given: Body, refusal: LoginError | None = None) -> Reply:
    step: sign_in_page.Step = "code" if given.get("operation_id") else "start"
    theme = theme_of(going_on.project)
    page = sign_in_page.page(
        ticket=going_on.ticket,
        project_name=going_on.project.name,
        theme=theme,
        step=step,
        providers=ordered_providers(going_on.project, call.reader),
        username=given.get("username", ""),
        email=given.get("email", ""),
        operation_id=given.get("operation_id", ""),
        refusal=refusal,
        locale=call.reader,
    )
    return page_reply(page, theme=theme, leads_to=going_on.request.login_url, refusal=refusal)


async def _password(call: Call, going_on: SignIn, services: Services) -> Reply:
    username, password = call.body.get("username", ""), call.body.get("password", "")
    outcome = await services.password_logins.log_in(
        GivenPassword(going_on.project, username, password),
        going_on.request,
        browser=call.browser,
        locale=call.reader,
        sign_in=going_on,
    )
    return await login_reply.go_on(outcome, services, locale=call.reader)


async def _send_code(call: Call, going_on: SignIn, services: Services) -> Reply:
    email: str = call.body.get("email", "")
    judge = compiled().operations["jwt-start-auth-by-email"].bodies[JSON]
    if not judge.accepts({"email": email}):
        raise LoginError(UNPROCESSABLE_VALUE)
    words = Wording(call.reader)
    dispatch = Dispatch(channel="email", recipient=email, wording=words)
    operation_id = await services.code_logins.send(going_on.project, dispatch, by_code(going_on))
    return _page(call, going_on, {"email": email, "operation_id": operation_id})


async def _code(call: Call, going_on: SignIn, services: Services) -> Reply:
    given = GivenCode(
        channel="email",
        recipient=call.body.get("email", ""),
        operation_id=call.body.get("operation_id", ""),
        code=call.body.get("code", ""),
        client_id=going_on.request.client_id,
    )
    grant = await services.code_logins.complete_sign_in(going_on, given, browser=call.browser)
    return await login_reply.go_on(grant, services, locale=call.reader)


async def _social(call: Call, going_on: SignIn, services: Services) -> Reply:
    outcome = await services.social_logins.start_from(
        going_on, call.body.get("provider", ""), locale=call.reader
    )
    return await login_reply.go_on(outcome, services, locale=call.reader)


async def _cancel(call: Call, going_on: SignIn, services: Services) -> Reply:
    return await cancelled(going_on, services)


ACTIONS: dict[str, Callable[[Call, SignIn, Services], Awaitable[Reply]]] = {
    "password": _password,
    "send-code": _send_code,
    "code": _code,
    "social": _social,
    "cancel": _cancel,
}
