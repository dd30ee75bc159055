"""Events of what was proven: an address is confirmed once, a user verified when nothing is left to prove."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.jwt_client import token_of

from .first_logins import CONFIRMED, LOGGED_IN, MAIL, PHONE, REGISTERED, VERIFIED, by_phone

law = pytest.mark.law
MakeListener = Callable[..., EventSubscriber]
NUMBER = {"name": "phone_number", "type": "phone", "required": True, "step": 1, "confirmation_type": "code"}


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
