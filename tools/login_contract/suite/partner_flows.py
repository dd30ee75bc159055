"""What users do that a partner is asked about: each prepared up to the step that asks, to be repeated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import httpx
from attrs import frozen

from login_contract.suite.launcher import target_of
from login_contract.suite.partner import Partner
from login_contract.suite.player import PASSWORD, query_of

Step = Callable[[], httpx.Response]
Begin = Callable[[Partner], Step]
JANE, EMAIL, PHONE = "jane", "jane@example.com", "+12025550143"
NEW_EMAIL, NEW_PASSWORD = "jane.doe@example.com", "another-horse-8"
GOOGLE = {"provider_name": "google"}
GINA = {"name": "Gina", "email": "gina@example.com", "picture": "https://example.com/gina.png"}
REGISTRATION = {"username": JANE, "email": EMAIL, "password": PASSWORD}
LOGIN = {"username": JANE, "password": PASSWORD}


def sign_up(partner: Partner) -> Step:
    """Register."""
    return lambda: partner.player.register(username=JANE, email=EMAIL)


def oauth_sign_up(partner: Partner) -> Step:
    """Register as an OAuth 2.0 client."""
    return lambda: partner.launcher.call("oauth-20-register-new-user", body=REGISTRATION)


def login(partner: Partner) -> Step:
    """Log in with a password."""
    return lambda: partner.player.login(JANE)


def oauth_login(partner: Partner) -> Step:
    """Log in with a password as an OAuth 2.0 client."""
    return lambda: partner.launcher.login(JANE)


def login_for_tokens(partner: Partner) -> Step:
    """Log in with a password, for tokens at once."""
    query = {"client_id": partner.launcher.client_id}
    return lambda: partner.player.call("jwt-auth-by-username-and-password", query=query, body=LOGIN)


def login_on_page(partner: Partner, **form: str) -> Step:
    """Send the password form of the hosted sign-in; ``form`` changes what is sent."""
    return lambda: _submit(_page(partner), partner, **{"action": "password", **LOGIN, **form})


def code_by_phone(partner: Partner) -> Step:
    """Confirm a code that came by SMS."""
    code, operation_id = partner.player.code_for(PHONE)
    return lambda: partner.player.confirm_code(PHONE, code, operation_id)


def code_by_email(partner: Partner) -> Step:
    """Confirm a code that came by mail."""
    code, operation_id = partner.player.code_for(EMAIL)
    return lambda: partner.player.confirm_code(EMAIL, code, operation_id)


def oauth_code_by_phone(partner: Partner) -> Step:
    """Confirm a code that came by SMS, as an OAuth 2.0 client."""
    return _oauth_code(partner, "phone-number", {"phone_number": PHONE})


def oauth_code_by_email(partner: Partner) -> Step:
    """Confirm a code that came by mail, as an OAuth 2.0 client."""
    return _oauth_code(partner, "email", {"email": EMAIL})


def _oauth_code(partner: Partner, channel: str, recipient: Mapping[str, str]) -> Step:
    started = partner.launcher.call(f"oauth-20-start-auth-by-{channel}", body=recipient)
    message = partner.player.message(*recipient.values())
    body = {**recipient, "code": message.code, "operation_id": started.json()["operation_id"]}
    query = {"client_id": partner.launcher.client_id}
    return lambda: partner.player.call(f"oauth-20-complete-auth-by-{channel}", query=query, body=body)


def code_on_page(partner: Partner) -> Step:
    """Send the code form of the hosted sign-in."""
    page = _page(partner)
    assert _submit(page, partner, action="send-code", email=EMAIL).status_code == 200
    message = partner.player.message(EMAIL, "one_time_code")
    form = {"email": EMAIL, "operation_id": str(message.operation_id), "code": str(message.code)}
    return lambda: _submit(page, partner, action="code", **form)


def social(partner: Partner) -> Step:
    """Log in with a network's access token."""
    body = {"access_token": partner.launcher.social("google", "gina", **GINA).access_token}
    operation_id = "jwt-auth-via-access-token-of-social-network"
    return lambda: partner.player.call(operation_id, path=GOOGLE, body=body)


