"""Login with a password, and a new password for those who forgot it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.refusals import (
    PARTNER_NOT_ANSWERING,
    PARTNER_REFUSES_RESET,
    RESET_NOT_ALLOWED,
    WRONG_RESET_CODE,
)
from login_contract.mock.domain import passwords, redirects
from login_contract.mock.domain.logout import end_everything
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant
from login_contract.mock.flows.partner import CUSTOM, Question
from login_contract.mock.flows.password import PasswordLogin
from login_contract.mock.flows.second_factor import CHANNELS
from login_contract.mock.operations.requests import login_request
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import failures, mailed_links, one_time_codes, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User


async def auth_by_username_and_password(call: Call, services: Services) -> Reply:
    """Check a password, unless too many wrong ones have locked the account, and log in."""
    body = call.body
    request = login_request(call, login_type="xsolla_login", remember_me=body.get("remember_me"))

    login = PasswordLogin(call.project, body["username"], body["password"], call.headers)

    def decide(tx: Transaction, user: User) -> Grant | str:
        login.admit(user)
        challenge_id = services.second_factor.challenge(
            tx, call.project, user, request, call.query.get("locale")
        )
        return challenge_id or services.logins.grant(tx, call, user, request)

    decided = await services.partners.transaction(
        call.project,
        login.question,
        identify=lambda tx: login.user(tx, services.randomness, services.events),
        finish=decide,
    )
    if isinstance(decided, str):
        return Reply.json({"login_url": services.second_factor.page_url(decided)})
    return await services.logins.reply(call, decided)


async def reset_password(call: Call, services: Services) -> Reply:
    """Mail a reset link, if there is an account to reset; the answer never tells."""
    project = call.project
    login_url = redirects.login_url(project, call.query.get("login_url"))
    if not project["password_reset_allowed"]:
        raise LoginError(RESET_NOT_ALLOWED, because="password_reset_allowed is false")

    def look(tx: Transaction) -> User | None:
        user = users.by_login(tx, project.project_id, call.body["username"])
        return user if user is not None and user.email is not None else None

    if await services.store.read(look) is None:
        return Reply.empty()
    question = Question(
        webhook="password-change",
        body=lambda user: {"email": user.email},
        refusal=PARTNER_REFUSES_RESET,
    )
    await services.partners.transaction(
        project,
        question,
        identify=lambda tx: look(tx) or _gone(),
        finish=lambda tx, user: services.links.mail_reset(tx, project, user, login_url, call.query),
    )
    return Reply.empty()


def _gone() -> User:
    raise LoginError(PARTNER_NOT_ANSWERING)


async def confirm_password_reset(call: Call, services: Services) -> Reply:
    """Set a new password; the old one, older tokens and other reset links die."""
    redirects.login_url(call.project, call.query.get("login_url"))
    await set_new_password(call.project, call.body, services)
    return Reply.empty()


async def set_new_password(project: Project, body: Mapping[str, Any], services: Services) -> None:
    """Use a reset code up and change the password.

    Raises:
        LoginError: 422 003-039, the code is wrong, used or expired, or the user unknown.
    """
    new_password: str = body["new_password"]
    custom = project["storage"] == CUSTOM
    password_hash = None if custom else passwords.hashed(new_password)

    def identify(tx: Transaction) -> User:
        user_id, code = body["user_id"], body["reset_code"]
        link = mailed_links.take(tx, project.project_id, mailed_links.RESET, code, user_id=user_id)
        user = users.by_id(tx, project.project_id, user_id)
        if link is None or user is None:
            raise LoginError(
                WRONG_RESET_CODE,
                because="reset_code is unknown, used or expired (password_reset_lifetime), or another user's",
            )
        return user

    def change(tx: Transaction, user: User) -> None:
        if password_hash is not None:
            users.set_password(tx, user.user_id, password_hash)
        # The link reached the address, so the address is proven.
        if users.confirm(tx, user.user_id):
            services.events.confirmed(tx, project, user)
        mailed_links.void(tx, user.user_id, mailed_links.RESET)
        # Before the tokens end: whoever is about to get some with the old password finishes first, or not.
        one_time_codes.void(tx, user.user_id, CHANNELS)
        end_everything(tx, user.user_id)
        failures.forget(tx, project.project_id, user.user_id)

    def sent(user: User) -> Mapping[str, Any]:
        name = user.username or user.email
        verified = {"verify_code": body["verify_code"]} if "verify_code" in body else {}
        return {"username": name, "email": user.email, "fields": {"password": new_password, **verified}}

    question = Question(webhook="password-reset", body=sent, refusal=PARTNER_REFUSES_RESET, needed=True)
    await services.partners.transaction(project, question, identify=identify, finish=change)
