"""How a generated request of the OAuth 2.0 protocol is made to succeed, operation by operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.suite.actors.jwt_client import CALLBACK, query_of
from login_contract.suite.actors.oauth_client import TOKEN_EXCHANGE, target_of
from login_contract.suite.generated.live_jwt import (
    NOTHING,
    Filler,
    as_it_is,
    bearer,
    browser,
    newcomer,
    returning,
    session_ticket,
    social_page,
    social_token,
    token_to_update,
    unconfirmed,
)
from login_contract.suite.generated.live_stock import Stock

# What belongs to one kind of grant; another kind's is left out of a request.
OF_A_GRANT = (
    "client_secret",
    "code",
    "redirect_uri",
    "code_verifier",
    "refresh_token",
    "subject_token",
    "subject_token_type",
    "scope",
    "audience",
)


def _phone_code(case: Any, stock: Stock) -> Mapping[str, str]:
    return _code(case, stock, "phone_number", "oauth-20-start-auth-by-phone-number")


def _email_code(case: Any, stock: Stock) -> Mapping[str, str]:
    return _code(case, stock, "email", "oauth-20-start-auth-by-email")


def _code(case: Any, stock: Stock, name: str, start: str) -> Mapping[str, str]:
    recipient = stock.recipient(name.partition("_")[0])
    asked = stock.oauth_client.call(start, body={name: recipient}).json()
    message = stock.jwt_client.message(recipient, "one_time_code")
    case.body.update({name: recipient, "code": message.code, "operation_id": asked["operation_id"]})
    return NOTHING


def _social_code(case: Any, stock: Stock) -> Mapping[str, str]:
    case.path_parameters["provider_name"] = "google"
    case.body["code"] = stock.social("google").code
    return NOTHING


def _once_each(case: Any) -> None:
    """Leave lists and objects out of a form: they repeat a field, which is refused."""
    case.body = {name: value for name, value in case.body.items() if not isinstance(value, (list, dict))}


def _grant(case: Any, stock: Stock) -> Mapping[str, str]:
    _once_each(case)
    kind = case.body["grant_type"]
    for name in OF_A_GRANT:
        case.body.pop(name, None)
    oauth_client = stock.server if kind == "client_credentials" else stock.oauth_client
    case.body.update(_GRANTS.get(kind, _exchange)(stock))
    case.body["client_id"] = str(oauth_client.client_id)
    secret = stock.clients.secret(oauth_client.client_id)
    if secret is not None:
        case.body["client_secret"] = secret
    return NOTHING


def _authorization_code(stock: Stock) -> Mapping[str, str]:
    code = query_of(target_of(stock.oauth_client.login(stock.user())))["code"]
    stock.oauth_client.forget_cookies()
    return {"code": code, "redirect_uri": CALLBACK}


def _refresh_token(stock: Stock) -> Mapping[str, str]:
    tokens = stock.oauth_client.tokens(stock.user(), scope="offline")
    stock.oauth_client.forget_cookies()
    return {"refresh_token": tokens["refresh_token"]}


def _client_credentials(stock: Stock) -> Mapping[str, str]:
    return {}


def _exchange(stock: Stock) -> Mapping[str, str]:
    return {"subject_token": stock.token(), "subject_token_type": "jwt"}


def _token_to_revoke(case: Any, stock: Stock) -> Mapping[str, str]:
    _once_each(case)
    case.body.pop("client_secret", None)
    case.body.update(token=stock.token(), client_id=str(stock.clients.public))
    return NOTHING


def _consent(case: Any, stock: Stock) -> Mapping[str, str]:
    case.body["client_id"] = stock.clients.public
    return bearer(case, stock)


_GRANTS = {
    "authorization_code": _authorization_code,
    "refresh_token": _refresh_token,
    "client_credentials": _client_credentials,
    TOKEN_EXCHANGE: _exchange,
}
FILLERS: Mapping[str, Filler] = {
    "oauth-20-register-new-user": newcomer,
    "oauth-20-resend-account-confirmation-email": unconfirmed,
    "oauth-20-user-ask": token_to_update,
    "oauth-20-auth-by-username-and-password": returning,
    "jwt-auth-by-username-and-password": returning,
    "oauth-20-start-auth-by-phone-number": as_it_is,
    "oauth-20-complete-auth-by-phone-number": _phone_code,
    "oauth-20-start-auth-by-email": as_it_is,
    "oauth-20-complete-auth-by-email": _email_code,
    "generate-jwt": _grant,
    "revoke-jwt": _token_to_revoke,
    "oauth2-authorize": as_it_is,
    "check-user-authentication": browser,
    "oauth2-save-consent": _consent,
    "oauth2-check-consent": _consent,
    "oauth-20-get-link-for-social-auth": social_page,
    "oauth-20-auth-via-social-network": social_page,
    "oauth-20-auth-via-access-token-of-social-network": social_token,
    "oauth-20-mobile-social-code": _social_code,
    "oauth-20-one-tap-complete": social_token,
    "oauth-20-silent-authentication": session_ticket,
    "oauth-20-auth-via-device-id": as_it_is,
}