def oauth_social(partner: Partner) -> Step:
    """Log in with a network's access token as an OAuth 2.0 client."""
    body = {"access_token": partner.launcher.social("google", "gina", **GINA).access_token}
    operation_id = "oauth-20-auth-via-access-token-of-social-network"
    return lambda: partner.launcher.call(operation_id, path=GOOGLE, body=body, query={"scope": "offline"})


def social_code(partner: Partner) -> Step:
    """Log in with a network's code."""
    body = {"code": partner.launcher.social("google", "gina", **GINA).code}
    return lambda: partner.launcher.call("oauth-20-mobile-social-code", path=GOOGLE, body=body)


def social_silent(partner: Partner) -> Step:
    """Log in with the code of a platform."""
    query = {"code": partner.launcher.social("steam", "gina", **GINA).code, "is_redirect": "false"}
    path = {"cross_social_provider_name": "steam"}
    return lambda: partner.player.call("jwt-silent-authentication", path=path, query=query)


def social_on_page(partner: Partner) -> Step:
    """Pick an identity on a network's page."""
    partner.launcher.social("google", "gina", **GINA)
    page = partner.player.call("jwt-get-link-for-social-auth", path=GOOGLE).json()["url"]
    return lambda: _submit(page, partner, action="pick", id="gina")


def reset(partner: Partner) -> Step:
    """Set a new password."""
    query = _reset_link(partner)
    return lambda: partner.player.confirm_reset(query["user_id"], query["code"], NEW_PASSWORD)


def reset_on_page(partner: Partner) -> Step:
    """Set a new password in the mailed form."""
    query = _reset_link(partner)
    form = {"project_id": partner.project_id, "user_id": query["user_id"], "code": query["code"]}
    page = f"{partner.control.origin}/_mock/reset-form"
    sent = {**form, "new_password": NEW_PASSWORD}
    return lambda: partner.player.http.post(page, data=sent)


def _reset_link(partner: Partner) -> dict[str, str]:
    member(partner)
    assert partner.player.request_reset(JANE).status_code == 204
    return query_of(partner.player.message(EMAIL, "password_reset").link or "")


def refresh(partner: Partner) -> Step:
    """Exchange a refresh token."""
    refresh_token = partner.launcher.tokens(JANE, scope="offline")["refresh_token"]
    return lambda: partner.launcher.refresh(refresh_token)


def request_reset(partner: Partner) -> Step:
    """Ask for a reset message."""
    member(partner)
    return lambda: partner.player.request_reset(JANE)


def change_email(partner: Partner) -> Step:
    """Confirm the code of a new address."""
    member(partner)
    token = partner.access_token(partner.player.login(JANE))
    answer = partner.player.answer_asks(token, {"email": NEW_EMAIL}).json()
    operation_id = answer["error"]["details"]["operation_id"]
    code = str(partner.player.message(NEW_EMAIL, "one_time_code").code)
    return lambda: partner.player.confirm_code(NEW_EMAIL, code, operation_id)


def member(partner: Partner, **data: Any) -> dict[str, Any]:
    """Return jane; make her, behind the partner's back, when she is not there."""
    known = [user for user in partner.users() if user["username"] == JANE]
    return known[0] if known else partner.launcher.member(JANE, **data)


def _page(partner: Partner) -> str:
    # A browser that is signed in already would be sent on past the page.
    partner.launcher.forget_cookies()
    return target_of(partner.launcher.call("oauth2-authorize"))


def _submit(page: str, partner: Partner, **form: str) -> httpx.Response:
    known = query_of(page)
    secret: dict[str, str] = {name: known[name] for name in ("ticket", "state") if name in known}
    return partner.player.http.post(page.partition("?")[0], data={**secret, **form})


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
