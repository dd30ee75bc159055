"""Login with a one-time code sent by SMS or e-mail."""

from __future__ import annotations

from attrs import evolve

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.refusals import CONTACT_TAKEN, PARTNER_REFUSES_LOGIN, WRONG_CODE
from login_contract.mock.domain import captcha, redirects
from login_contract.mock.domain.tokens import proof_of_address
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant, LoginRequest
from login_contract.mock.flows.one_time_code import Dispatch
from login_contract.mock.flows.partner import Question
from login_contract.mock.names import comparable
from login_contract.mock.operations.requests import login_request
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import one_time_codes, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.one_time_codes import OneTimeCode
from login_contract.mock.store.users import User

RECIPIENT = {"phone": "phone_number", "email": "email"}


async def jwt_start_auth_by_phone_number(call: Call, services: Services) -> Reply:
    """Send a code by SMS."""
    return await _start(call, services, "phone")


async def jwt_start_auth_by_email(call: Call, services: Services) -> Reply:
    """Send a code by e-mail."""
    return await _start(call, services, "email")


async def jwt_complete_auth_by_phone_number(call: Call, services: Services) -> Reply:
    """Take a code that came by SMS."""
    return await _complete(call, services, "phone")


async def jwt_complete_auth_by_email(call: Call, services: Services) -> Reply:
    """Take a code that came by e-mail."""
    return await _complete(call, services, "email")


async def _start(call: Call, services: Services, channel: str) -> Reply:
    project, body = call.project, call.body
    request = login_request(call, login_type=channel, remember_me=False)
    redirects.check_link_url(project, body.get("link_url"))
    captcha.demand(project, captcha.CODE, call.headers)
    with_link = body.get("send_link", False) and project["magic_links"]
    dispatch = Dispatch(
        channel=channel,
        recipient=body[RECIPIENT[channel]],
        link_url=(body.get("link_url") or request.login_url) if with_link else None,
        locale=call.query.get("locale"),
        template=call.query.get("email_template"),
    )
    operation_id = await services.store.transaction(
        lambda tx: services.one_time_codes.send(tx, project, dispatch, request)
    )
    return Reply.json({"operation_id": operation_id})


async def _complete(call: Call, services: Services, channel: str) -> Reply:
    project, body = call.project, call.body
    # An OAuth 2.0 client said where to go when it started; a JWT client may say so again.
    again = call.client is None and "login_url" in call.query
    asked = login_request(call, login_type=channel, remember_me=False) if again else None

    def identify(tx: Transaction) -> User:
        sent = services.one_time_codes.take(
            tx,
            project,
            channel=channel,
            recipient=body[RECIPIENT[channel]],
            operation_id=body["operation_id"],
            code=body["code"],
            client_id=call.client.client_id if call.client else None,
        )
        return code_user(tx, project, sent, services)

    def finish(tx: Transaction, user: User) -> Grant:
        sent = one_time_codes.find(tx, body["operation_id"])
        if sent is None:
            raise LoginError(WRONG_CODE, because="operation_id is unknown")
        return services.logins.grant(tx, call, user, _request(call, sent, asked))

    recipient = body[RECIPIENT[channel]]
    question = await code_question(project, body["operation_id"], channel, recipient, services)
    grant = await services.partners.transaction(project, question, identify=identify, finish=finish)
    return await services.logins.reply(call, grant)


async def code_question(
    project: Project, operation_id: str, channel: str, recipient: str, services: Services
) -> Question:
    """Return what a code asks the partner: about a login, or about a new address of somebody known."""
    sent = await services.store.read(lambda tx: one_time_codes.find(tx, operation_id))
    if sent is not None and sent.user_id is not None and channel == "email":
        return await _address_question(project, sent, services)
    body = {RECIPIENT[channel]: recipient}
    return Question(webhook=channel, body=lambda _: body, refusal=PARTNER_REFUSES_LOGIN)


async def _address_question(project: Project, sent: OneTimeCode, services: Services) -> Question:
    """Return what a proven address of somebody who has an account asks the partner [doc-old].

    The token is for the partner to read; it opens no call of this server.
    """
    user_id = sent.user_id or ""
    content = await services.store.read(lambda tx: proof_of_address(tx, project, user_id, sent.recipient))
    token = await services.tokens.sign(project, content)
    return Question(webhook="email-change", body=lambda _: {"token": token}, refusal=PARTNER_REFUSES_LOGIN)


def _request(call: Call, sent: OneTimeCode, asked: LoginRequest | None) -> LoginRequest:
    """Join what the request for the code said with what its confirmation says; the later word counts."""
    request = LoginRequest.from_json(sent.context)
    return evolve(
        request,
        login_url=asked.login_url if asked else request.login_url,
        payload=call.query.get("payload", request.payload),
        with_logout=request.with_logout or call.query.get("with_logout") in ("1", "true"),
    )


def code_user(tx: Transaction, project: Project, sent: OneTimeCode, services: Services) -> User:
    """Return whose code it was, the contact now theirs and proven.

    Raises:
        LoginError: 422 003-004, the contact is another user's; 401 003-039, the user is gone.
    """
    if sent.user_id is not None:
        return _asking_user(tx, project, sent, services)
    return _found_or_created(tx, project, sent, services)


def _found_or_created(tx: Transaction, project: Project, sent: OneTimeCode, services: Services) -> User:
    """Return the user a code was sent to; an unknown contact gets an account.

    Raises:
        LoginError: 422 003-004, the address is another user's name.
    """
    user = users.by_contact(tx, sent.project_id, sent.channel, sent.recipient)
    if user is None:
        by_email = sent.channel == "email"
        user = User(
            user_id=services.randomness.uuid(),
            project_id=sent.project_id,
            email=sent.recipient if by_email else None,
            phone_number=None if by_email else sent.recipient,
            confirmed=True,
        )
        if users.create(tx, user):
            services.events.registered(tx, project, user, login_type=sent.channel, proven_address=by_email)
            return user
        # Another code for the same recipient was confirmed a moment ago, or the address is a username.
        user = users.by_contact(tx, sent.project_id, sent.channel, sent.recipient)
    if user is None:
        raise LoginError(CONTACT_TAKEN, because=f"{sent.recipient} is another user's username")
    if sent.channel == "email" and users.confirm(tx, user.user_id):
        services.events.confirmed(tx, project, user)
    return user


def _asking_user(tx: Transaction, project: Project, sent: OneTimeCode, services: Services) -> User:
    """Attach a proven contact to the user who was asked for it; never make a second account.

    Raises:
        LoginError: 422 003-004, the contact belongs to another user; 401 003-039, the user is gone.
    """
    user = users.by_id(tx, sent.project_id, sent.user_id or "")
    if user is None:
        raise LoginError(WRONG_CODE, because="the user is gone")
    if not users.set_contact(tx, user, sent.channel, sent.recipient, proven=True):
        raise LoginError(CONTACT_TAKEN, because=f"another user has {sent.recipient}")
    now = users.by_id(tx, sent.project_id, user.user_id) or user
    was_proven = (
        user.confirmed and user.email is not None and comparable(user.email) == comparable(sent.recipient)
    )
    if sent.channel == "email" and not was_proven:
        services.events.confirmed(tx, project, now)
    else:
        services.events.proven(tx, project, now)
    return now
