"""Data a project asks for after login, and the token that carries it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.refusals import (
    CONFIRM_EMAIL,
    CONFIRM_PHONE_NUMBER,
    CONTACT_TAKEN,
    INVALID_TOKEN,
    UNPROCESSABLE_VALUE,
)
from login_contract.mock.domain import ask_fields, captcha, redirects
from login_contract.mock.domain.ask_fields import CHANNELS
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.errors import LoginError, envelope
from login_contract.mock.flows.login import Grant, LoginRequest
from login_contract.mock.flows.one_time_code import Dispatch
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import sessions, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User
from login_contract.mock.terminal import shown

PURPOSES = (sessions.ASK, sessions.FULL)
TO_CONFIRM = {
    "email": (CONFIRM_EMAIL, "Confirm email."),
    "phone_number": (CONFIRM_PHONE_NUMBER, "Confirm phone number."),
}


@frozen
class Pending:
    """A contact whose code was sent: the ask field and the operation that confirms it."""

    name: str
    operation_id: str


async def get_ask_fields(call: Call, services: Services) -> Reply:
    """List the fields that the user has not given yet."""
    bearer = await services.tokens.identify(call.bearer or "", call.project, purposes=PURPOSES)
    asks_email = LoginRequest.from_json(bearer.session.context).asks_email
    return Reply.json(ask_fields.outstanding(bearer.project, bearer.user, asks_email=asks_email))


async def update_token(call: Call, services: Services) -> Reply:
    """Store what was asked for; a contact to be proven gets a code first, anything else a new token."""
    project, body = call.project, call.body
    bearer = await services.tokens.identify(body["token"], project, purposes=PURPOSES)
    request = _request(call, bearer)
    captcha.demand(project, captcha.ASK, call.headers)

    def update(tx: Transaction) -> Grant | Pending:
        user = services.tokens.held(tx, bearer)
        if user is None:
            raise LoginError(INVALID_TOKEN, because="the token has ended meanwhile")
        outstanding = ask_fields.outstanding(project, user, asks_email=request.asks_email)
        missing = {field["name"]: field for field in outstanding}
        to_prove = _to_prove(tx, project, user, body["updatedFields"], missing)
        trusted = {name: value for name, value in body["updatedFields"].items() if name != to_prove}
        if to_prove is None:
            _store(tx, user, trusted)
            now = users.by_id(tx, project.project_id, user.user_id) or user
            return services.logins.grant(tx, call, now, request)
        dispatch = _dispatch(call, user, to_prove, request)
        pending = Pending(to_prove, services.one_time_codes.send(tx, project, dispatch, request))
        # Last, because a message that is refused must leave nothing behind.
        _store(tx, user, trusted)
        return pending

    result = await services.store.transaction(update)
    if isinstance(result, Pending):
        answer, description = TO_CONFIRM[result.name]
        details = {"operation_id": result.operation_id}
        return Reply.json(envelope(answer.code, description, details), status=answer.status)
    reply = await services.logins.reply(call, result)
    return evolve(reply, body={"redirect_url": reply.body["login_url"]})


def _request(call: Call, bearer: Bearer) -> LoginRequest:
    """Continue the login that asked for the fields, or begin one where the token is not of this client's ask.

    The call decides which protocol the answer belongs to, whatever protocol the token comes from.

    Raises:
        LoginError: 422 010-011 or 010-012, there is no telling where to go on.
    """
    interrupted = LoginRequest.from_json(bearer.session.context)
    query = call.query
    request = evolve(
        interrupted,
        payload=query.get("payload", interrupted.payload),
        with_logout=query.get("with_logout") in ("1", "true"),
    )
    client_id = call.client.client_id if call.client is not None else None
    same = interrupted.client_id == client_id
    if call.client is None:
        if same and interrupted.login_url and "login_url" not in query:
            return request
        target = redirects.login_url(call.project, query.get("login_url"))
        return evolve(request, login_url=target, client_id=None, state=None, scope="", audience="")
    if same and bearer.session.purpose == sessions.ASK:
        if "redirect_uri" in query:
            call.client.redirect_uri(query["redirect_uri"])
        return request
    return evolve(
        request,
        login_url=call.client.redirect_uri(query.get("redirect_uri")),
        client_id=client_id,
        state=query.get("state"),
        scope=query.get("scope", ""),
        audience="",
    )


def _to_prove(
    tx: Transaction,
    project: Project,
    user: User,
    updated: Mapping[str, str],
    missing: Mapping[str, Mapping[str, Any]],
) -> str | None:
    """Judge every field; return the name of the contact that needs a code first.

    Raises:
        LoginError: 422 002-027, a field is not asked for, breaks its rules, or is a second contact to prove;
            422 003-004, a contact belongs to another user.
    """
    asked = {field["name"]: field for field in project["ask_fields"]}
    to_prove = []
    for name, value in updated.items():
        if name not in asked and name not in CHANNELS:
            raise LoginError(UNPROCESSABLE_VALUE, because=f"{shown(name)} is not in ask_fields")
        if name in asked and not ask_fields.accepts(asked[name], value):
            raise LoginError(
                UNPROCESSABLE_VALUE, because=f"{name}: {shown(value)} breaks the rules of ask_fields"
            )
        if name in CHANNELS:
            if not users.contact_is_free(tx, user, CHANNELS[name], value):
                raise LoginError(CONTACT_TAKEN, because=f"another user has {shown(value)}")
            # Only a contact that is asked for, still missing and needs no confirmation is taken on trust.
            if name not in missing or missing[name].get("confirmation_type") is not None:
                to_prove.append(name)
    if len(to_prove) > 1:
        raise LoginError(UNPROCESSABLE_VALUE, because=f"{' and '.join(to_prove)} cannot be proven at once")
    return to_prove[0] if to_prove else None


def _store(tx: Transaction, user: User, values: Mapping[str, str]) -> None:
    for name in CHANNELS.keys() & values.keys():
        if not users.set_contact(tx, user, CHANNELS[name], values[name], proven=False):
            raise LoginError(CONTACT_TAKEN, because=f"another user has {shown(values[name])}")
    others = {name: value for name, value in values.items() if name not in CHANNELS}
    if others:
        users.set_fields(tx, user, others)


def _dispatch(call: Call, user: User, name: str, request: LoginRequest) -> Dispatch:
    settings: Mapping[str, Any] = (call.body.get("settings") or {}).get(name) or {}
    link_url: str | None = settings.get("link_url")
    redirects.check_link_url(call.project, link_url)
    with_link = settings.get("send_link", False) and call.project["magic_links"]
    return Dispatch(
        channel=CHANNELS[name],
        recipient=call.body["updatedFields"][name],
        link_url=(link_url or request.login_url) if with_link else None,
        locale=call.query.get("locale"),
        template=call.query.get("email_template"),
        user_id=user.user_id,
    )
