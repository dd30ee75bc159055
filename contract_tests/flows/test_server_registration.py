"""Users whom a project's own server makes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    CONTACT_TAKEN,
    INVALID_PHONE_NUMBER,
    INVALID_TOKEN,
    INVALID_VALUE,
    MISSING_VALUE,
    NOT_AVAILABLE,
    UNPROCESSABLE_VALUE,
)

law = pytest.mark.law
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]
EMAIL, PHONE = "ann@example.com", "+12025550143"


@pytest.fixture
def server(oauth_client: OAuthClient) -> ProjectServer:
    return ProjectServer(oauth_client)


@law("A user whom the server makes logs in with each contact that it told, without proving it before")
def test_made_user_logs_in(server: ProjectServer) -> None:
    ann = server.registered(email=EMAIL, phone_number=PHONE, external_account_id="ann-7")

    (kept,) = server.jwt_client.users()
    told = {name: kept[name] for name in ("user_id", "username", "email", "phone_number", "confirmed")}
    assert told == {
        "user_id": ann,
        "username": None,
        "email": EMAIL,
        "phone_number": PHONE,
        "confirmed": True,
    }
    for contact in (EMAIL, PHONE):
        assert claims(server.jwt_client.login_by_code(contact))["sub"] == ann


@law("A user whom the server makes has an address or a number")
@pytest.mark.parametrize("lacking", [{}, {"external_account_id": "7"}, {"email": None, "phone_number": None}])
def test_contact_is_needed(server: ProjectServer, lacking: dict[str, None]) -> None:
    assert refusal(server.register(**lacking)) == MISSING_VALUE
    assert server.jwt_client.users() == []


@law("A contact of a user whom the server makes has its form, and a number is a text")
@pytest.mark.parametrize(
    ("wrong", "refused"),
    [
        ({"email": "ann"}, INVALID_VALUE),
        ({"phone_number": "123456789"}, INVALID_PHONE_NUMBER),
        ({"phone_number": 123456789}, INVALID_PHONE_NUMBER),
        ({"email": EMAIL, "external_account_id": "x" * 256}, INVALID_VALUE),
    ],
)
def test_contact_has_its_form(server: ProjectServer, wrong: dict[str, object], refused: object) -> None:
    assert refusal(server.register(**wrong)) == refused
    assert server.jwt_client.users() == []


@law("What another user has makes no second one, and nothing of the refused one stays")
@pytest.mark.parametrize(
    ("same", "refused"),
    [
        ({"email": "ANN@Example.com"}, CONTACT_TAKEN),
        ({"phone_number": PHONE}, CONTACT_TAKEN),
        ({"external_account_id": "ann-7"}, UNPROCESSABLE_VALUE),
    ],
)
def test_taken_contact_is_refused(server: ProjectServer, same: dict[str, str], refused: object) -> None:
    server.registered(email=EMAIL, phone_number=PHONE, external_account_id="ann-7")
    other = {"email": "bob@example.com", "phone_number": "+12025550144", "external_account_id": "bob-7"}

    assert refusal(server.register(**{**other, **same})) == refused
    server.registered(**{name: value for name, value in other.items() if name not in same} or other)
    assert len(server.jwt_client.users()) == 2


@law("Contacts and ids that look alike are several users")
def test_alike_users_are_apart(server: ProjectServer) -> None:
    alike = [
        {"email": "ann@example.com", "external_account_id": "ann-7"},
        {"email": "ann+tag@example.com", "external_account_id": "ann-07"},
        {"email": "ann@example.co", "external_account_id": "Ann-7"},
        {"phone_number": "+12025550143", "external_account_id": "ann-7 "},
        {"phone_number": "+120255501430", "external_account_id": "x" * 254 + "1"},
        {"phone_number": "+1202555014", "external_account_id": "x" * 254 + "2"},
    ]

    made = [server.registered(**each) for each in alike]

    assert len(set(made)) == len(alike)
    for each, user_id in zip(alike, made, strict=True):
        contact = each.get("email") or each["phone_number"]
        assert claims(server.jwt_client.login_by_code(contact))["sub"] == user_id


@law("Many registrations of one contact at the same moment make one user")
def test_one_contact_makes_one_user(server: ProjectServer) -> None:
    assert server.token

    answers = at_once(12, lambda _: server.register(email=EMAIL))

    assert [answer.status_code for answer in answers].count(200) == 1
    assert {refusal(each) for each in answers if each.status_code != 200} == {CONTACT_TAKEN}


@law("A server makes users in its own project", security=True)
def test_server_registers_in_its_own_project(make_oauth_client: MakeOAuthClient) -> None:
    here, there = (ProjectServer(make_oauth_client()) for _ in "ab")
    query = {"projectId": there.jwt_client.project_id}

    answer = here.call("register-new-user-from-server", body={"email": EMAIL}, query=query)

    assert refusal(answer) == INVALID_TOKEN
    assert there.jwt_client.users() == []


@law("Where a partner keeps the users' data, a server makes no users")
def test_custom_storage_refuses(make_partner: Callable[..., StoragePartner]) -> None:
    server = ProjectServer(make_partner().oauth_client)

    assert refusal(server.register(email=EMAIL)) == NOT_AVAILABLE
    assert server.jwt_client.users() == []


@law("Who may not register themselves may be registered by the server")
def test_registration_by_the_server_is_allowed(make_oauth_client: MakeOAuthClient) -> None:
    server = ProjectServer(make_oauth_client(registration_allowed=False))

    assert server.register(email=EMAIL).status_code == 200
