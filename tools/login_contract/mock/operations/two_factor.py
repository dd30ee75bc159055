"""The second factor of a password login."""

from __future__ import annotations

from attrs import evolve

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.refusals import NOT_FOUND, WRONG_CODE
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant, LoginRequest
from login_contract.mock.flows.second_factor import CHANNELS
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import one_time_codes, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.one_time_codes import OneTimeCode


async def otp_validate(call: Call, services: Services) -> Reply:
    """Take the code and answer where the login leads."""
    remember_me = call.query.get("remember_me", True)
    call, grant = await complete(call, services, call.query["challenge_id"], call.query["code"])
    request = evolve(grant.request, remember_me=remember_me)
    reply = await services.logins.reply(call, evolve(grant, request=request))
    return evolve(reply, body={"url": reply.body["login_url"]})


async def complete(call: Call, services: Services, challenge_id: str, code: str) -> tuple[Call, Grant]:
    """Take the code of a challenge; return the call, now with its project, and the login that succeeded.

    Raises:
        LoginError: 401 003-039, code or challenge is wrong; 422 003-049, too many wrong codes.
    """
    found = await services.store.read(lambda tx: challenge(tx, services, challenge_id))
    if found is None:
        raise LoginError(WRONG_CODE, because="challenge_id is unknown or over")
    project = found[1]
    addressed = evolve(call, registered=project)

    def take(tx: Transaction) -> Grant:
        sent = one_time_codes.find(tx, challenge_id)
        if sent is None:
            raise LoginError(WRONG_CODE, because="challenge_id is unknown or over")
        services.one_time_codes.take(
            tx,
            project,
            channel=sent.channel,
            recipient=sent.recipient,
            operation_id=challenge_id,
            code=code,
            client_id=sent.context.get("client_id"),
        )
        user = users.by_id(tx, project.project_id, sent.user_id or "")
        if user is None:
            raise LoginError(WRONG_CODE, because="the user is gone")
        request = LoginRequest.from_json(sent.context)
        grant = services.logins.grant(tx, addressed, user, request)
        services.sign_ins.end_behind(tx, request)
        return grant

    return addressed, await services.store.transaction(take)


def challenge(tx: Transaction, services: Services, challenge_id: str) -> tuple[OneTimeCode, Project] | None:
    """Return a challenge that goes on, and its project."""
    sent = one_time_codes.find(tx, challenge_id)
    project = services.projects.find(sent.project_id) if sent else None
    if sent is None or project is None or sent.channel not in CHANNELS or not sent.is_live(tx.now):
        return None
    return sent, project


async def otp_resend(call: Call, services: Services) -> Reply:
    """Send a new code; the old one dies."""
    await send_again(services, call.query["challenge_id"], call.body.get("locale"))
    return Reply.empty()


async def send_again(services: Services, challenge_id: str, locale: str | None) -> None:
    """Replace the code of a challenge and send it; wrong tries stay counted.

    Raises:
        LoginError: 404 003-061, there is no such challenge.
    """

    def resend(tx: Transaction) -> None:
        found = challenge(tx, services, challenge_id)
        if found is None:
            raise LoginError(NOT_FOUND, because="challenge_id is unknown or over")
        sent, project = found
        fresh = services.second_factor.send_again(tx, project, sent, locale)
        one_time_codes.replace(tx, challenge_id, fresh)

    await services.store.transaction(resend)
