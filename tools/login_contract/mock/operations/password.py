"""Login with a password, and a new password for those who forgot it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.mock.call import Call, Reply
from login_contract.mock.domain import passwords, redirects
from login_contract.mock.domain.logins import Grant
from login_contract.mock.errors import LoginError
from login_contract.mock.operations.requests import login_request
from login_contract.mock.services import Services
from login_contract.mock.settings import Project
from login_contract.mock.store import failures, mailed_links, sessions, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User

CAPTCHA_HEADERS = ("X-LOT-NUMBER", "X-CAPTCHA-OUTPUT", "X-PASS-TOKEN", "X-GEN-TIME")


async def auth_by_username_and_password(call: Call, services: Services) -> Reply:
    """Check a password, unless too many wrong ones have locked the account, and log in."""
    project, login = call.project, call.body["username"]
    remember_me: bool | None = call.body.get("remember_me")
    request = login_request(call, token_type="xsolla_login", remember_me=remember_me)
    solved = project.lockout.captcha and all(call.headers.get(name) for name in CAPTCHA_HEADERS)

    def decide(tx: Transaction) -> Grant:
        # Held, so that a reset either revokes the session that begins here or changed the password before.
        user = users.by_login(tx, project.project_id, login, hold=True)
        _refuse_locked(tx, project, user, login, solved=solved)
        # The hash is cheap enough to be checked inside the transaction, where nothing can change meanwhile.
        right = passwords.matches(user.password_hash if user else None, call.body["password"])
        if user is None or not right:
            failures.record(tx, project.project_id, _failing(user, login), project.lockout)
            raise LoginError(401, "003-001")
        failures.forget(tx, project.project_id, _failing(user, login))
        if not user.confirmed:
            raise LoginError(401, "003-007")
        return services.logins.grant(tx, project, user, request)

    grant = await services.store.transaction(decide)
    return Reply.json(await services.logins.answer(project, grant))


def _failing(user: User | None, login: str) -> str:
    """Name whom failures count against: the user, by whichever name, or a login that nobody has."""
    return user.user_id if user else users.key(login)


def _refuse_locked(tx: Transaction, project: Project, user: User | None, login: str, *, solved: bool) -> None:
    if solved or not failures.locked(tx, project.project_id, _failing(user, login)):
        return
    if project.lockout.captcha:
        raise LoginError(422, "003-038", headers={"x-captcha-enabled": "1"})
    raise LoginError(422, "002-057")


async def reset_password(call: Call, services: Services) -> Reply:
    """Mail a reset link, if there is an account to reset; the answer never tells."""
    project = call.project
    login_url = redirects.login_url(project, call.query.get("login_url"))
    if not project["password_reset_allowed"]:
        raise LoginError(422, "003-024")

    def mail(tx: Transaction) -> None:
        user = users.by_login(tx, project.project_id, call.body["username"])
        if user is not None and user.email is not None:
            services.links.mail_reset(tx, project, user, login_url, call.query)

    await services.store.transaction(mail)
    return Reply.empty()


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
    password_hash = passwords.hashed(body["new_password"])

    def change(tx: Transaction) -> None:
        user_id, code = body["user_id"], body["reset_code"]
        link = mailed_links.take(tx, project.project_id, mailed_links.RESET, code, user_id=user_id)
        user = users.by_id(tx, project.project_id, user_id)
        if link is None or user is None:
            raise LoginError(422, "003-039")
        users.set_password(tx, user.user_id, password_hash)
        # The link reached the address, so the address is proven.
        users.confirm(tx, user.user_id)
        mailed_links.void(tx, user.user_id, mailed_links.RESET)
        sessions.revoke_all(tx, user.user_id)
        failures.forget(tx, project.project_id, user.user_id)

    await services.store.transaction(change)
