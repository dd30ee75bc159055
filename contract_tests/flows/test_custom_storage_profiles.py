"""Custom user-data storage: what of a partner's JSON becomes the profile, and whose account it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.partner_flows import (
    EMAIL,
    GINA,
    GOOGLE,
    JANE,
    PHONE,
    code_by_phone,
    login,
    member,
    sign_up,
    social,
)
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    INVALID_TOKEN,
    PARTNER_NOT_ANSWERING,
    UNCONFIRMED_ACCOUNT,
    UNKNOWN_USER,
)

law = pytest.mark.law
MakePartner = Callable[..., StoragePartner]
SAMPLE = {
    "user": {"player_id": "12345678", "email": "user@example.com"},
    "user_info": {
        "username": "gamer123",
        "user_first_name": "John",
        "user_last_name": "Doe",
        "gender": "male",
        "birthday": "1990-05-15",
        "country": "US",
        "language": "en",
    },
    "subscription_status": "active",
    "loyalty_level": "gold",
}
SAMPLE_MAP = {
    "user.player_id": "server_custom_id",
    "user_info.username": "nickname",
    "user_info.user_first_name": "first_name",
    "user_info.user_last_name": "last_name",
    "user_info.gender": "gender",
    "user_info.birthday": "birthday",
}
MAPPED = {"new-user": sign_up, "user-verification": login, "social": social}
EVERY_MAPPED = pytest.mark.parametrize("webhook", MAPPED)


@law("Mapped values of a nested answer become the profile")
@EVERY_MAPPED
def test_sample_becomes_the_profile(make_partner: MakePartner, webhook: str) -> None:
    names = ("birthday", "first_name", "last_name", "gender", "nick")
    asked = [{"name": name, "type": "str", "required": False, "step": 0} for name in names]
    partner = make_partner(key_map={webhook: SAMPLE_MAP}, ask_fields=asked)
    partner.answer(webhook, json=SAMPLE)

    answer = MAPPED[webhook](partner)()

    token = partner.access_token(answer)
    user = partner.user()
    profile = {"first_name": "John", "last_name": "Doe", "gender": "m", "birthday": "1990-05-15"}
    assert {name: user["fields"].get(name) for name in profile} == profile
    assert (user["nickname"], user["server_custom_id"]) == ("gamer123", "12345678")
    assert user["partner_data"] == SAMPLE
    assert [each["name"] for each in partner.jwt_client.asked(token).json()] == ["nick"]
    assert partner.claims(answer)["server_custom_id"] == "12345678"
    assert partner.deliveries(webhook)[0]["remarks"] == []


@law("A map belongs to one webhook")
def test_map_belongs_to_its_webhook(make_partner: MakePartner) -> None:
    partner = make_partner(key_map={"new-user": {"name": "nickname"}})
    partner.answer("user-verification", json={"name": "Johnny"})

    login(partner)()

    assert partner.user()["nickname"] is None


@law("Gender is male or female, in any case, and kept as m or f")
@pytest.mark.parametrize(
    ("told", "kept"), [("male", "m"), ("female", "f"), ("Female", "f"), ("m", "m"), ("f", "f")]
)
def test_gender(make_partner: MakePartner, told: str, kept: str) -> None:
    partner = make_partner(key_map={"user-verification": {"gender": "gender"}})
    partner.answer("user-verification", json={"gender": told})

    login(partner)()

    assert partner.user()["fields"]["gender"] == kept


@law("A value that the profile cannot hold is skipped; the delivery says so, and the rest is kept")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("gender", "other"),
        ("gender", 1),
        ("birthday", "15.05.1990"),
        ("birthday", "1990-02-30"),
        ("birthday", "1990-05-15T00:00:00Z"),
        ("birthday", 19900515),
        ("nickname", "n" * 256),
        ("nickname", ""),
        ("nickname", None),
        ("first_name", {"first": "John"}),
        ("last_name", ["Doe"]),
        ("server_custom_id", "a b"),
        ("server_custom_id", "i" * 256),
        ("server_custom_id", True),
        ("server_custom_id", 1.5),
    ],
)
def test_unfit_value_is_skipped(make_partner: MakePartner, name: str, value: Any) -> None:
    partner = make_partner(key_map={"user-verification": {"in.side": name, "good": "last_name"}})
    if name == "last_name":
        partner.change(key_map={"user-verification": {"in.side": name, "good": "first_name"}})
    told = {"in": {"side": value}, "good": "Good"}
    partner.answer("user-verification", json=told)

    login(partner)()

    user = partner.user()
    assert "Good" in user["fields"].values()
    assert user["fields"].get(name) is None
    assert (user["nickname"], user["server_custom_id"]) == (None, None)
    assert user["partner_data"] == told
    (delivery,) = partner.deliveries("user-verification")
    assert delivery["verdict"] == "accepted"
    (remark,) = delivery["remarks"]
    assert "in.side" in remark


@law("A path that leads nowhere is no mistake, and what was kept before stays")
@pytest.mark.parametrize("told", [{}, {"in": {}}, {"in": "text"}, {"in": [1]}, {"in.side": "x"}])
def test_path_that_leads_nowhere(make_partner: MakePartner, told: Any) -> None:
    partner = make_partner(key_map={"user-verification": {"in.side": "nickname"}})
    partner.answer("user-verification", json={"in": {"side": "Johnny"}})
    login(partner)()
    partner.answer("user-verification", json=told)

    login(partner)()

    assert partner.user()["nickname"] == "Johnny"
    assert partner.deliveries("user-verification")[0]["remarks"] == []


@law(
    "Without linking, an answer with the id of another account is refused, and nothing is kept of it",
    security=True,
)
@EVERY_MAPPED
@pytest.mark.parametrize("known", [False, True])
def test_id_of_somebody_else_is_refused(make_partner: MakePartner, webhook: str, known: bool) -> None:
    partner = merging(make_partner)
    partner.change(merge_by_server_custom_id=False)
    if known:
        partner.answer(webhook, 204)
        assert partner.access_token(MAPPED[webhook](partner)())
        partner.answer(webhook, json={"id": "p-1"})
    before = partner.users()
    step = MAPPED[webhook](partner) if not (known and webhook == "new-user") else login(partner)

    assert refusal(step()) == PARTNER_NOT_ANSWERING

    assert partner.users() == before
    asked = "user-verification" if known and webhook == "new-user" else webhook
    (remark,) = partner.deliveries(asked)[0]["remarks"]
    assert "merge_by_server_custom_id is off" in remark


@law("The partner can give a user another id, and two projects may use the same one")
def test_id_can_change(make_partner: MakePartner) -> None:
    partner, other = (make_partner(key_map={"user-verification": {"id": "server_custom_id"}}) for _ in "ab")
    for told in ("p-1", 2):
        partner.answer("user-verification", json={"id": told})
        login(partner)()
        login(other)()

    assert partner.user()["server_custom_id"] == other.user()["server_custom_id"] == "2"
    assert refusal(partner.jwt_client.login("bob")) == PARTNER_NOT_ANSWERING
    partner.answer("user-verification", json={"id": "p-1"})
    partner.jwt_client.login("bob")
    assert [user["server_custom_id"] for user in partner.users()] == ["2", "p-1"]


def merging(make_partner: MakePartner, **changed: Any) -> StoragePartner:
    """The partner of a project that links accounts, where the user `first` is p-1."""
    partner = make_partner(
        merge_by_server_custom_id=True,
        key_map={name: {"id": "server_custom_id"} for name in MAPPED},
        **changed,
    )
    for webhook in ("user-verification", "new-user", "social"):
        partner.answer(webhook, json={"id": "p-1"})
    partner.jwt_client.login("first")
    return partner


@law("With merging, somebody new who has the id of an account gets into it, by every way")
@EVERY_MAPPED
def test_newcomer_is_merged(make_partner: MakePartner, webhook: str) -> None:
    partner = merging(make_partner)
    (first,) = partner.users()

    answer = MAPPED[webhook](partner)()

    assert partner.claims(answer)["sub"] == first["user_id"] == partner.user()["user_id"]
    again = MAPPED[webhook](partner)
    if webhook == "social":
        assert partner.claims(again())["sub"] == first["user_id"]
        assert partner.told("social")["sub"] == first["user_id"]
    assert len(partner.users()) == 1


@law("With merging and confirmation, the mailed link confirms the account that was merged into")
def test_merged_sign_up_can_be_confirmed(make_partner: MakePartner) -> None:
    partner = merging(make_partner, confirmation_required=True)
    partner.control.create_user(
        partner.project_id, username="second", email="s@example.com", password="x", confirmed=False
    )
    partner.answer("user-verification", json={"id": "p-2"})
    assert refusal(partner.jwt_client.login("second")) == UNCONFIRMED_ACCOUNT
    partner.answer("new-user", json={"id": "p-2"})

    assert partner.jwt_client.register(username=JANE, email=EMAIL).status_code == 204

    second = next(user for user in partner.users() if user["server_custom_id"] == "p-2")
    link = partner.jwt_client.message("s@example.com", "account_confirmation").link
    assert partner.claims(partner.jwt_client.open(link))["sub"] == second["user_id"]
    assert len(partner.users()) == 2


@law(
    "An address that nobody has proven locks nobody out of the account that its user is let into",
    security=True,
)
def test_unproven_address_locks_nobody_out(make_partner: MakePartner) -> None:
    partner = merging(make_partner, confirmation_required=True)
    (first,) = partner.users()
    assert (first["email"], first["confirmed"]) == (None, True)

    answer = partner.jwt_client.register(username=JANE, email=EMAIL)

    assert partner.claims(answer)["sub"] == first["user_id"]
    assert partner.claims(partner.jwt_client.login("first"))["sub"] == first["user_id"]
    (user,) = partner.users()
    assert (user["email"], user["confirmed"]) == (None, True)


@law(
    "With linking, an account that was there before goes into the one that has its id, with all it has",
    security=True,
)
@pytest.mark.parametrize("step", [login, social])
def test_account_is_linked(make_partner: MakePartner, step: Callable[[StoragePartner], Any]) -> None:
    partner = merging(make_partner)
    (first,) = partner.users()
    webhook = "user-verification" if step is login else "social"
    mine = [{"key": "mine", "value": "1"}, {"key": "both", "value": "1"}]
    partner.answer(webhook, json={"id": "p-2", "attributes": mine})
    old = partner.claims(step(partner)())
    token = partner.access_token(step(partner)())
    partner.answer("user-verification", json={"id": "p-1", "attributes": [{"key": "both", "value": "2"}]})
    partner.jwt_client.login("first")
    assert old["sub"] != first["user_id"]
    partner.answer(webhook, json={"id": "p-1", "level": 7})

    told = partner.claims(step(partner)())

    assert (told["sub"], told["server_custom_id"]) == (first["user_id"], "p-1")
    user = partner.user()
    assert (user["username"], user["email"]) == ("first", GINA["email"] if step is social else None)
    assert {each["key"]: each["value"] for each in user["attributes"]} == {"mine": "1", "both": "2"}
    assert user["partner_data"] == {"id": "p-1", "level": 7}
    assert refusal(partner.jwt_client.validate(token)) == UNKNOWN_USER
    assert refusal(partner.jwt_client.asked(token)) == INVALID_TOKEN
    assert partner.claims(step(partner)())["sub"] == first["user_id"]


@law("What an account lacks it gets from the one that goes into it, and loses nothing of its own")
def test_linked_account_keeps_its_own(make_partner: MakePartner) -> None:
    partner = merging(make_partner)
    names = {"id": "server_custom_id", "first": "first_name", "last": "last_name"}
    partner.change(key_map={"user-verification": names})
    member(partner, nickname="Janie", phone_number=PHONE)
    partner.answer("user-verification", json={"id": "p-2", "first": "Jane", "last": "Doe"})
    partner.jwt_client.login(JANE)
    partner.answer("user-verification", json={"id": "p-1", "first": "Joan"})
    partner.jwt_client.login("first")
    partner.answer("user-verification", json={"id": "p-1"})

    partner.jwt_client.login(JANE)

    user = partner.user()
    assert (user["username"], user["email"]) == ("first", EMAIL)
    assert (user["nickname"], user["phone_number"]) == ("Janie", PHONE)
    assert user["fields"] == {"first_name": "Joan", "last_name": "Doe"}


@law("Whoever is linked answers to the same id again, by every name they had")
def test_linked_user_comes_back(make_partner: MakePartner) -> None:
    partner = merging(make_partner)
    (first,) = partner.users()
    member(partner)

    for name in (JANE, EMAIL, "first", JANE):
        assert partner.claims(partner.jwt_client.login(name))["sub"] == first["user_id"], name
    assert len(partner.users()) == 1


@law("A banned account is neither linked nor linked to, and stays what it was", security=True)
@pytest.mark.parametrize("banned", ["account", "user"])
def test_banned_account_is_not_linked(make_partner: MakePartner, banned: str) -> None:
    key_map = {"user-verification": {"id": "server_custom_id"}}
    partner = make_partner(merge_by_server_custom_id=True, key_map=key_map)
    partner.answer("user-verification", json={"id": "p-1"})
    partner.oauth_client.member("first", banned=banned == "account")
    partner.jwt_client.login("first")
    member(partner, banned=banned == "user")
    before = partner.users()
    assert [user["server_custom_id"] for user in before] == ["p-1", None]

    assert refusal(partner.jwt_client.login(JANE)) == BANNED_USER

    assert partner.users() == before
    assert "banned" in partner.deliveries("user-verification")[0]["remarks"][0]


@law("An account that is not confirmed is neither linked nor linked to, and stays what it was", security=True)
@pytest.mark.parametrize("unconfirmed", ["account", "user"])
def test_unconfirmed_account_is_not_linked(make_partner: MakePartner, unconfirmed: str) -> None:
    partner = merging(make_partner)
    if unconfirmed == "account":
        partner.answer("new-user", json={"id": "p-2"})
        partner.change(confirmation_required=True)
        partner.jwt_client.register(username="second", email="s@example.com")
        partner.answer("user-verification", json={"id": "p-2"})
    member(partner, confirmed=unconfirmed == "account")
    before = partner.users()

    assert refusal(login(partner)()) == UNCONFIRMED_ACCOUNT

    assert partner.users() == before


@law("An account that is not confirmed is neither linked nor linked to, and stays what it was", security=True)
def test_unconfirmed_account_of_a_network_is_not_linked(make_partner: MakePartner) -> None:
    partner = merging(make_partner, confirmation_required=True)
    body = {"access_token": partner.oauth_client.social("google", "greta", name="Greta").access_token}
    operation_id = "jwt-auth-via-access-token-of-social-network"

    def arrives(custom_id: str) -> httpx.Response:
        partner.answer("social", json={"id": custom_id})
        return partner.jwt_client.call(operation_id, path=GOOGLE, body=body)

    assert arrives("p-2").status_code == 200
    partner.answer("new-user", json={"id": "p-2"})
    partner.jwt_client.register(username=JANE, email=EMAIL)
    before = partner.users()
    assert [user["confirmed"] for user in before] == [True, False]

    assert refusal(arrives("p-1")) == PARTNER_NOT_ANSWERING

    assert partner.users() == before


@law("A login by phone has no map")
def test_phone_has_no_map(make_partner: MakePartner) -> None:
    partner = make_partner(key_map={name: {"id": "server_custom_id"} for name in MAPPED})
    partner.answer("phone", json={"id": "p-1"})

    code_by_phone(partner)()

    assert partner.user()["server_custom_id"] is None
    assert partner.user()["phone_number"] == PHONE
