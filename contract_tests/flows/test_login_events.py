"""Which events the ways in and out of an account are, and which are none."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from login_contract.suite.launcher import target_of, tokens_of
from login_contract.suite.listener import PATH, Listener
from login_contract.suite.partner import Partner
from login_contract.suite.partner_flows import FLOWS, Flow
from login_contract.suite.player import PASSWORD, query_of, refusal, token_of

law = pytest.mark.law
MakeListener = Callable[..., Listener]
Way = Callable[[Listener], httpx.Response]
GINA = {"name": "Gina", "email": "gina@example.com"}
GOOGLE, STEAM = {"provider_name": "google"}, {"cross_social_provider_name": "steam"}
PHONE, MAIL = "+12025550143", "jane@example.com"
REGISTERED, LOGGED_IN = "registration", "authorization"
CONFIRMED, LINKED, VERIFIED = "email_confirmation", "link_social_account", "new_verified_user"
COUNTRY = {"name": "country", "type": "str", "required": True, "step": 1}
NUMBER = {"name": "phone_number", "type": "phone", "required": True, "step": 1, "confirmation_type": "code"}


def by_phone(listener: Listener) -> httpx.Response:
    code, operation_id = listener.player.code_for(PHONE)
    return listener.player.confirm_code(PHONE, code, operation_id)


def by_mail(listener: Listener) -> httpx.Response:
    code, operation_id = listener.player.code_for(MAIL)
    return listener.player.confirm_code(MAIL, code, operation_id)


def by_phone_for_a_code(listener: Listener) -> httpx.Response:
    launcher = listener.launcher
    asked = launcher.call("oauth-20-start-auth-by-phone-number", body={"phone_number": PHONE}).json()
    code = listener.player.message(PHONE, "one_time_code").code
    body = {"phone_number": PHONE, "code": code, "operation_id": asked["operation_id"]}
    answer: httpx.Response = launcher.call("oauth-20-complete-auth-by-phone-number", body=body)
    return answer


def by_network(listener: Listener) -> httpx.Response:
    body = {"access_token": listener.launcher.social("google", "gina", **GINA).access_token}
    return listener.player.call("jwt-auth-via-access-token-of-social-network", path=GOOGLE, body=body)


def by_network_for_a_code(listener: Listener) -> httpx.Response:
    body = {"code": listener.launcher.social("google", "gina", **GINA).code}
    answer: httpx.Response = listener.launcher.call("oauth-20-mobile-social-code", path=GOOGLE, body=body)
    return answer


def by_network_page(listener: Listener) -> httpx.Response:
    listener.launcher.social("google", "gina", **GINA)
    page = listener.player.call("jwt-get-link-for-social-auth", path=GOOGLE).json()["url"]
    form = {"state": query_of(page)["state"], "action": "pick", "id": "gina"}
    return listener.player.http.post(page.partition("?")[0], data=form)


def silently(listener: Listener) -> httpx.Response:
    query = {"code": listener.launcher.social("steam", "gina", **GINA).code, "is_redirect": "false"}
    return listener.player.call("jwt-silent-authentication", path=STEAM, query=query)


def by_device(listener: Listener) -> httpx.Response:
    path, body = {"device_type": "android"}, {"device": "Pixel", "device_id": "android-12345678"}
    return listener.player.call("jwt-auth-via-device-id", path=path, body=body)


def by_device_for_a_code(listener: Listener) -> httpx.Response:
    path, body = {"device_type": "android"}, {"device": "Pixel", "device_id": "android-12345678"}
    answer: httpx.Response = listener.launcher.call("oauth-20-auth-via-device-id", path=path, body=body)
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
    listener: Listener, way: Way, sign_up: list[str], how: dict[str, str]
) -> None:
    listener.hear()
    for _ in range(2):
        assert not way(listener).is_error
        listener.launcher.forget_cookies()

    expected = [*sign_up, LOGGED_IN, LOGGED_IN]
    assert listener.types(len(expected)) == expected
    events = listener.heard(len(expected))
    assert len({event["data"]["user_id"] for event in events}) == 1
    for event in events:
        told = {name: event["data"].get(name) for name in how}
        assert (told == how) == (event["event_type"] in (REGISTERED, LOGGED_IN)), event


@law("A sign-up with a password is told at once, the login when the address is confirmed")
def test_sign_up_with_a_password(listener: Listener) -> None:
    listener.hear()
    listener.player.register(username="ann", email="ann@example.com")
    assert listener.types(1) == [REGISTERED]

    listener.player.resend("ann")
    listener.player.open(listener.player.message("ann@example.com", "account_confirmation").link)

    assert listener.types(4) == [REGISTERED, CONFIRMED, VERIFIED, LOGGED_IN]


@law("Where no confirmation is wanted, a sign-up is a login and verifies the user")
@pytest.mark.parametrize("operation_id", ["jwt-register-new-user", "oauth-20-register-new-user"])
def test_sign_up_without_confirmation(make_listener: MakeListener, operation_id: str) -> None:
    listener = make_listener(confirmation_required=False)
    listener.hear()
    body = {"username": "ann", "email": "ann@example.com", "password": PASSWORD}
    answer = (
        listener.launcher.call(operation_id, body=body)
        if operation_id.startswith("oauth")
        else listener.player.call(operation_id, body=body)
    )
    assert answer.status_code == 200

    assert listener.types(3) == [REGISTERED, VERIFIED, LOGGED_IN]


@law("A refused sign-up or login is no event")
def test_refusals_are_no_events(listener: Listener) -> None:
    player = listener.player
    listener.hear()
    player.registered("ann", "ann@example.com")
    listener.launcher.member("bob", banned=True)
    player.register(username="eve", email="eve@example.com")

    assert refusal(player.register(username="ann", email="other@example.com"))[1] == "003-003"
    assert refusal(player.login("ann", "wrong"))[1] == "003-001"
    assert refusal(player.login("bob"))[1] == "002-040"
    assert refusal(player.login("eve"))[1] == "003-007"
    code, operation_id = player.code_for(PHONE)
    wrong = str((int(code) + 1) % 10**6).zfill(6)
    assert refusal(player.confirm_code(PHONE, wrong, operation_id))[1] == "003-039"
    assert player.login("ann").status_code == 200

    events = listener.heard(6)
    anns = [event["event_type"] for event in events if event["data"]["username"] == "ann"]
    assert anns == [REGISTERED, CONFIRMED, VERIFIED, LOGGED_IN, LOGGED_IN]
    assert [event["event_type"] for event in events if event["data"]["username"] == "eve"] == [REGISTERED]
    assert len(listener.receiver.requests) == 6


@law("A login that asks for a required field is told when the field is given")
def test_login_that_asks_is_told_when_answered(make_listener: MakeListener) -> None:
    listener = make_listener(ask_fields=[COUNTRY])
    listener.launcher.member()
    listener.hear(LOGGED_IN)
    for _ in range(2):
        token = token_of(listener.player.login("ann"))
    answer = listener.player.answer_asks(token, {"country": "DE"})
    assert answer.status_code == 200
    tokens = [token_of(answer), token_of(listener.player.login("ann"))]

    assert listener.types(2) == [LOGGED_IN] * 2
    assert len(set(tokens)) == 2
    assert len(listener.receiver.requests) == 2


@law("A login that asks for an optional field is told once")
@pytest.mark.parametrize("protocol", ["jwt", "oauth2"])
def test_optional_field_is_no_second_login(make_listener: MakeListener, protocol: str) -> None:
    listener = make_listener(ask_fields=[{**COUNTRY, "required": False}])
    listener.launcher.member()
    listener.hear(LOGGED_IN)
    fields = {"country": "DE"}
    if protocol == "jwt":
        token = listener.player.login("ann").json()["token"]
        assert listener.player.answer_asks(token, fields).status_code == 200
    else:
        body = {"token": listener.launcher.login().json()["token"], "updatedFields": fields, "email": ""}
        assert listener.launcher.call("oauth-20-user-ask", body=body).status_code == 200
    assert listener.player.login("ann").status_code == 200

    assert listener.types(2) == [LOGGED_IN] * 2
    assert len(listener.receiver.requests) == 2


@law("With a second factor a login is told when its code is right")
def test_second_factor_completes_the_login(make_listener: MakeListener) -> None:
    listener = make_listener(two_factor="email")
    listener.launcher.member()
    listener.hear(LOGGED_IN)
    challenge_id = query_of(target_of(listener.player.login("ann")))["challenge_id"]
    code = listener.player.message("ann@example.com", "one_time_code").code
    query = {"challenge_id": challenge_id, "code": code}
    assert listener.receiver.requests == []

    assert listener.player.call("otp-validate", query=query).status_code == 200

    assert listener.types(1) == [LOGGED_IN]


@law("What goes on from a login is no other login: exchanges, refreshes, single sign-on, server tokens")
def test_continuations_are_no_logins(listener: Listener) -> None:
    launcher = listener.launcher
    listener.hear()
    listener.token()
    launcher.member()
    tokens = launcher.tokens(scope="offline")
    launcher.refresh(tokens["refresh_token"])
    assert launcher.call("check-user-authentication").status_code == 200
    assert launcher.call("oauth2-authorize", query={"response_type": "code"}).status_code == 302
    code = listener.player.call("jwt-sso").json()["code"]
    again = tokens_of(launcher.of(launcher.clients.confidential).exchange(code))["access_token"]
    assert listener.player.validate(again).status_code == 204
    launcher.forget_cookies()
    launcher.login()

    assert listener.types(2) == [LOGGED_IN] * 2
    assert len(listener.receiver.requests) == 2


@law("A password that is answered with tokens at once is a login")
def test_tokens_for_a_password_are_a_login(listener: Listener) -> None:
    launcher = listener.launcher
    launcher.member()
    listener.hear()
    body = {"username": "ann", "password": PASSWORD}
    query = {"client_id": launcher.client_id}
    tokens = listener.player.call("jwt-auth-by-username-and-password", query=query, body=body)
    assert tokens.status_code == 200

    assert listener.types(1) == [LOGGED_IN]
    assert listener.heard(1)[0]["data"]["login_type"] == "xsolla_login"


@law("The hosted page signs in and up like the calls do")
def test_hosted_page_is_a_login(listener: Listener) -> None:
    launcher, http = listener.launcher, listener.player.http
    launcher.member()
    listener.hear()
    page = target_of(launcher.call("oauth2-authorize", query={"response_type": "code"}))
    form = {"ticket": query_of(page)["ticket"], "action": "password", "username": "ann"}
    where = page.partition("?")[0]
    assert http.post(where, data={**form, "password": "wrong"}).status_code == 422
    assert http.post(where, data={**form, "password": PASSWORD}).status_code == 302

    assert listener.types(1) == [LOGGED_IN]


@law("An address is confirmed by a mailed link, a mailed code, or a mailed reset, and once only")
@pytest.mark.parametrize("way", ["link", "code", "reset"])
def test_address_is_confirmed_once(listener: Listener, way: str) -> None:
    player = listener.player
    player.register(username="jane", email=MAIL)
    link = player.message(MAIL, "account_confirmation").link
    listener.hear(CONFIRMED, VERIFIED)
    if way == "link":
        player.open(link)
    elif way == "code":
        player.login_by_code(MAIL)
    else:
        player.confirm_reset(*player.reset_link("jane", MAIL), "another-horse-8")
    player.login_by_code(MAIL)
    player.confirm_reset(*player.reset_link("jane", MAIL), "yet-another-horse-9")

    assert listener.types(2) == [CONFIRMED, VERIFIED]
    listener.hear(LOGGED_IN)
    assert player.login("jane", "yet-another-horse-9").status_code == 200
    assert listener.types(3)[2] == LOGGED_IN


@law("An address that a project asks for is confirmed with its code")
def test_asked_address_is_confirmed(make_listener: MakeListener) -> None:
    asked = {"name": "email", "type": "email", "required": True, "step": 0, "confirmation_type": "code"}
    listener = make_listener(ask_fields=[asked])
    listener.hear()
    token = token_of(by_phone(listener))
    pending = listener.player.answer_asks(token, {"email": MAIL}).json()["error"]["details"]
    code = listener.player.message(MAIL, "one_time_code").code or ""
    assert listener.player.confirm_code(MAIL, code, pending["operation_id"]).status_code == 200

    assert listener.types(4) == [REGISTERED, CONFIRMED, VERIFIED, LOGGED_IN]
    assert listener.heard(4)[1]["data"]["email"] == MAIL


@law("A new user is a verified one when every verification is passed: the address, and asked contacts")
def test_every_verification_counts(make_listener: MakeListener) -> None:
    listener = make_listener(ask_fields=[NUMBER])
    player = listener.player
    listener.hear(CONFIRMED, VERIFIED)
    player.registered("ann", "ann@example.com")
    assert listener.types(1) == [CONFIRMED]

    token = token_of(player.login("ann"))
    pending = player.answer_asks(token, {"phone_number": PHONE}).json()["error"]["details"]
    code = player.message(PHONE, "one_time_code").code or ""
    assert player.confirm_code(PHONE, code, pending["operation_id"]).status_code == 200

    assert listener.types(2) == [CONFIRMED, VERIFIED]
    assert listener.heard(2)[1]["data"]["phone_number"] == PHONE
    other = "+12025550144"
    token = token_of(player.login("ann"))
    pending = player.answer_asks(token, {"phone_number": other}).json()["error"]["details"]
    code = player.message(other, "one_time_code").code or ""
    listener.hear(LOGGED_IN)
    assert player.confirm_code(other, code, pending["operation_id"]).status_code == 200
    player.login("ann")
    assert listener.types(3) == [CONFIRMED, VERIFIED, LOGGED_IN]


@law("Users whom the control interface makes have not signed up, but may still become verified")
def test_made_user_has_not_signed_up(listener: Listener) -> None:
    listener.hear()
    listener.launcher.member("bob", confirmed=False)
    listener.launcher.member("ann")
    listener.player.resend("bob")
    listener.player.open(listener.player.message("bob@example.com", "account_confirmation").link)
    listener.player.login("ann")

    told = [(event["data"]["username"], event["event_type"]) for event in listener.heard(4)]
    assert [kind for name, kind in told if name == "bob"] == [CONFIRMED, VERIFIED, LOGGED_IN]
    assert [kind for name, kind in told if name == "ann"] == [LOGGED_IN]


SIGN_UPS = {"email": [REGISTERED, CONFIRMED, VERIFIED, LOGGED_IN], "email-change": [CONFIRMED]}


@law(
    "With custom user-data storage nothing is told before the partner has accepted, and then it is told once"
)
@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_partner_decides_what_is_told(partner: Partner, flow: Flow) -> None:
    listener = Listener(launcher=partner.launcher, receiver=partner.receiver)
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
def test_merged_newcomer_links_an_account(make_partner: Callable[..., Partner]) -> None:
    named = {"id": "server_custom_id"}
    key_map = {"user-verification": named, "social": named}
    partner = make_partner(merge_by_server_custom_id=True, key_map=key_map)
    listener = Listener(launcher=partner.launcher, receiver=partner.receiver)
    for webhook in key_map:
        partner.answer(webhook, json={"id": "7"})
    assert partner.player.login("jane").status_code == 200
    listener.hear()
    for _ in range(2):
        assert by_network(listener).status_code == 200

    assert listener.types(3) == [LINKED, LOGGED_IN, LOGGED_IN]
    linked = listener.heard(3)[0]["data"]
    assert (linked["username"], linked["provider"]) == ("jane", "google")
    assert [event["data"]["user_id"] for event in listener.heard(3)] == [partner.user()["user_id"]] * 3
