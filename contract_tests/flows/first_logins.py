"""Every way in that makes an account at the first login, and the events that tell of it."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.jwt_client import query_of

Way = Callable[[EventSubscriber], httpx.Response]
GINA = {"name": "Gina", "email": "gina@example.com"}
GOOGLE, STEAM = {"provider_name": "google"}, {"cross_social_provider_name": "steam"}
PHONE, MAIL = "+12025550143", "jane@example.com"
REGISTERED, LOGGED_IN = "registration", "authorization"
CONFIRMED, LINKED, VERIFIED = "email_confirmation", "link_social_account", "new_verified_user"


def by_phone(listener: EventSubscriber) -> httpx.Response:
    code, operation_id = listener.jwt_client.code_for(PHONE)
    return listener.jwt_client.confirm_code(PHONE, code, operation_id)


def by_mail(listener: EventSubscriber) -> httpx.Response:
    code, operation_id = listener.jwt_client.code_for(MAIL)
    return listener.jwt_client.confirm_code(MAIL, code, operation_id)


def by_phone_for_a_code(listener: EventSubscriber) -> httpx.Response:
    oauth_client = listener.oauth_client
    asked = oauth_client.call("oauth-20-start-auth-by-phone-number", body={"phone_number": PHONE}).json()
    code = listener.jwt_client.message(PHONE, "one_time_code").code
    body = {"phone_number": PHONE, "code": code, "operation_id": asked["operation_id"]}
    answer: httpx.Response = oauth_client.call("oauth-20-complete-auth-by-phone-number", body=body)
    return answer


def by_network(listener: EventSubscriber) -> httpx.Response:
    body = {"access_token": listener.oauth_client.social("google", "gina", **GINA).access_token}
    return listener.jwt_client.call("jwt-auth-via-access-token-of-social-network", path=GOOGLE, body=body)


def by_network_for_a_code(listener: EventSubscriber) -> httpx.Response:
    body = {"code": listener.oauth_client.social("google", "gina", **GINA).code}
    answer: httpx.Response = listener.oauth_client.call("oauth-20-mobile-social-code", path=GOOGLE, body=body)
    return answer


def by_network_page(listener: EventSubscriber) -> httpx.Response:
    listener.oauth_client.social("google", "gina", **GINA)
    page = listener.jwt_client.call("jwt-get-link-for-social-auth", path=GOOGLE).json()["url"]
    form = {"state": query_of(page)["state"], "action": "pick", "id": "gina"}
    return listener.jwt_client.http.post(page.partition("?")[0], data=form)


def silently(listener: EventSubscriber) -> httpx.Response:
    query = {"code": listener.oauth_client.social("steam", "gina", **GINA).code, "is_redirect": "false"}
    return listener.jwt_client.call("jwt-silent-authentication", path=STEAM, query=query)


def by_device(listener: EventSubscriber) -> httpx.Response:
    path, body = {"device_type": "android"}, {"device": "Pixel", "device_id": "android-12345678"}
    return listener.jwt_client.call("jwt-auth-via-device-id", path=path, body=body)


def by_device_for_a_code(listener: EventSubscriber) -> httpx.Response:
    path, body = {"device_type": "android"}, {"device": "Pixel", "device_id": "android-12345678"}
    answer: httpx.Response = listener.oauth_client.call("oauth-20-auth-via-device-id", path=path, body=body)
    return answer


WAYS: list[tuple[Way, list[str], dict[str, str]]] = [
    (by_phone, [REGISTERED, VERIFIED], {"login_type": "phone"}),
    (by_phone_for_a_code, [REGISTERED, VERIFIED], {"login_type": "phone"}),
    (by_mail, [REGISTERED, CONFIRMED, VERIFIED], {"login_type": "email"}),
    (by_network, [REGISTERED, VERIFIED], {"login_type": "social", "provider": "google"}),
    (by_network_for_a_code, [REGISTERED, VERIFIED], {"login_type": "social", "provider": "google"}),
    (by_network_page, [REGISTERED, VERIFIED], {"login_type": "social", "provider": "google"}),
    (silently, [REGISTERED, VERIFIED], {"login_type": "social", "provider": "steam"}),
    (by_device, [REGISTERED, VERIFIED], {"login_type": "device"}),
    (by_device_for_a_code, [REGISTERED, VERIFIED], {"login_type": "device"}),
]
