"""What users do that a partner is asked about: each prepared up to the step that asks, to be repeated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import httpx
from attrs import frozen

from login_contract.suite.actors.jwt_client import PASSWORD, query_of
from login_contract.suite.actors.oauth_client import target_of
from login_contract.suite.actors.storage_partner import StoragePartner

Step = Callable[[], httpx.Response]
Begin = Callable[[StoragePartner], Step]
JANE, EMAIL, PHONE = "jane", "jane@example.com", "+12025550143"
NEW_EMAIL, NEW_PASSWORD = "jane.doe@example.com", "another-horse-8"
GOOGLE = {"provider_name": "google"}
GINA = {"name": "Gina", "email": "gina@example.com", "picture": "https://example.com/gina.png"}
REGISTRATION = {"username": JANE, "email": EMAIL, "password": PASSWORD}
LOGIN = {"username": JANE, "password": PASSWORD}


def sign_up(partner: StoragePartner) -> Step:
    """Register."""
    return lambda: partner.jwt_client.register(username=JANE, email=EMAIL)


def oauth_sign_up(partner: StoragePartner) -> Step:
    """Register as an OAuth 2.0 client."""
    return lambda: partner.oauth_client.call("oauth-20-register-new-user", body=REGISTRATION)


def login(partner: StoragePartner) -> Step:
    """Log in with a password."""
    return lambda: partner.jwt_client.login(JANE)


def oauth_login(partner: StoragePartner) -> Step:
    """Log in with a password as an OAuth 2.0 client."""
    return lambda: partner.oauth_client.login(JANE)


def login_for_tokens(partner: StoragePartner) -> Step:
    """Log in with a password, for tokens at once."""
    query = {"client_id": partner.oauth_client.client_id}
    return lambda: partner.jwt_client.call("jwt-auth-by-username-and-password", query=query, body=LOGIN)


def login_on_page(partner: StoragePartner, **form: str) -> Step:
    """Send the password form of the hosted sign-in; ``form`` changes what is sent."""
    return lambda: _submit(_page(partner), partner, **{"action": "password", **LOGIN, **form})


def code_by_phone(partner: StoragePartner) -> Step:
    """Confirm a code that came by SMS."""
    code, operation_id = partner.jwt_client.code_for(PHONE)
    return lambda: partner.jwt_client.confirm_code(PHONE, code, operation_id)


def code_by_email(partner: StoragePartner) -> Step:
    """Confirm a code that came by mail."""
    code, operation_id = partner.jwt_client.code_for(EMAIL)
    return lambda: partner.jwt_client.confirm_code(EMAIL, code, operation_id)


def oauth_code_by_phone(partner: StoragePartner) -> Step:
    """Confirm a code that came by SMS, as an OAuth 2.0 client."""
    return _oauth_code(partner, "phone-number", {"phone_number": PHONE})


def oauth_code_by_email(partner: StoragePartner) -> Step:
    """Confirm a code that came by mail, as an OAuth 2.0 client."""
    return _oauth_code(partner, "email", {"email": EMAIL})


def _oauth_code(partner: StoragePartner, channel: str, recipient: Mapping[str, str]) -> Step:
    started = partner.oauth_client.call(f"oauth-20-start-auth-by-{channel}", body=recipient)
    message = partner.jwt_client.message(*recipient.values())
    body = {**recipient, "code": message.code, "operation_id": started.json()["operation_id"]}
    query = {"client_id": partner.oauth_client.client_id}
    return lambda: partner.jwt_client.call(f"oauth-20-complete-auth-by-{channel}", query=query, body=body)


def code_on_page(partner: StoragePartner) -> Step:
    """Send the code form of the hosted sign-in."""
    page = _page(partner)
    assert _submit(page, partner, action="send-code", email=EMAIL).status_code == 200
    message = partner.jwt_client.message(EMAIL, "one_time_code")
    form = {"email": EMAIL, "operation_id": str(message.operation_id), "code": str(message.code)}
    return lambda: _submit(page, partner, action="code", **form)


def social(partner: StoragePartner) -> Step:
    """Log in with a network's access token."""
    body = {"access_token": partner.oauth_client.social("google", "gina", **GINA).access_token}
    operation_id = "jwt-auth-via-access-token-of-social-network"
    return lambda: partner.jwt_client.call(operation_id, path=GOOGLE, body=body)


def oauth_social(partner: StoragePartner) -> Step:
    """Log in with a network's access token as an OAuth 2.0 client."""
    body = {"access_token": partner.oauth_client.social("google", "gina", **GINA).access_token}
    operation_id = "oauth-20-auth-via-access-token-of-social-network"
    return lambda: partner.oauth_client.call(operation_id, path=GOOGLE, body=body, query={"scope": "offline"})


def social_code(partner: StoragePartner) -> Step:
    """Log in with a network's code."""
    body = {"code": partner.oauth_client.social("google", "gina", **GINA).code}
    return lambda: partner.oauth_client.call("oauth-20-mobile-social-code", path=GOOGLE, body=body)


def social_silent(partner: StoragePartner) -> Step:
    """Log in with the code of a platform."""
    query = {"code": partner.oauth_client.social("steam", "gina", **GINA).code, "is_redirect": "false"}
    path = {"cross_social_provider_name": "steam"}
    return lambda: partner.jwt_client.call("jwt-silent-authentication", path=path, query=query)


