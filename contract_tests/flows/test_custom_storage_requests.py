"""Custom user-data storage: what a partner is asked in each flow, by whom signed and about whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.jwt_client import PASSWORD, query_of, refusal
from login_contract.suite.actors.oauth_client import code_of, tokens_of
from login_contract.suite.actors.partner_flows import (
    EMAIL,
    FLOWS,
    GINA,
    JANE,
    NEW_EMAIL,
    NEW_PASSWORD,
    ONE_EACH,
    PHONE,
    Flow,
    change_email,
    code_by_email,
    code_by_phone,
    login,
    member,
    oauth_social,
    refresh,
    sign_up,
)
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims, header
from login_contract.suite.judging.refusals import PARTNER_NOT_ANSWERING
from login_contract.tokens.signing import HS256, key_set, secret_key, verified

law = pytest.mark.law
MakePartner = Callable[..., StoragePartner]
SECRET = "a-shared-secret-of-at-least-32-characters"
EVERY_FLOW = pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
EVERY_WEBHOOK = pytest.mark.parametrize("flow", ONE_EACH, ids=lambda flow: flow.webhook)
SOCIAL = {"provider": "google", "id": "gina", **GINA}
STEAM = {**SOCIAL, "provider": "steam"}
BODIES: dict[str, dict[str, Any]] = {
    "new-user": {"username": JANE, "email": EMAIL, "password": PASSWORD},
    "user-verification": {"username": JANE, "password": PASSWORD},
    "phone": {"phone_number": PHONE},
    "email": {"email": EMAIL},
    "social": SOCIAL,
    "password-reset": {"username": JANE, "email": EMAIL, "fields": {"password": NEW_PASSWORD}},
    "refresh-token": {},
    "password-change": {"email": EMAIL},
}
CLAIMS: dict[str, dict[str, Any]] = {
    "new-user": {"username": JANE, "email": EMAIL},
    "user-verification": {"username": JANE},
    "phone": {"phone": PHONE},
    "email": {"email": EMAIL},
    "social": {"email": GINA["email"], "provider": "google", "id": "gina"},
    "password-reset": {"username": JANE, "email": EMAIL},
    "refresh-token": {"username": JANE},
    "password-change": {"username": JANE, "email": EMAIL},
    "email-change": {"username": JANE, "email": NEW_EMAIL},
}
KNOWN = ("password-reset", "refresh-token", "password-change", "email-change")
ALWAYS = {"iss", "iat", "exp", "xsolla_login_project_id", "request_type"}


@law("Each flow asks its webhook once, with POST, a bearer token, and JSON that holds what the flow knows")
@EVERY_FLOW
def test_flow_asks_its_webhook(partner: StoragePartner, flow: Flow) -> None:
    step = flow.begin(partner)
    before = len(partner.asked(flow.webhook))

    answer = step()

    (request,) = partner.asked(flow.webhook)[before:]
    assert request.method == "POST"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["authorization"].startswith("Bearer ")
    assert request.headers["content-length"] == str(len(request.body))
    assert "cookie" not in request.headers
    sent = request.json
    if flow.webhook == "email-change":
        told = claims(sent.pop("token"))
        assert (told["sub"], told["email"]) == (partner.user()["user_id"], NEW_EMAIL)
        assert sent == {}
    else:
        assert sent == (STEAM if flow.name == "social_silent" else BODIES[flow.webhook])
    if flow.logs_in:
        assert partner.claims(answer)["sub"] == partner.user()["user_id"]
    else:
        assert answer.status_code in (200, 204)


@law("A gateway token says for what, when and for which project it is, and about whom")
@EVERY_FLOW
def test_token_says_about_whom(partner: StoragePartner, flow: Flow) -> None:
    flow.begin(partner)()

    told = partner.told(flow.webhook)
    expected = {**CLAIMS[flow.webhook]}
    if flow.name == "social_silent":
        expected["provider"] = "steam"
    if flow.webhook in KNOWN:
        expected["sub"] = partner.user()["user_id"]
    assert {name: value for name, value in told.items() if name not in ALWAYS} == expected
    assert told.keys() >= ALWAYS
    assert told["request_type"] == "gateway_token"
    assert told["iss"] == "https://login.xsolla.com"
    assert told["xsolla_login_project_id"] == partner.project_id
    assert 0 < told["exp"] - told["iat"] <= 600


@law("A gateway token is signed with the project's published key")
@EVERY_WEBHOOK
def test_token_is_signed_with_the_key(partner: StoragePartner, flow: Flow) -> None:
    flow.begin(partner)()

    keys = partner.jwt_client.call("json-web-key-set", path={"project_id": partner.project_id}).json()
    assert verified(partner.gateway_token(flow.webhook), key_set(keys))["request_type"] == "gateway_token"
    assert header(partner.gateway_token(flow.webhook))["kid"]


@law("A gateway token of an HS256 project is signed with its secret")
@EVERY_WEBHOOK
def test_token_is_signed_with_the_secret(make_partner: MakePartner, flow: Flow) -> None:
    partner = make_partner(algorithm="HS256", hs256_secret=SECRET)

    flow.begin(partner)()

    token = partner.gateway_token(flow.webhook)
    assert header(token)["alg"] == "HS256"
    assert verified(token, secret_key(SECRET), algorithm=HS256)["request_type"] == "gateway_token"


@law("A gateway token opens no call of a user, nor does the token that tells a new address", security=True)
def test_webhook_tokens_open_no_call(partner: StoragePartner) -> None:
    change_email(partner)()

    proof = partner.asked("email-change")[-1].json["token"]
    for token in (partner.gateway_token("email-change"), proof):
        assert partner.jwt_client.validate(token).status_code == 422
        assert partner.jwt_client.asked(token).status_code == 401


@law("A login tells the user's id, address and id on the partner's server once they are known")
def test_login_of_a_known_user_tells_more(make_partner: MakePartner) -> None:
    partner = make_partner(key_map={"new-user": {"id": "server_custom_id"}})
    partner.answer("new-user", json={"id": 7})
    sign_up(partner)()

    login(partner)()

    told = partner.told("user-verification")
    user = {"sub": partner.user()["user_id"], "username": JANE, "email": EMAIL}
    assert {name: told.get(name) for name in user} == user
    assert told["external_account_id"] == "7"
    assert partner.asked("user-verification")[-1].json == {
        "username": JANE,
        "email": EMAIL,
        "password": PASSWORD,
    }


@law("A login by address sends the address as name and as address")
def test_login_by_address(partner: StoragePartner) -> None:
    partner.jwt_client.login(EMAIL)

    assert partner.asked("user-verification")[-1].json == {
        "username": EMAIL,
        "email": EMAIL,
        "password": PASSWORD,
    }
    assert partner.user()["email"] == EMAIL


@law("Codes and social logins of somebody known tell the user's id")
def test_codes_of_a_known_user_tell_the_id(partner: StoragePartner) -> None:
    code_by_phone(partner)()
    code_by_phone(partner)()

    assert partner.told("phone")["sub"] == partner.user()["user_id"]


@law("The refresh of a social user tells the network and the identity")
def test_refresh_of_a_social_user_tells_the_identity(partner: StoragePartner) -> None:
    code = code_of(oauth_social(partner)())
    tokens = tokens_of(partner.oauth_client.exchange(code))

    partner.oauth_client.refresh(tokens["refresh_token"])

    told = partner.told("refresh-token")
    assert (told["provider"], told["id"]) == ("google", "gina")
    assert told["sub"] == partner.user()["user_id"]
    assert partner.asked("refresh-token")[-1].body == b"{}"


@law("Names, passwords and addresses reach the partner as they were typed")
@pytest.mark.parametrize(
    "password",
    ["пароль-密码-🔑🔑", 'quo"te\\back/slash', "<tag>&amp;", " blanks\tand\nlines ", "x" * 100],
)
def test_password_arrives_unchanged(partner: StoragePartner, password: str) -> None:
    partner.jwt_client.register(username="Jäne Ünïcode", email="Jane@Example.com", password=password)
    partner.jwt_client.login("jane@EXAMPLE.com", password)

    sent = partner.asked("new-user")[-1].json
    assert sent == {"username": "Jäne Ünïcode", "email": "Jane@Example.com", "password": password}
    sent = partner.asked("user-verification")[-1].json
    assert sent == {"username": "jane@EXAMPLE.com", "email": "Jane@Example.com", "password": password}


@law("What verifies a reset reaches the partner in the fields, as it was sent, beside the new password")
@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, {}),
        ({"verify_code": None}, {}),
        ({"verify_code": ""}, {"verify_code": ""}),
        ({"verify_code": "007316"}, {"verify_code": "007316"}),
        ({"verify_code": "🔑" * 255}, {"verify_code": "🔑" * 255}),
    ],
)
def test_verify_code_reaches_the_partner(
    partner: StoragePartner, sent: dict[str, Any], told: dict[str, Any]
) -> None:
    member(partner)
    partner.jwt_client.request_reset(JANE)
    link = query_of(partner.jwt_client.message(EMAIL, "password_reset").link or "")
    body = {"user_id": link["user_id"], "reset_code": link["code"], "new_password": NEW_PASSWORD, **sent}

    assert partner.jwt_client.call("confirm-password-reset", body=body).status_code == 204

    assert partner.asked("password-reset")[-1].json["fields"] == {"password": NEW_PASSWORD, **told}


@law("The longest name, address and number that the API takes reach the partner")
def test_longest_values_are_sent(partner: StoragePartner) -> None:
    address = f"{'l' * 64}@{'.'.join(['d' * 46] * 4)}.io"
    assert len(address) == 255
    code, operation_id = partner.jwt_client.code_for(address)
    assert partner.jwt_client.confirm_code(address, code, operation_id).status_code == 200
    for number in ("+12345", "+0" + "9" * 24):
        code, operation_id = partner.jwt_client.code_for(number)
        assert partner.jwt_client.confirm_code(number, code, operation_id).status_code == 200
    answer = partner.jwt_client.register(username="u" * 255, email=f"a{address[1:]}", password="p" * 100)

    assert answer.status_code == 200
    assert partner.asked("email")[-1].json == {"email": address}


@law("A project whose storage is not custom asks nobody")
@pytest.mark.parametrize("storage", ["xsolla", "playfab"])
def test_other_storage_asks_nobody(make_partner: MakePartner, storage: str) -> None:
    partner = make_partner(storage=storage)

    sign_up(partner)()
    for begin in (login, code_by_phone, code_by_email, refresh):
        assert begin(partner)().status_code == 200

    assert partner.receiver.requests == []
    assert partner.deliveries() == []


@law("Codes, social logins and refreshes need no webhook; passwords do")
def test_webhooks_that_are_not_set_up(make_partner: MakePartner) -> None:
    partner = make_partner(webhooks={})
    member(partner)

    for flow in FLOWS:
        if flow.webhook in ("phone", "email", "social", "password-change"):
            assert flow.begin(partner)().status_code < 400, flow.name
    assert refusal(partner.jwt_client.login(JANE)) == PARTNER_NOT_ANSWERING
    assert (
        refusal(partner.jwt_client.register(username="bob", email="b@example.com")) == PARTNER_NOT_ANSWERING
    )
    assert partner.receiver.requests == []
    assert [user["username"] for user in partner.users() if user["username"] == "bob"] == []
