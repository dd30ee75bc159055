"""How a generated request of the JWT protocol is made to succeed, operation by operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, query_of
from login_contract.suite.generated.live_stock import BROWSER_COOKIE, SERVER_HEADER, Stock

Filler = Callable[[Any, Stock], Mapping[str, str]]
NOTHING: Mapping[str, str] = {}


def as_it_is(case: Any, stock: Stock) -> Mapping[str, str]:
    """Leave a request alone that succeeds as soon as its project is a live one."""
    return NOTHING


def newcomer(case: Any, stock: Stock) -> Mapping[str, str]:
    """Register somebody new."""
    name = stock.name()
    case.body.update(username=name, email=f"{name}@example.com")
    return NOTHING


def returning(case: Any, stock: Stock) -> Mapping[str, str]:
    """Log in somebody who has an account."""
    case.body.update(username=stock.user(), password=PASSWORD)
    return NOTHING


def unconfirmed(case: Any, stock: Stock) -> Mapping[str, str]:
    """Name somebody whose address is not confirmed yet."""
    case.body["username"] = stock.user(confirmed=False)
    return NOTHING


def bearer(case: Any, stock: Stock) -> Mapping[str, str]:
    """Send a user's token along."""
    return {"Authorization": f"Bearer {stock.token()}"}


def token(case: Any, stock: Stock) -> Mapping[str, str]:
    """Put a user's token into the body."""
    case.body["token"] = stock.token()
    return NOTHING


def token_to_update(case: Any, stock: Stock) -> Mapping[str, str]:
    """Answer what the project asks a user for."""
    case.body.update(token=stock.token(), updatedFields={"country-name": "DE"})
    case.body.pop("settings", None)
    return NOTHING


def browser(case: Any, stock: Stock) -> Mapping[str, str]:
    """Send the cookie of a browser in which somebody is signed in."""
    case.cookies = {BROWSER_COOKIE: stock.browser()}
    return NOTHING


def social_token(case: Any, stock: Stock) -> Mapping[str, str]:
    """Bring the access token of somebody whom the social network knows."""
    case.path_parameters["provider_name"] = "google"
    case.body["access_token"] = stock.social("google").access_token
    return NOTHING


def social_page(case: Any, stock: Stock) -> Mapping[str, str]:
    """Name a social network that the project offers."""
    case.path_parameters["provider_name"] = "google"
    return NOTHING


def session_ticket(case: Any, stock: Stock) -> Mapping[str, str]:
    """Bring the session ticket of somebody whom the platform knows."""
    (name,) = case.path_parameters
    case.path_parameters[name] = "steam"
    case.query.pop("code", None)
    case.query["session_ticket"] = stock.social("steam").session_ticket
    return NOTHING


def _mailed_link(case: Any, stock: Stock) -> Mapping[str, str]:
    name = stock.user(confirmed=False)
    stock.jwt_client.resend(name)
    link = stock.jwt_client.message(f"{name}@example.com", "account_confirmation").link
    case.query["code"] = query_of(link or "")["code"]
    return NOTHING


def _phone_code(case: Any, stock: Stock) -> Mapping[str, str]:
    recipient = stock.recipient("phone")
    code, operation_id = stock.jwt_client.code_for(recipient)
    case.body.update(phone_number=recipient, code=code, operation_id=operation_id)
    return NOTHING


def _email_code(case: Any, stock: Stock) -> Mapping[str, str]:
    recipient = stock.recipient("email")
    code, operation_id = stock.jwt_client.code_for(recipient)
    case.body.update(email=recipient, code=code, operation_id=operation_id)
    return NOTHING


def _opened_link(case: Any, stock: Stock) -> Mapping[str, str]:
    recipient, link, operation_id = stock.link()
    stock.jwt_client.open(link)
    case.query.update(login=recipient, operation_id=operation_id)
    return NOTHING


def _unopened_link(case: Any, stock: Stock) -> Mapping[str, str]:
    _, link, _ = stock.link()
    case.query["state"] = query_of(link)["state"]
    if "link_url" in case.query:
        case.query["link_url"] = CALLBACK
    return NOTHING


def _reset_code(case: Any, stock: Stock) -> Mapping[str, str]:
    name = stock.user()
    user_id, code = stock.jwt_client.reset_link(name, f"{name}@example.com")
    case.body.update(user_id=user_id, reset_code=code)
    return NOTHING


def _project(case: Any, stock: Stock) -> Mapping[str, str]:
    case.path_parameters["project_id"] = stock.jwt_client.project_id
    return NOTHING


def _agreement(case: Any, stock: Stock) -> Mapping[str, str]:
    case.body.update(token=stock.token(), projectId=stock.jwt_client.project_id)
    return NOTHING


def _second_factor(case: Any, stock: Stock) -> Mapping[str, str]:
    challenge_id, code = stock.challenge()
    case.query.update(challenge_id=challenge_id, code=code)
    return NOTHING


def _challenge(case: Any, stock: Stock) -> Mapping[str, str]:
    case.query["challenge_id"], _ = stock.challenge()
    return NOTHING


def observer(case: Any, stock: Stock) -> Mapping[str, str]:
    """Send the token of a project's server along, and name that project."""
    case.path_parameters["project_id"] = stock.observer.jwt_client.project_id
    if isinstance(case.body, dict) and isinstance(case.body.get("url"), str):
        # An address is registered once only.
        case.body = {**case.body, "url": f"https://example.com/{stock.name()}"}
    return {SERVER_HEADER: stock.server_token()}


def _listener(case: Any, stock: Stock) -> Mapping[str, str]:
    headers = observer(case, stock)
    event_type: str = case.path_parameters["event_type"]
    case.path_parameters["webhook_id"] = stock.listener(headers[SERVER_HEADER], event_type)
    return headers


FILLERS: Mapping[str, Filler] = {
    "jwt-register-new-user": newcomer,
    "auth-by-username-and-password": returning,
    "jwt-resend-account-confirmation-email": unconfirmed,
    "confirm-account": _mailed_link,
    "jwt-start-auth-by-phone-number": as_it_is,
    "jwt-start-auth-by-email": as_it_is,
    "jwt-complete-auth-by-phone-number": _phone_code,
    "jwt-complete-auth-by-email": _email_code,
    "get-confirmation-code": _opened_link,
    "push-confirmation-code": _unopened_link,
    "get-ask-fields": bearer,
    "update-token": token_to_update,
    "reset-password": as_it_is,
    "confirm-password-reset": _reset_code,
    "validate-jwt": token,
    "get-projects-keys": _project,
    "json-web-key-set": _project,
    "jwt-sso": browser,
    "jwt-sso-redirect": browser,
    "log-user-out": bearer,
    "clear-sso-cookie": browser,
    "jwt-get-link-for-social-auth": social_page,
    "jwt-auth-via-social-network": social_page,
    "jwt-auth-via-access-token-of-social-network": social_token,
    "one-tap-complete": social_token,
    "jwt-silent-authentication": session_ticket,
    "social-consent": _agreement,
    "jwt-auth-via-device-id": as_it_is,
    "otp-validate": _second_factor,
    "otp-resend": _challenge,
    "client-details": as_it_is,
    "widget-settings": as_it_is,
    "get-webhooks-for-event": observer,
    "add-webhook-for-event": observer,
    "delete-webhook-for-event": _listener,
}
