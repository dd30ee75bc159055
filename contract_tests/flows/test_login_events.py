"""Which events the ways in and out of an account are, and which are none."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from login_contract.suite.actors.event_subscriber import PATH, EventSubscriber
from login_contract.suite.actors.jwt_client import PASSWORD, query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import target_of, tokens_of
from login_contract.suite.actors.partner_flows import FLOWS, Flow
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    UNCONFIRMED_ACCOUNT,
    USERNAME_TAKEN,
    WRONG_CODE,
    WRONG_CREDENTIALS,
)

law = pytest.mark.law
MakeListener = Callable[..., EventSubscriber]
Way = Callable[[EventSubscriber], httpx.Response]
GINA = {"name": "Gina", "email": "gina@example.com"}
GOOGLE, STEAM = {"provider_name": "google"}, {"cross_social_provider_name": "steam"}
PHONE, MAIL = "+12025550143", "jane@example.com"
REGISTERED, LOGGED_IN = "registration", "authorization"
CONFIRMED, LINKED, VERIFIED = "email_confirmation", "link_social_account", "new_verified_user"
COUNTRY = {"name": "country", "type": "str", "required": True, "step": 1}
NUMBER = {"name": "phone_number", "type": "phone", "required": True, "step": 1, "confirmation_type": "code"}


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


@law("The first login by a code, a network or a device is a sign-up, the next one a login only")
@pytest.mark.parametrize(("way", "sign_up", "how"), WAYS, ids=[way.__name__ for way, _, _ in WAYS])
def test_first_login_is_a_sign_up(
    listener: EventSubscriber, way: Way, sign_up: list[str], how: dict[str, str]
) -> None:
    listener.hear()
    for _ in range(2):
        assert not way(listener).is_error
        listener.oauth_client.forget_cookies()

    expected = [*sign_up, LOGGED_IN, LOGGED_IN]
    assert listener.types(len(expected)) == expected
    events = listener.heard(len(expected))
    assert len({event["data"]["user_id"] for event in events}) == 1
    for event in events:
        told = {name: event["data"].get(name) for name in how}
        assert (told == how) == (event["event_type"] in (REGISTERED, LOGGED_IN)), event


@law("A sign-up with a password is told at once, the login when the address is confirmed")
def test_sign_up_with_a_password(listener: EventSubscriber) -> None:
    listener.hear()
    listener.jwt_client.register(username="ann", email="ann@example.com")
    assert listener.types(1) == [REGISTERED]

    listener.jwt_client.resend("ann")
    listener.jwt_client.open(listener.jwt_client.message("ann@example.com", "account_confirmation").link)

    assert listener.types(4) == [REGISTERED, CONFIRMED, VERIFIED, LOGGED_IN]


@law("Where no confirmation is wanted, a sign-up is a login and verifies the user")
@pytest.mark.parametrize("operation_id", ["jwt-register-new-user", "oauth-20-register-new-user"])
def test_sign_up_without_confirmation(make_listener: MakeListener, operation_id: str) -> None:
    listener = make_listener(confirmation_required=False)
    listener.hear()
    body = {"username": "ann", "email": "ann@example.com", "password": PASSWORD}
    answer = (
        listener.oauth_client.call(operation_id, body=body)
        if operation_id.startswith("oauth")
        else listener.jwt_client.call(operation_id, body=body)
    )
    assert answer.status_code == 200

    assert listener.types(3) == [REGISTERED, VERIFIED, LOGGED_IN]


@law("A refused sign-up or login is no event")
def test_refusals_are_no_events(listener: EventSubscriber) -> None:
    jwt_client = listener.jwt_client
    listener.hear()
    jwt_client.registered("ann", "ann@example.com")
    listener.oauth_client.member("bob", banned=True)
    jwt_client.register(username="eve", email="eve@example.com")

    assert refusal(jwt_client.register(username="ann", email="other@example.com")) == USERNAME_TAKEN
    assert refusal(jwt_client.login("ann", "wrong")) == WRONG_CREDENTIALS
    assert refusal(jwt_client.login("bob")) == BANNED_USER
    assert refusal(jwt_client.login("eve")) == UNCONFIRMED_ACCOUNT
    code, operation_id = jwt_client.code_for(PHONE)
    wrong = str((int(code) + 1) % 10**6).zfill(6)
    assert refusal(jwt_client.confirm_code(PHONE, wrong, operation_id)) == WRONG_CODE
    assert jwt_client.login("ann").status_code == 200

    events = listener.heard(6)
    anns = [event["event_type"] for event in events if event["data"]["username"] == "ann"]
    assert anns == [REGISTERED, CONFIRMED, VERIFIED, LOGGED_IN, LOGGED_IN]
    assert [event["event_type"] for event in events if event["data"]["username"] == "eve"] == [REGISTERED]
    assert len(listener.receiver.requests) == 6


@law("A login that asks for a required field is told when the field is given")
def test_login_that_asks_is_told_when_answered(make_listener: MakeListener) -> None:
    listener = make_listener(ask_fields=[COUNTRY])
    listener.oauth_client.member()
    listener.hear(LOGGED_IN)
    for _ in range(2):
        token = token_of(listener.jwt_client.login("ann"))
    answer = listener.jwt_client.answer_asks(token, {"country": "DE"})
    assert answer.status_code == 200
    tokens = [token_of(answer), token_of(listener.jwt_client.login("ann"))]

    assert listener.types(2) == [LOGGED_IN] * 2
    assert len(set(tokens)) == 2
    assert len(listener.receiver.requests) == 2


@law("A login that asks for an optional field is told once")
@pytest.mark.parametrize("protocol", ["jwt", "oauth2"])
def test_optional_field_is_no_second_login(make_listener: MakeListener, protocol: str) -> None:
    listener = make_listener(ask_fields=[{**COUNTRY, "required": False}])
    listener.oauth_client.member()
    listener.hear(LOGGED_IN)
    fields = {"country": "DE"}
    if protocol == "jwt":
        token = listener.jwt_client.login("ann").json()["token"]
        assert listener.jwt_client.answer_asks(token, fields).status_code == 200
    else:
        body = {"token": listener.oauth_client.login().json()["token"], "updatedFields": fields, "email": ""}
        assert listener.oauth_client.call("oauth-20-user-ask", body=body).status_code == 200
    assert listener.jwt_client.login("ann").status_code == 200

    assert listener.types(2) == [LOGGED_IN] * 2
    assert len(listener.receiver.requests) == 2


@law("With a second factor a login is told when its code is right")
def test_second_factor_completes_the_login(make_listener: MakeListener) -> None:
    listener = make_listener(two_factor="email")
    listener.oauth_client.member()
    listener.hear(LOGGED_IN)
    challenge_id = query_of(target_of(listener.jwt_client.login("ann")))["challenge_id"]
    code = listener.jwt_client.message("ann@example.com", "one_time_code").code
    query = {"challenge_id": challenge_id, "code": code}
    assert listener.receiver.requests == []

    assert listener.jwt_client.call("otp-validate", query=query).status_code == 200

    assert listener.types(1) == [LOGGED_IN]


@law("What goes on from a login is no other login: exchanges, refreshes, single sign-on, server tokens")
def test_continuations_are_no_logins(listener: EventSubscriber) -> None:
    oauth_client = listener.oauth_client
    listener.hear()
    listener.token()
    oauth_client.member()
    tokens = oauth_client.tokens(scope="offline")
    oauth_client.refresh(tokens["refresh_token"])
    assert oauth_client.call("check-user-authentication").status_code == 200
    assert oauth_client.call("oauth2-authorize", query={"response_type": "code"}).status_code == 302
    code = listener.jwt_client.call("jwt-sso").json()["code"]
    again = tokens_of(oauth_client.of(oauth_client.clients.confidential).exchange(code))["access_token"]
    assert listener.jwt_client.validate(again).status_code == 204
    oauth_client.forget_cookies()
    oauth_client.login()

    assert listener.types(2) == [LOGGED_IN] * 2
    assert len(listener.receiver.requests) == 2


@law("A password that is answered with tokens at once is a login")
def test_tokens_for_a_password_are_a_login(listener: EventSubscriber) -> None:
    oauth_client = listener.oauth_client
    oauth_client.member()
    listener.hear()
    body = {"username": "ann", "password": PASSWORD}
    query = {"client_id": oauth_client.client_id}
    tokens = listener.jwt_client.call("jwt-auth-by-username-and-password", query=query, body=body)
    assert tokens.status_code == 200

    assert listener.types(1) == [LOGGED_IN]
    assert listener.heard(1)[0]["data"]["login_type"] == "xsolla_login"


@law("The hosted page signs in and up like the calls do")
def test_hosted_page_is_a_login(listener: EventSubscriber) -> None:
    oauth_client, http = listener.oauth_client, listener.jwt_client.http
    oauth_client.member()
    listener.hear()
    page = target_of(oauth_client.call("oauth2-authorize", query={"response_type": "code"}))
    form = {"ticket": query_of(page)["ticket"], "action": "password", "username": "ann"}
    where = page.partition("?")[0]
    assert http.post(where, data={**form, "password": "wrong"}).status_code == 422
    assert http.post(where, data={**form, "password": PASSWORD}).status_code == 302

    assert listener.types(1) == [LOGGED_IN]


@law("An address is confirmed by a mailed link, a mailed code, or a mailed reset, and once only")
@pytest.mark.parametrize("way", ["link", "code", "reset"])
def test_address_is_confirmed_once(listener: EventSubscriber, way: str) -> None:
    jwt_client = listener.jwt_client
    jwt_client.register(username="jane", email=MAIL)
    link = jwt_client.message(MAIL, "account_confirmation").link
    listener.hear(CONFIRMED, VERIFIED)
    if way == "link":
        jwt_client.open(link)
    elif way == "code":
        jwt_client.login_by_code(MAIL)
    else:
        jwt_client.confirm_reset(*jwt_client.reset_link("jane", MAIL), "another-horse-8")
    jwt_client.login_by_code(MAIL)
    jwt_client.confirm_reset(*jwt_client.reset_link("jane", MAIL), "yet-another-horse-9")

    assert listener.types(2) == [CONFIRMED, VERIFIED]
    listener.hear(LOGGED_IN)
    assert jwt_client.login("jane", "yet-another-horse-9").status_code == 200
    assert listener.types(3)[2] == LOGGED_IN


@law("An address that a project asks for is confirmed with its code")
def test_asked_address_is_confirmed(make_listener: MakeListener) -> None:
    asked = {"name": "email", "type": "email", "required": True, "step": 0, "confirmation_type": "code"}
    listener = make_listener(ask_fields=[asked])
    listener.hear()
    token = token_of(by_phone(listener))
    pending = listener.jwt_client.answer_asks(token, {"email": MAIL}).json()["error"]["details"]
    code = listener.jwt_client.message(MAIL, "one_time_code").code or ""
    assert listener.jwt_client.confirm_code(MAIL, code, pending["operation_id"]).status_code == 200

    assert listener.types(4) == [REGISTERED, CONFIRMED, VERIFIED, LOGGED_IN]
    assert listener.heard(4)[1]["data"]["email"] == MAIL


@law("A new user is a verified one when every verification is passed: the address, and asked contacts")
def test_every_verification_counts(make_listener: MakeListener) -> None:
    listener = make_listener(ask_fields=[NUMBER])
    jwt_client = listener.jwt_client
    listener.hear(CONFIRMED, VERIFIED)
    jwt_client.registered("ann", "ann@example.com")
    assert listener.types(1) == [CONFIRMED]

    token = token_of(jwt_client.login("ann"))
    pending = jwt_client.answer_asks(token, {"phone_number": PHONE}).json()["error"]["details"]
    code = jwt_client.message(PHONE, "one_time_code").code or ""
    assert jwt_client.confirm_code(PHONE, code, pending["operation_id"]).status_code == 200

    assert listener.types(2) == [CONFIRMED, VERIFIED]
    assert listener.heard(2)[1]["data"]["phone_number"] == PHONE
    other = "+12025550144"
    token = token_of(jwt_client.login("ann"))
    pending = jwt_client.answer_asks(token, {"phone_number": other}).json()["error"]["details"]
    code = jwt_client.message(other, "one_time_code").code or ""
    listener.hear(LOGGED_IN)
    assert jwt_client.confirm_code(other, code, pending["operation_id"]).status_code == 200
    jwt_client.login("ann")
    assert listener.types(3) == [CONFIRMED, VERIFIED, LOGGED_IN]


@law("Users whom the control interface makes have not signed up, but may still become verified")
def test_made_user_has_not_signed_up(listener: EventSubscriber) -> None:
    listener.hear()
    listener.oauth_client.member("bob", confirmed=False)
    listener.oauth_client.member("ann")
    listener.jwt_client.resend("bob")
    listener.jwt_client.open(listener.jwt_client.message("bob@example.com", "account_confirmation").link)
    listener.jwt_client.login("ann")

    told = [(event["data"]["username"], event["event_type"]) for event in listener.heard(4)]
    assert [kind for name, kind in told if name == "bob"] == [CONFIRMED, VERIFIED, LOGGED_IN]
    assert [kind for name, kind in told if name == "ann"] == [LOGGED_IN]


SIGN_UPS = {"email": [REGISTERED, CONFIRMED, VERIFIED, LOGGED_IN], "email-change": [CONFIRMED]}


@law(
    "With custom user-data storage nothing is told before the partner has accepted, and then it is told once"
)
@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_partner_decides_what_is_told(partner: StoragePartner, flow: Flow) -> None:
    listener = EventSubscriber(oauth_client=partner.oauth_client, receiver=partner.receiver)
    step = flow.begin(partner)
    listener.hear()
    partner.answer(flow.webhook, 400)
    assert step().status_code == flow.refused
    partner.answer(flow.webhook, 204)
    assert not step().is_error

    known = not flow.logs_in or flow.webhook == "refresh-token"
    expected = [] if known else SIGN_UPS.get(flow.webhook, [REGISTERED, VERIFIED, LOGGED_IN])
    assert listener.types(len(expected)) == expected
    assert len(partner.receiver.of(PATH)) == len(expected)


@law("A newcomer who turns out to be a known user links their social account and does not register")
def test_merged_newcomer_links_an_account(make_partner: Callable[..., StoragePartner]) -> None:
    named = {"id": "server_custom_id"}
    key_map = {"user-verification": named, "social": named}
    partner = make_partner(merge_by_server_custom_id=True, key_map=key_map)
    listener = EventSubscriber(oauth_client=partner.oauth_client, receiver=partner.receiver)
    for webhook in key_map:
        partner.answer(webhook, json={"id": "7"})
    assert partner.jwt_client.login("jane").status_code == 200
    listener.hear()
    for _ in range(2):
        assert by_network(listener).status_code == 200

    assert listener.types(3) == [LINKED, LOGGED_IN, LOGGED_IN]
    linked = listener.heard(3)[0]["data"]
    assert (linked["username"], linked["provider"]) == ("jane", "google")
    assert [event["data"]["user_id"] for event in listener.heard(3)] == [partner.user()["user_id"]] * 3


@law("A linked number may be the last proof of a new user, the link of an added password proves an address")
def test_new_contacts_are_told(make_listener: MakeListener) -> None:
    phone = {
        "name": "phone_number",
        "type": "phone",
        "required": True,
        "step": 0,
        "confirmation_type": "code",
    }
    listener = make_listener(ask_fields=[phone], confirmation_required=True)
    jwt_client, number = listener.jwt_client, "+12025550143"
    body = {"device": "Pocket 3", "device_id": "9774d56d682e549c"}

    def by_device() -> str:
        answer = jwt_client.call("jwt-auth-via-device-id", path={"device_type": "ios"}, body=body)
        return str(answer.json()["token"])

    by_device()
    # The number is not asked for any more, but was when the user came, who is not known to be anybody yet.
    listener.control.change_project(jwt_client.project_id, ask_fields=[])
    token = by_device()
    listener.hear("email_confirmation", "new_verified_user")

    sent = jwt_client.call("link-phone-number", body={"phone_number": number}, bearer=token).json()
    code = str(jwt_client.message(number, "one_time_code").code)
    linked = {"phone_number": number, "code": code, **sent}
    assert jwt_client.call("confirm-phone-number", body=linked, bearer=token).status_code == 204
    assert listener.types(1) == ["new_verified_user"]
    added = {"username": "ann", "password": "correct-horse-7", "email": "ann@example.com"}
    assert jwt_client.call("add-username-email-auth-to-account", body=added, bearer=token).status_code == 200
    jwt_client.open(jwt_client.message("ann@example.com", "account_confirmation").link)

    assert listener.types(2) == ["new_verified_user", "email_confirmation"]
    data = listener.heard(2)[-1]["data"]
    assert (data["username"], data["email"], data["phone_number"]) == ("ann", "ann@example.com", number)
