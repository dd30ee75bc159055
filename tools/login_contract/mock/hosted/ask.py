"""The page where a login stops for the fields that a project asks for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from attrs import evolve

from login_contract.mock.calls import html_document, login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import (
    CONTACT_TAKEN,
    NOT_FOUND,
    UNDELIVERABLE_NUMBER,
    UNPROCESSABLE_VALUE,
)
from login_contract.mock.domain.ask_fields import CHANNELS
from login_contract.mock.domain.theme import theme_of
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.ask_stops import AskStop
from login_contract.mock.hosted import ask_answers, ask_page
from login_contract.mock.hosted.ask_answers import Input, Problem
from login_contract.mock.hosted.page_reply import cancelled, gone, page_reply
from login_contract.mock.services import Services

OVER = "The login is unknown or over."
# Refusals of one field, which are told there.
TOLD = {UNDELIVERABLE_NUMBER.code: "unreachable", CONTACT_TAKEN.code: "taken"}


@serves("mock-ask")
async def mock_ask(call: Call, services: Services) -> Reply:
    """Show what the login waits for: the fields, or the code of a contact."""
    return await _shown(call, services, call.query["ticket"])


@serves("mock-ask-submit")
async def mock_ask_submit(call: Call, services: Services) -> Reply:
    """Take one of the page's forms; a refusal is told on the page."""
    ticket: str = call.body["ticket"]
    stop = await services.ask_stops.find(ticket)
    if stop is None:
        return gone(call, OVER)
    action = ACTIONS.get(call.body["action"])
    try:
        if action is None:
            raise LoginError(UNPROCESSABLE_VALUE, because=f"the page has no form for {call.body['action']}")
        return await action(call, stop, services)
    except LoginError as refusal:
        if refusal.refusal == NOT_FOUND:
            return gone(call, OVER)
        return await _shown(call, services, ticket, refusal=refusal)


@serves("mock-ask-opened")
async def mock_ask_opened(call: Call, services: Services) -> Reply:
    """Tell whoever opened the link of a message to go on where they were."""
    headers = {**html_document.headers(), "vary": "Accept-Language"}
    return Reply.html(ask_page.opened_page(call.reader), headers=headers)


async def _shown(
    call: Call,
    services: Services,
    ticket: str,
    *,
    refusal: LoginError | None = None,
    sent_again: bool = False,
) -> Reply:
    stop = await services.ask_stops.find(ticket)
    if stop is None:
        return gone(call, OVER)
    if stop.sent is None:
        inputs = [ask_answers.fresh(stop.sign_in.project, each) for each in stop.fields]
        return _fields(call, stop, inputs, refusal)
    theme = theme_of(stop.sign_in.project)
    page = ask_page.code_page(
        ticket=ticket,
        project_name=stop.sign_in.project.name,
        recipient=stop.sent.recipient,
        by_link=stop.sent.by_link,
        sent_again=sent_again,
        refusal=refusal,
        locale=call.reader,
        theme=theme,
    )
    return page_reply(page, theme=theme, leads_to=stop.sign_in.request.login_url, refusal=refusal)


def _fields(call: Call, stop: AskStop, inputs: Sequence[Input], refusal: LoginError | None = None) -> Reply:
    theme = theme_of(stop.sign_in.project)
    page = ask_page.fields_page(
        ticket=stop.sign_in.ticket,
        project_name=stop.sign_in.project.name,
        inputs=inputs,
        refusal=refusal,
        locale=call.reader,
        theme=theme,
    )
    if refusal is None and any(each.problems for each in inputs):
        names = " and ".join(each.name for each in inputs if each.problems)
        refusal = LoginError(UNPROCESSABLE_VALUE, because=f"the answers for {names} are no good")
    return page_reply(page, theme=theme, leads_to=stop.sign_in.request.login_url, refusal=refusal)


async def _answer(call: Call, stop: AskStop, services: Services) -> Reply:
    project = stop.sign_in.project
    inputs = [ask_answers.filled(project, each, call.body, stop.now) for each in stop.fields]
    taken = await services.ask_stops.taken(stop, ask_answers.answers(inputs))
    inputs = [_with(each, "taken") if each.name in taken else each for each in inputs]
    if any(each.problems for each in inputs):
        return _fields(call, stop, inputs)
    given = ask_answers.answers(inputs)
    try:
        return await _go_on(call, stop, given, services)
    except LoginError as refusal:
        name = TOLD.get(refusal.code)
        if name is None:
            raise
        return _fields(call, stop, [_with(each, name) if each.name in CHANNELS else each for each in inputs])


def _with(given: Input, name: str) -> Input:
    return evolve(given, problems=(*given.problems, Problem(name)))


async def _skip(call: Call, stop: AskStop, services: Services) -> Reply:
    if not stop.may_skip:
        return await _answer(call, stop, services)
    return await _go_on(call, stop, {}, services)


async def _go_on(call: Call, stop: AskStop, given: dict[str, str], services: Services) -> Reply:
    grant = await services.ask_stops.answer(stop, given, locale=call.reader, browser=call.browser)
    if grant is None:
        return await _shown(call, services, stop.sign_in.ticket)
    passed = stop.passed_with(given)
    return await login_reply.go_on(grant, services, locale=call.reader, passed=passed)


async def _code(call: Call, stop: AskStop, services: Services) -> Reply:
    code: str = call.body.get("code", "")
    grant = await services.ask_stops.prove(stop, code.strip(), browser=call.browser)
    # What was left empty beside the contact need not be shown again.
    proven = {stop.sent.name: stop.sent.recipient} if stop.sent is not None else {}
    return await login_reply.go_on(grant, services, locale=call.reader, passed=stop.passed_with(proven))


async def _send_again(call: Call, stop: AskStop, services: Services) -> Reply:
    grant = await services.ask_stops.send_again(stop, locale=call.reader, browser=call.browser)
    if grant is not None:
        return await login_reply.go_on(grant, services, locale=call.reader, passed=stop.passed_with({}))
    return await _shown(call, services, stop.sign_in.ticket, sent_again=True)


async def _back(call: Call, stop: AskStop, services: Services) -> Reply:
    await services.ask_stops.forget_code(stop)
    return await _shown(call, services, stop.sign_in.ticket)


async def _cancel(call: Call, stop: AskStop, services: Services) -> Reply:
    return await cancelled(stop.sign_in, services)


ACTIONS: dict[str, Callable[[Call, AskStop, Services], Awaitable[Reply]]] = {
    "answer": _answer,
    "skip": _skip,
    "code": _code,
    "send-again": _send_again,
    "back": _back,
    "cancel": _cancel,
}
