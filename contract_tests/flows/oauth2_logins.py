"""Every way to log in over OAuth 2.0."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from login_contract.suite.actors.jwt_client import PASSWORD
from login_contract.suite.actors.oauth_client import OAuthClient

EMAIL, PHONE = "ann@example.com", "+12025550143"
OTHER = "https://example.com/other"
DEVICE = {"device": "Pocket", "device_id": "9774d56d682e549c"}


def by_password(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    oauth_client.member()
    return oauth_client.login(**query)


def by_registration(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    body = {"username": "ann", "password": PASSWORD, "email": EMAIL}
    oauth_client.configure(confirmation_required=False)
    answer: httpx.Response = oauth_client.call("oauth-20-register-new-user", query=query, body=body)
    return answer


def by_code(oauth_client: OAuthClient, name: str, recipient: str, query: dict[str, Any]) -> httpx.Response:
    channel = {"email": "email", "phone_number": "phone-number"}[name]
    asked = oauth_client.call(f"oauth-20-start-auth-by-{channel}", query=query, body={name: recipient}).json()
    body = {
        name: recipient,
        "operation_id": asked["operation_id"],
        "code": oauth_client.jwt_client.message(recipient, "one_time_code").code,
    }
    return oauth_client.jwt_client.call(
        f"oauth-20-complete-auth-by-{channel}", query={"client_id": oauth_client.client_id}, body=body
    )


def by_mail(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    return by_code(oauth_client, "email", EMAIL, query)


def by_sms(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    return by_code(oauth_client, "phone_number", PHONE, query)


def by_device(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    path = {"device_type": "android"}
    answer: httpx.Response = oauth_client.call(
        "oauth-20-auth-via-device-id", path=path, query=query, body=DEVICE
    )
    return answer


def by_social_token(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    answer: httpx.Response = oauth_client.call(
        "oauth-20-auth-via-access-token-of-social-network",
        path={"provider_name": "google"},
        query=query,
        body={"access_token": oauth_client.social().access_token},
    )
    return answer


LOGINS = pytest.mark.parametrize(
    "login", [by_password, by_registration, by_mail, by_sms, by_device, by_social_token]
)
