"""New accounts and the confirmation of their e-mail address."""

from __future__ import annotations

from typing import Any

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import login_request, wording
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.domain.redirects import with_query
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.registration import Registration
from login_contract.mock.services import Services


@serves("jwt-register-new-user", "oauth-20-register-new-user")
async def register_new_user(call: Call, services: Services) -> Reply:
    """Create an account; mail a confirmation link, or log in at once where none is wanted."""
    wanted = Registration(
        username=call.body["username"],
        email=call.body["email"],
        password=call.body["password"],
        nickname=_nickname(call.body),
        fields=_fields(call.body),
    )
    request = login_request(call, login_type="xsolla_login")
    grant = await services.registrations.register(
        call.project, wanted, request, wording=wording(call), browser=call.browser
    )
    if grant is None:
        return Reply.empty()
    return await login_reply.url_reply(grant, services, name="login_url")


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


@serves("jwt-resend-account-confirmation-email", "oauth-20-resend-account-confirmation-email")
async def resend_account_confirmation_email(call: Call, services: Services) -> Reply:
    """Mail a new link to an unconfirmed account; any other account name is answered alike."""
    request = login_request(call, login_type="xsolla_login")
    await services.registrations.resend(call.project, call.body["username"], request, wording(call))
    return Reply.empty()


@serves("confirm-account")
async def confirm_account(call: Call, services: Services) -> Reply:
    """Confirm the account whose mailed link was opened, and send the browser on with a token."""
    try:
        grant = await services.registrations.confirm(
            call.project, call.query["code"], call.query.get("login_url"), browser=call.browser
        )
    except LoginError as refusal:
        page = call.project["error_callback_url"]
        if page is None or refusal.refusal != NOT_FOUND:
            raise
        told = "The link is unknown, used or expired."
        return Reply.redirect(with_query(page, error_code=refusal.code, error_description=told))
    if grant.request.client_id is None:
        return await login_reply.redirect(grant, services)
    # A client would get no code, and the browser is there to be asked.
    return await login_reply.go_on(grant, services, locale=call.reader)
