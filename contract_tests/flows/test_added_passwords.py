"""Username, address and password of an account that was made without, and a new address by the ask call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, JwtClient, refusal, token_of
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    CONTACT_TAKEN,
    EMAIL_CHANGE_NOT_ALLOWED,
    INVALID_VALUE,
    NOT_AVAILABLE,
    NOT_FOUND,
    UNREGISTERED_ADDRESS,
    USERNAME_TAKEN,
    WRONG_CREDENTIALS,
    WRONG_RESET_CODE,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
EMAIL, OTHER_EMAIL = "ann@example.com", "bob@example.com"
PHONE, OTHER = "+12025550143", "+12025550144"
DEVICE = "0f8e2d7c-5b3a-4c1d-9e6f-7a8b9c0d1e2f"
LONGEST = f"{'a' * 63}1@{'b' * 63}.{'c' * 63}.{'d' * 59}.no"


def add(
    jwt_client: JwtClient,
    token: str,
    username: str = "ann",
    email: str = EMAIL,
    query: Any = None,
    **body: object,
) -> httpx.Response:
    given = {"username": username, "password": PASSWORD, "email": email, **body}
    return jwt_client.call("add-username-email-auth-to-account", body=given, query=query, bearer=token)


def link_of(jwt_client: JwtClient, email: str = EMAIL) -> str:
    return str(jwt_client.message(email, "account_confirmation").link)


def told_email(jwt_client: JwtClient, token: str) -> object:
    return jwt_client.call("get-user-email", bearer=token).json()


def user(token: str) -> str:
    return str(claims(token)["sub"])


def by_device(jwt_client: JwtClient) -> str:
    body = {"device": "Pocket 3", "device_id": DEVICE}
    answer = jwt_client.call("jwt-auth-via-device-id", path={"device_type": "android"}, body=body)
    return str(answer.json()["token"])


def by_phone(jwt_client: JwtClient) -> str:
    return jwt_client.login_by_code(PHONE)


def by_network(jwt_client: JwtClient) -> str:
    assert jwt_client.control is not None
    secrets = jwt_client.control.social_credentials(jwt_client.project_id, "google", "ann-at-google")
    body = {"access_token": secrets.access_token}
    answer = jwt_client.call(
        "jwt-auth-via-access-token-of-social-network", path={"provider_name": "google"}, body=body
    )
    return str(answer.json()["token"])


@law(
    "An added password counts when the mailed link was opened",
    security=True,
)
@pytest.mark.parametrize("enter", [by_device, by_phone, by_network])
@pytest.mark.project(confirmation_required=True)
def test_password_counts_after_the_link(jwt_client: JwtClient, enter: Callable[[JwtClient], str]) -> None:
    token = enter(jwt_client)

    assert add(jwt_client, token).json() == {"email_confirmation_required": True}
    assert told_email(jwt_client, token) == {"current_email": None}
    assert refusal(jwt_client.login("ann")) == WRONG_CREDENTIALS
    opened = jwt_client.open(link_of(jwt_client))

    assert opened.headers["location"].startswith(f"{CALLBACK}?")
    for now in (token_of(opened), token_of(jwt_client.login("ann")), token_of(jwt_client.login(EMAIL))):
        assert user(now) == user(token)
        assert claims(now)["username"] == jwt_client.known_as("ann")
    assert told_email(jwt_client, token) == {"current_email": EMAIL}
    assert user(enter(jwt_client)) == user(token)
    assert user(jwt_client.login_by_code(EMAIL)) == user(token)


@pytest.mark.needs("configure")
@law("Where no address has to be confirmed, an added password counts at once, whole and as it was given")
@pytest.mark.project(confirmation_required=False)
@pytest.mark.parametrize(
    ("username", "email", "password", "agreed"),
    [("a", "a@b.co", "123456", 0), ("Ünï 🎮 " + "n" * 248, LONGEST, "p" * 100, 1)],
)
def test_password_counts_at_once(
    make_jwt_client: MakeJwtClient, username: str, email: str, password: str, agreed: int
) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)
    token = by_device(jwt_client)

    added = add(jwt_client, token, username, email, password=password, promo_email_agreement=agreed)

    assert added.json() == {"email_confirmation_required": False}
    for name in (username, email):
        told = claims(token_of(jwt_client.login(name, password)))
        assert (told["sub"], told["username"], told["email"]) == (user(token), username, email)
        assert told["promo_email_agreement"] is bool(agreed)
    assert refusal(jwt_client.login(username, password[:-1])) == WRONG_CREDENTIALS


@law("Who has a password gets no other, and neither does whose partner keeps it", security=True)
def test_account_with_a_password_gets_no_other(
    jwt_client: JwtClient, make_partner: Callable[..., StoragePartner]
) -> None:
    jwt_client.registered("ann", EMAIL)
    token = token_of(jwt_client.login("ann"))

    assert refusal(add(jwt_client, token, "bob", OTHER_EMAIL)) == NOT_AVAILABLE
    assert refusal(add(jwt_client, token, password="another-horse-8")) == NOT_AVAILABLE
    assert user(token_of(jwt_client.login("ann"))) == user(token)

    partner = make_partner()
    assert refusal(add(partner.jwt_client, by_device(partner.jwt_client))) == NOT_AVAILABLE


@law("A username or an address of another account is refused, in any spelling of it", security=True)
@pytest.mark.parametrize(
    ("username", "email", "wanted"),
    [
        ("ann", "new@example.com", USERNAME_TAKEN),
        ("ANN", "new@example.com", USERNAME_TAKEN),
        (EMAIL, "new@example.com", USERNAME_TAKEN),
        ("new", EMAIL, CONTACT_TAKEN),
        ("new", EMAIL.upper(), CONTACT_TAKEN),
    ],
)
def test_taken_name_is_refused(
    jwt_client: JwtClient, username: str, email: str, wanted: tuple[int, str]
) -> None:
    jwt_client.registered("ann", EMAIL)
    token = by_phone(jwt_client)

    assert refusal(add(jwt_client, token, username, email)) == wanted

    assert told_email(jwt_client, token) == {"current_email": None}
    assert user(token_of(jwt_client.login("ann"))) != user(token)


@law("Names that differ in one character are free")
@pytest.mark.parametrize(
    ("username", "email"), [("ann ", "ann+game@example.com"), ("anna", "a.nn@example.com")]
)
def test_similar_name_is_free(make_jwt_client: MakeJwtClient, username: str, email: str) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)
    jwt_client.register(username="ann", email=EMAIL, password="another-horse-8")
    token = by_phone(jwt_client)

    assert add(jwt_client, token, username, email).status_code == 200

    assert user(token_of(jwt_client.login(username))) == user(token)
    assert told_email(jwt_client, token) == {"current_email": email}
    assert user(token_of(jwt_client.login("ann", "another-horse-8"))) != user(token)


@law("Of two accounts that want one name at the same moment one gets it")
@pytest.mark.project(confirmation_required=False)
def test_one_of_two_gets_a_name(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)
    tokens = [jwt_client.login_by_code(each) for each in (PHONE, OTHER)]

    answers = at_once(2, lambda each: add(jwt_client, tokens[each], "ann", (EMAIL, OTHER_EMAIL)[each]))

    assert sorted(answer.status_code for answer in answers) == [200, 422]
    winner = [answer.status_code for answer in answers].index(200)
    assert refusal(answers[1 - winner]) == USERNAME_TAKEN
    assert user(token_of(jwt_client.login("ann"))) == user(tokens[winner])


@law("The link of an added password works once, unless somebody took the name meanwhile", security=True)
@pytest.mark.project(confirmation_required=True)
def test_link_works_once(jwt_client: JwtClient, control: Control) -> None:
    ann, bob = (jwt_client.login_by_code(each) for each in (PHONE, OTHER))
    links = []
    for token, email in ((ann, EMAIL), (bob, OTHER_EMAIL)):
        assert add(jwt_client, token, "ann", email).status_code == 200
        links.append(link_of(jwt_client, email))

    assert jwt_client.open(links[0]).status_code == 302

    assert [refusal(jwt_client.open(each)) for each in links] == [NOT_FOUND] * 2
    assert told_email(jwt_client, bob) == {"current_email": None}
    assert user(token_of(jwt_client.login("ann"))) == user(ann)

    assert add(jwt_client, bob, "bob", OTHER_EMAIL).status_code == 200
    control.advance(86401)
    assert refusal(jwt_client.open(link_of(jwt_client, OTHER_EMAIL))) == NOT_FOUND


@law("An account with a proven address keeps it when it gets a password")
@pytest.mark.project(confirmation_required=True)
def test_proven_address_is_kept(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(EMAIL)

    assert refusal(add(jwt_client, token, email=OTHER_EMAIL)) == EMAIL_CHANGE_NOT_ALLOWED
    assert add(jwt_client, token, email=EMAIL.upper()).json() == {"email_confirmation_required": False}

    assert user(token_of(jwt_client.login("ann"))) == user(token)


@law("What an added password is made of has its lengths, and its login_url is registered")
def test_added_password_has_its_lengths(jwt_client: JwtClient) -> None:
    token = by_phone(jwt_client)

    for body in (
        {"username": ""},
        {"username": "n" * 256},
        {"password": "12345"},
        {"password": "p" * 101},
        {"email": "ann"},
        {"promo_email_agreement": 2},
    ):
        assert refusal(add(jwt_client, token, **body)) == INVALID_VALUE
    assert refusal(add(jwt_client, token, query={"login_url": f"{CALLBACK}/x"})) == UNREGISTERED_ADDRESS
    assert told_email(jwt_client, token) == {"current_email": None}


@law("A password and its address are ways to log in: with them the last device or number may go")
def test_password_lets_the_last_number_go(jwt_client: JwtClient) -> None:
    token = by_phone(jwt_client)

    def remove() -> httpx.Response:
        return jwt_client.call("delete-user-phone-number", path={"phoneNumber": PHONE}, bearer=token)

    assert add(jwt_client, token).status_code == 200
    assert refusal(remove()) == NOT_AVAILABLE
    jwt_client.open(link_of(jwt_client))
    assert remove().status_code == 204
    assert user(token_of(jwt_client.login("ann"))) == user(token)


def answer_with(jwt_client: JwtClient, token: str, email: str) -> httpx.Response:
    """Give another address by the ask call and confirm it by its code."""
    asked = jwt_client.answer_asks(token, {"email": email}).json()["error"]["details"]["operation_id"]
    return jwt_client.confirm_code(email, str(jwt_client.message(email, "one_time_code").code), asked)


@pytest.mark.needs("configure")
@law(
    "An address proven by the ask call replaces the one of before, which logs in no more",
    security=True,
)
@pytest.mark.parametrize("new", [OTHER_EMAIL, "ann+game@example.com", "Ann@Example.com"])
def test_proven_address_replaces_the_old_one(jwt_client: JwtClient, new: str) -> None:
    jwt_client.registered("ann", EMAIL)
    token = token_of(jwt_client.login("ann"))
    assert told_email(jwt_client, token) == {"current_email": EMAIL}
    reset = jwt_client.reset_link("ann", EMAIL)

    confirmed = answer_with(jwt_client, token, new)

    assert user(token_of(confirmed)) == user(token)
    assert told_email(jwt_client, token) == {"current_email": new}
    assert user(token_of(jwt_client.login(new))) == user(token)
    assert user(token_of(jwt_client.login("ann"))) == user(token)
    if new.lower() != EMAIL:
        assert refusal(jwt_client.login(EMAIL)) == WRONG_CREDENTIALS
        assert refusal(jwt_client.confirm_reset(*reset, "another-horse-8")) == WRONG_RESET_CODE
        assert user(jwt_client.login_by_code(EMAIL)) != user(token)


@pytest.mark.needs("configure")
@law("An address is not replaced before its code is given", security=True)
def test_address_is_not_replaced_without_its_code(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", EMAIL)
    token = token_of(jwt_client.login("ann"))

    jwt_client.answer_asks(token, {"email": OTHER_EMAIL})

    assert told_email(jwt_client, token) == {"current_email": EMAIL}
    assert user(token_of(jwt_client.login(EMAIL))) == user(token)
    assert refusal(jwt_client.login(OTHER_EMAIL)) == WRONG_CREDENTIALS


@law("The address of the account is told, null for one without")
def test_address_is_told(jwt_client: JwtClient) -> None:
    assert told_email(jwt_client, by_phone(jwt_client)) == {"current_email": None}
    assert told_email(jwt_client, jwt_client.login_by_code(LONGEST)) == {"current_email": LONGEST}


@law("The link that confirmed an address of before logs nobody in any more", security=True)
@pytest.mark.project(confirmation_required=True)
def test_link_to_the_old_address_is_dead(jwt_client: JwtClient) -> None:
    jwt_client.register(username="ann", email=EMAIL)
    old = link_of(jwt_client)
    token = jwt_client.login_by_code(EMAIL)

    assert answer_with(jwt_client, token, OTHER_EMAIL).status_code == 200

    assert refusal(jwt_client.open(old)) == NOT_FOUND