def social_on_page(partner: StoragePartner) -> Step:
    """Pick an identity on a network's page."""
    partner.oauth_client.social("google", "gina", **GINA)
    page = partner.jwt_client.call("jwt-get-link-for-social-auth", path=GOOGLE).json()["url"]
    return lambda: _submit(page, partner, action="pick", id="gina")


def reset(partner: StoragePartner) -> Step:
    """Set a new password."""
    query = _reset_link(partner)
    return lambda: partner.jwt_client.confirm_reset(query["user_id"], query["code"], NEW_PASSWORD)


def reset_on_page(partner: StoragePartner) -> Step:
    """Set a new password in the mailed form."""
    query = _reset_link(partner)
    form = {"project_id": partner.project_id, "user_id": query["user_id"], "code": query["code"]}
    page = f"{partner.control.origin}/_mock/reset-form"
    sent = {**form, "new_password": NEW_PASSWORD}
    return lambda: partner.jwt_client.http.post(page, data=sent)


def _reset_link(partner: StoragePartner) -> dict[str, str]:
    member(partner)
    assert partner.jwt_client.request_reset(JANE).status_code == 204
    return query_of(partner.jwt_client.message(EMAIL, "password_reset").link or "")


def refresh(partner: StoragePartner) -> Step:
    """Exchange a refresh token."""
    refresh_token = partner.oauth_client.tokens(JANE, scope="offline")["refresh_token"]
    return lambda: partner.oauth_client.refresh(refresh_token)


def request_reset(partner: StoragePartner) -> Step:
    """Ask for a reset message."""
    member(partner)
    return lambda: partner.jwt_client.request_reset(JANE)


def change_email(partner: StoragePartner) -> Step:
    """Confirm the code of a new address."""
    member(partner)
    token = partner.access_token(partner.jwt_client.login(JANE))
    answer = partner.jwt_client.answer_asks(token, {"email": NEW_EMAIL}).json()
    operation_id = answer["error"]["details"]["operation_id"]
    code = str(partner.jwt_client.message(NEW_EMAIL, "one_time_code").code)
    return lambda: partner.jwt_client.confirm_code(NEW_EMAIL, code, operation_id)


def member(partner: StoragePartner, **data: Any) -> dict[str, Any]:
    """Return jane; make her, behind the partner's back, when she is not there."""
    known = [user for user in partner.users() if user["username"] == JANE]
    return known[0] if known else partner.oauth_client.member(JANE, **data)


def _page(partner: StoragePartner) -> str:
    # A browser that is signed in already would be sent on past the page.
    partner.oauth_client.forget_cookies()
    return target_of(partner.oauth_client.call("oauth2-authorize"))


def _submit(page: str, partner: StoragePartner, **form: str) -> httpx.Response:
    known = query_of(page)
    secret: dict[str, str] = {name: known[name] for name in ("ticket", "state") if name in known}
    return partner.jwt_client.http.post(page.partition("?")[0], data={**secret, **form})


@frozen(kw_only=True)
class Flow:
    """A step that asks the partner.

    ``refused`` is the status that the client gets when the partner refuses, 422 on a page for people;
    ``logs_in`` says that an accepted step leads to a token.
    """

    webhook: str
    begin: Begin
    refused: int
    page: bool = False
    logs_in: bool = True

    @property
    def name(self) -> str:
        """What the step is called."""
        return self.begin.__name__


FLOWS = (
    Flow(webhook="new-user", begin=sign_up, refused=422),
    Flow(webhook="new-user", begin=oauth_sign_up, refused=422),
    Flow(webhook="user-verification", begin=login, refused=401),
    Flow(webhook="user-verification", begin=oauth_login, refused=401),
    Flow(webhook="user-verification", begin=login_for_tokens, refused=401),
    Flow(webhook="user-verification", begin=login_on_page, refused=422, page=True),
    Flow(webhook="phone", begin=code_by_phone, refused=401),
    Flow(webhook="phone", begin=oauth_code_by_phone, refused=401),
    Flow(webhook="email", begin=code_by_email, refused=401),
    Flow(webhook="email", begin=oauth_code_by_email, refused=401),
    Flow(webhook="email", begin=code_on_page, refused=422, page=True),
    Flow(webhook="social", begin=social, refused=401),
    Flow(webhook="social", begin=oauth_social, refused=401),
    Flow(webhook="social", begin=social_code, refused=401),
    Flow(webhook="social", begin=social_silent, refused=401),
    Flow(webhook="social", begin=social_on_page, refused=422, page=True),
    Flow(webhook="password-reset", begin=reset, refused=400, logs_in=False),
    Flow(webhook="password-reset", begin=reset_on_page, refused=422, page=True, logs_in=False),
    Flow(webhook="refresh-token", begin=refresh, refused=400),
    Flow(webhook="password-change", begin=request_reset, refused=400, logs_in=False),
    Flow(webhook="email-change", begin=change_email, refused=401),
)
ONE_EACH = tuple({flow.webhook: flow for flow in reversed(FLOWS)}.values())[::-1]
