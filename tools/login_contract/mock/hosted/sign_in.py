"""The hosted sign-in page: a password, a code by e-mail, or a social network."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from attrs import evolve

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.contract.refusals import NOT_FOUND, UNKNOWN_PATH, UNPROCESSABLE_VALUE, WRONG_CODE
from login_contract.mock.domain.redirects import with_query
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant
from login_contract.mock.flows.one_time_code import Dispatch
from login_contract.mock.flows.password import PasswordLogin
from login_contract.mock.hosted import error_page, html_document, sign_in_page
from login_contract.mock.hosted.sign_ins import SignIn
from login_contract.mock.operations.passwordless import code_question, code_user
from login_contract.mock.operations.widget import ordered_providers
from login_contract.mock.services import Services
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User

Body = dict[str, Any]


async def mock_sign_in(call: Call, services: Services) -> Reply:
    """Show the page of a sign-in that goes on."""
    ticket: str = call.query["ticket"]
    going_on = await services.store.read(lambda tx: services.sign_ins.find(tx, ticket))
    if going_on is None:
        return gone("The sign-in is unknown or over.")
    return _page(call, going_on, {})


async def mock_sign_in_submit(call: Call, services: Services) -> Reply:
    """Take one of the page's forms; a refusal is told on the page."""
    ticket: str = call.body["ticket"]
    going_on = await services.store.read(lambda tx: services.sign_ins.find(tx, ticket))
    if going_on is None:
        return gone("The sign-in is unknown or over.")
    addressed = evolve(call, registered=going_on.project)
    try:
        name: str = call.body["action"]
        action = ACTIONS.get(name)
        # Where only an address is asked for, the sign-in belongs to a social identity, and to nobody else.
        if action is None or (going_on.user_id is not None and name not in ASKING):
            raise LoginError(UNPROCESSABLE_VALUE, because=f"the page has no form for {name}")
        return await action(addressed, going_on, services)
    except LoginError as refusal:
        page = _page(
            call,
            going_on,
            call.body,
            refusal=refusal.code,
            told=refusal.description if refusal.of_partner else None,
        )
        return evolve(page, refused=refusal)


def gone(text: str) -> Reply:
    """Answer that there is nothing to continue."""
    page = error_page.page(title=text, text="Start again where you came from.")
    reply = Reply.html(page, status=404, headers=html_document.headers(error_page.CONTENT_SECURITY_POLICY))
    return evolve(reply, refused=LoginError(UNKNOWN_PATH, text))


def _page(
    call: Call, going_on: SignIn, given: Body, *, refusal: str | None = None, told: str | None = None
) -> Reply:
    locale: str | None = call.query.get("locale")
    step: sign_in_page.Step = "code" if given.get("operation_id") else "ask" if going_on.user_id else "start"
    page = sign_in_page.page(
        ticket=going_on.ticket,
        project_name=going_on.project.name,
        step=step,
        providers=ordered_providers(going_on.project, locale),
        username=given.get("username", ""),
        email=given.get("email", ""),
        operation_id=given.get("operation_id", ""),
        refusal=refusal,
        told=told,
        locale=locale,
    )
    policy = sign_in_page.content_security_policy(going_on.request.login_url)
    return Reply.html(page, status=422 if refusal else 200, headers=html_document.headers(policy))


async def _password(call: Call, going_on: SignIn, services: Services) -> Reply:
    body, request = call.body, going_on.request

    login = PasswordLogin(call.project, body.get("username", ""), body.get("password", ""))

    def decide(tx: Transaction, user: User) -> Grant | str:
        login.admit(user)
        challenge_id = services.second_factor.challenge(
            tx, call.project, user, evolve(request, ticket=going_on.ticket), call.query.get("locale")
        )
        return challenge_id or _granted(
            tx, going_on, services, lambda: services.logins.grant(tx, call, user, request)
        )

    decided = await services.partners.transaction(
        call.project,
        login.question,
        identify=lambda tx: login.user(tx, services.randomness, services.events),
        finish=decide,
    )
    if isinstance(decided, str):
        return _onward(call, services.second_factor.page_url(decided))
    return await services.logins.redirect(call, decided)


async def _send_code(call: Call, going_on: SignIn, services: Services) -> Reply:
    email: str = call.body.get("email", "")
    judge = compiled().operations["jwt-start-auth-by-email"].body or {}
    if not judge["application/json"].accepts({"email": email}):
        raise LoginError(UNPROCESSABLE_VALUE)
    dispatch = Dispatch(
        channel="email",
        recipient=email,
        link_url=None,
        locale=call.query.get("locale"),
        user_id=going_on.user_id,
    )
    request = going_on.request
    if going_on.user_id is None:
        request = evolve(request, login_type="email")
    operation_id = await services.store.transaction(
        lambda tx: services.one_time_codes.send(tx, call.project, dispatch, request)
    )
    return _page(call, going_on, {"email": email, "operation_id": operation_id})


async def _code(call: Call, going_on: SignIn, services: Services) -> Reply:
    body = call.body
    email: str = body.get("email", "")

    def take(tx: Transaction) -> User:
        sent = services.one_time_codes.take(
            tx,
            call.project,
            channel="email",
            recipient=email,
            operation_id=body.get("operation_id", ""),
            code=body.get("code", ""),
            client_id=going_on.request.client_id,
        )
        if sent.user_id != going_on.user_id:
            raise LoginError(WRONG_CODE)
        return code_user(tx, call.project, sent, services)

    def finish(tx: Transaction, user: User) -> Grant:
        request = going_on.request
        if going_on.user_id is None:
            request = evolve(request, login_type="email")
        return _granted(tx, going_on, services, lambda: services.logins.grant(tx, call, user, request))

    question = await code_question(call.project, body.get("operation_id", ""), "email", email, services)
    grant = await services.partners.transaction(call.project, question, identify=take, finish=finish)
    return await services.logins.redirect(call, grant)


async def _social(call: Call, going_on: SignIn, services: Services) -> Reply:
    asks_email = "email" in going_on.request.scopes
    request = evolve(going_on.request, asks_email=asks_email, ticket=going_on.ticket)
    provider: str = call.body.get("provider", "")
    url = await services.store.transaction(
        lambda tx: services.social.page_url(tx, call.project, provider, request)
    )
    return _onward(call, url)


def _onward(call: Call, url: str) -> Reply:
    """Send the browser to the next page, in the language of this one."""
    locale: str | None = call.query.get("locale")
    return Reply.redirect(with_query(url, locale=locale) if locale is not None else url)


async def _cancel(call: Call, going_on: SignIn, services: Services) -> Reply:
    await services.store.transaction(lambda tx: services.sign_ins.end(tx, going_on.ticket))
    told = {"error": "access_denied", "error_description": "The user cancelled the sign-in."}
    if going_on.request.state is not None:
        told["state"] = going_on.request.state
    return Reply.redirect(with_query(going_on.request.login_url, **told))


def _granted(tx: Transaction, going_on: SignIn, services: Services, grant: Callable[[], Grant]) -> Grant:
    """End the sign-in together with the login that it led to."""
    granted = services.sign_ins.spend(tx, going_on.ticket, grant)
    if granted is None:
        raise LoginError(NOT_FOUND)
    services.sign_ins.end_behind(tx, going_on.request)
    return granted


ACTIONS: dict[str, Callable[[Call, SignIn, Services], Awaitable[Reply]]] = {
    "password": _password,
    "send-code": _send_code,
    "ask": _send_code,
    "code": _code,
    "social": _social,
    "cancel": _cancel,
}
ASKING = frozenset({"ask", "send-code", "code", "cancel"})
