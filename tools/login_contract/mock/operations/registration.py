"""New accounts and the confirmation of their e-mail address."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.refusals import (
    CONTACT_TAKEN,
    NOT_FOUND,
    REGISTRATION_NOT_ALLOWED,
    USERNAME_TAKEN,
)
from login_contract.mock.domain import passwords, redirects
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.flows.login import Grant, LoginRequest
from login_contract.mock.flows.partner import Question
from login_contract.mock.operations.requests import login_request
from login_contract.mock.services import Services
from login_contract.mock.store import mailed_links, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User
from login_contract.mock.terminal import shown


async def jwt_register_new_user(call: Call, services: Services) -> Reply:
    """Create an account; mail a confirmation link, or log in at once where none is wanted."""
    project, body = call.project, call.body
    request = login_request(call, login_type="xsolla_login")
    if not project["registration_allowed"]:
        raise LoginError(REGISTRATION_NOT_ALLOWED, because="registration_allowed is false")
    user = User(
        user_id=services.randomness.uuid(),
        project_id=project.project_id,
        username=body["username"],
        email=body["email"],
        password_hash=None if project["storage"] == "custom" else passwords.hashed(body["password"]),
        confirmed=not project["confirmation_required"],
        nickname=_nickname(body),
        fields=_fields(body),
    )

    def create(tx: Transaction) -> User:
        if not users.create(tx, user):
            because = f"another user has {shown(user.username)} or {shown(user.email)}"
            raise LoginError(_taken(tx, user), because=because)
        services.events.registered(tx, project, user, login_type=request.login_type)
        return user

    def finish(tx: Transaction, created: User) -> Grant | None:
        # Another account than the new one where the partner's answer merged the two.
        if not created.confirmed:
            services.links.mail_confirmation(tx, project, created, request, call.query)
            return None
        return services.logins.grant(tx, call, created, request)

    sent = {name: body[name] for name in ("username", "email", "password")}
    question = Question(
        webhook="new-user", body=lambda _: sent, refusal=REGISTRATION_NOT_ALLOWED, needed=True
    )
    grant = await services.partners.transaction(project, question, identify=create, finish=finish)
    if grant is None:
        return Reply.empty()
    reply = await services.logins.reply(call, grant)
    return evolve(reply, body={"login_url": reply.body["login_url"]})


def _taken(tx: Transaction, user: User) -> Refusal:
    """Return the refusal that tells which name is taken."""
    if users.by_username(tx, user.project_id, user.username or ""):
        return USERNAME_TAKEN
    by_email = users.by_email(tx, user.project_id, user.email or "")
    return CONTACT_TAKEN if by_email else USERNAME_TAKEN


def _nickname(body: dict[str, Any]) -> str | None:
    """Take the nickname from ``fields``, where the SDK puts it, or from the top level [seed]."""
    nickname: str | None = _named(body).get("nickname", body.get("nickname"))
    return nickname


def _fields(body: dict[str, Any]) -> dict[str, Any]:
    """Keep the other profile fields; game SDKs send agreements on the top level [sdk-android]."""
    fields = {name: value for name, value in _named(body).items() if name != "nickname"}
    if "promo_email_agreement" in body:
        fields.setdefault("promo_email_agreement", body["promo_email_agreement"])
    if "accept_consent" in body:
        fields["accept_consent"] = body["accept_consent"]
    return fields


def _named(body: dict[str, Any]) -> dict[str, Any]:
    """Return the ``fields`` that have names; those of a list [sdk-unity] have none."""
    fields = body.get("fields", {})
    return fields if isinstance(fields, dict) else {}


async def jwt_resend_account_confirmation_email(call: Call, services: Services) -> Reply:
    """Mail a new link to an unconfirmed account; any other account name is answered alike."""
    project = call.project
    request = login_request(call, login_type="xsolla_login")

    def resend(tx: Transaction) -> None:
        user = users.by_login(tx, project.project_id, call.body["username"])
        if user is not None and not user.confirmed and user.email is not None:
            services.links.mail_confirmation(tx, project, user, request, call.query)

    await services.store.transaction(resend)
    return Reply.empty()


async def confirm_account(call: Call, services: Services) -> Reply:
    """Confirm the account whose mailed link was opened, and send the browser on with a token."""
    project = call.project
    given: str | None = call.query.get("login_url")
    if given is not None:
        redirects.login_url(project, given)

    def confirm(tx: Transaction) -> Grant | None:
        link = mailed_links.take(tx, project.project_id, mailed_links.CONFIRMATION, call.query["code"])
        user = users.by_id(tx, project.project_id, link.user_id) if link else None
        if link is None or user is None or user.banned:
            return None
        if users.confirm(tx, user.user_id):
            services.events.confirmed(tx, project, user)
        mailed_links.void(tx, user.user_id, mailed_links.CONFIRMATION)
        request = LoginRequest.from_json(link.context)
        return services.logins.grant(
            tx, call, user, evolve(request, login_url=given) if given is not None else request
        )

    grant = await services.store.transaction(confirm)
    if grant is not None:
        return await services.logins.redirect(call, grant)
    if project["error_callback_url"] is None:
        raise LoginError(
            NOT_FOUND,
            because="the link is unknown, used or expired, and the project has no error_callback_url",
        )
    return Reply.redirect(
        redirects.with_query(
            project["error_callback_url"],
            error_code=NOT_FOUND.code,
            error_description="The link is unknown, used or expired.",
        )
    )
