"""Custom user-data storage: what of a partner's JSON becomes the profile, and whose account it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.partner import Partner
from login_contract.suite.partner_flows import (
    EMAIL,
    JANE,
    PHONE,
    code_by_phone,
    login,
    member,
    sign_up,
    social,
)
from login_contract.suite.player import refusal

law = pytest.mark.law
MakePartner = Callable[..., Partner]
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
    assert [each["name"] for each in partner.player.asked(token).json()] == ["nick"]
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


@law("An id on the partner's server belongs to one user; a second one is let in without it")
def test_id_of_somebody_else_is_skipped(make_partner: MakePartner) -> None:
    partner = make_partner(key_map={"user-verification": {"id": "server_custom_id"}})
    partner.answer("user-verification", json={"id": "p-1"})
    login(partner)()

    answer = partner.player.login("bob")

    assert partner.claims(answer)["username"] == "bob"
    assert [user["server_custom_id"] for user in partner.users()] == ["p-1", None]
    assert "server_custom_id" in partner.deliveries("user-verification")[0]["remarks"][0]


@law("The partner can give a user another id, and two projects may use the same one")
def test_id_can_change(make_partner: MakePartner) -> None:
    partner, other = (make_partner(key_map={"user-verification": {"id": "server_custom_id"}}) for _ in "ab")
    for told in ("p-1", 2):
        partner.answer("user-verification", json={"id": told})
        login(partner)()
        login(other)()

    assert partner.user()["server_custom_id"] == other.user()["server_custom_id"] == "2"
    partner.player.login("bob")
    assert [user["server_custom_id"] for user in partner.users()] == ["2", None]


def merging(make_partner: MakePartner, **changed: Any) -> Partner:
    """The partner of a project that merges, where somebody who came by phone is p-1."""
    partner = make_partner(
        merge_by_server_custom_id=True,
        key_map={name: {"id": "server_custom_id"} for name in MAPPED},
        **changed,
    )
    for webhook in ("user-verification", "new-user", "social"):
        partner.answer(webhook, json={"id": "p-1"})
    partner.player.login("first")
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
    assert refusal(partner.player.login("second")) == (401, "003-007")
    partner.answer("new-user", json={"id": "p-2"})

    assert partner.player.register(username=JANE, email=EMAIL).status_code == 204

    second = next(user for user in partner.users() if user["server_custom_id"] == "p-2")
    link = partner.player.message("s@example.com", "account_confirmation").link
    assert partner.claims(partner.player.open(link))["sub"] == second["user_id"]
    assert len(partner.users()) == 2


@law("An account that was there before is never merged into another one")
def test_account_that_was_there_is_not_merged(make_partner: MakePartner) -> None:
    partner = merging(make_partner)
    jane = member(partner)

    assert partner.claims(login(partner)())["sub"] == jane["user_id"]

    assert len(partner.users()) == 2
    assert partner.deliveries("user-verification")[0]["remarks"]


@law("Without merging, an id of somebody else makes no difference to who is let in")
@EVERY_MAPPED
def test_nobody_is_merged_without_the_switch(make_partner: MakePartner, webhook: str) -> None:
    partner = merging(make_partner)
    partner.change(merge_by_server_custom_id=False)

    MAPPED[webhook](partner)()

    assert len(partner.users()) == 2


@law("A login by phone has no map")
def test_phone_has_no_map(make_partner: MakePartner) -> None:
    partner = make_partner(key_map={name: {"id": "server_custom_id"} for name in MAPPED})
    partner.answer("phone", json={"id": "p-1"})

    code_by_phone(partner)()

    assert partner.user()["server_custom_id"] is None
    assert partner.user()["phone_number"] == PHONE
