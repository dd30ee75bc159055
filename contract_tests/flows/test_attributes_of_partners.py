"""Attributes that a partner tells at a login, beside those that the API wrote."""

from __future__ import annotations

import pytest

from login_contract.suite.actors.attribute_keeper import AttributeKeeper, whole
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.partner_flows import JANE, login, member
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.judging.refusals import UNPROCESSABLE_VALUE

law = pytest.mark.law
COMPANY = {"attr_type": "server", "key": "company", "permission": "private", "value": "facebook-promo"}
CUSTOM_ID = {"attr_type": "server", "key": "custom-id", "permission": "private", "value": 48582}


@pytest.fixture
def jane(partner: StoragePartner) -> AttributeKeeper:
    """Somebody of whom the partner has told the attributes of the documented sample at a login."""
    member(partner)
    partner.answer("user-verification", json={"attributes": [COMPANY, CUSTOM_ID]})
    return AttributeKeeper.holding(partner.oauth_client, partner.access_token(login(partner)()))


def told_again(partner: StoragePartner, *attributes: dict[str, object]) -> None:
    partner.answer("user-verification", json={"attributes": list(attributes)})
    partner.access_token(login(partner)())


@law("A key with a hyphen that a partner gave is listed, asked for, searched and removed like any other")
def test_key_with_a_hyphen(jane: AttributeKeeper) -> None:
    company = whole("company", "facebook-promo")
    custom_id = whole("custom-id", "48582")

    assert jane.read(read_only=True) == jane.seen(read_only=True) == [company, custom_id]
    assert jane.read(read_only=True, keys=["custom-id"]) == [custom_id]
    assert jane.read(read_only=True, keys=["custom_id", "custom"]) == []
    found = jane.search("custom-id", value="48582", attr_type="server", keys=["custom-id"])
    assert [(each["user_id"], each["attributes"]) for each in found["users"]] == [(jane.user_id, [custom_id])]
    assert refusal(jane.update(removing_keys=["custom-id"])) == UNPROCESSABLE_VALUE
    assert jane.serve(attributes=None, removing_keys=["custom-id"]).status_code == 204

    assert jane.read(read_only=True) == [company]


@law("A key with a hyphen that the client may change is removed by the client")
def test_client_removes_a_key_with_a_hyphen(jane: AttributeKeeper, partner: StoragePartner) -> None:
    told_again(partner, {**CUSTOM_ID, "attr_type": "client"})
    assert jane.read() == [whole("custom-id", "48582")]

    assert jane.update(attributes=None, removing_keys=["custom-id"]).status_code == 204

    assert jane.read() == []


@law("What a partner tells replaces what the API wrote under the key, and leaves everything else")
def test_partner_tells_beside_the_api(jane: AttributeKeeper, partner: StoragePartner) -> None:
    jane.serve({"key": "company", "value": "7", "data_type": "integer"}, {"key": "own", "value": "1"})
    jane.serve({"key": "company", "value": "game"}, publisher_project_id=44056)
    assert jane.seen(keys=["company"]) == [
        whole("company", "7", data_type="integer"),
        whole("company", "game"),
    ]

    told_again(partner, {**COMPANY, "permission": "public"})

    assert jane.seen() == [whole("company", "game"), whole("own", "1")]
    company = whole("company", "facebook-promo", permission="public")
    assert jane.seen(read_only=True, keys=["company"]) == [company]


@law(
    "What a partner made read-only is told to the client, and not changed by it",
    security=True,
)
def test_partner_locks_an_attribute_of_the_client(jane: AttributeKeeper, partner: StoragePartner) -> None:
    told_again(partner, {"key": "level", "value": 7, "read_only": True})
    held = [whole("level", "7")]
    assert jane.read() == held

    assert refusal(jane.update({"key": "level", "value": "8"})) == UNPROCESSABLE_VALUE
    assert refusal(jane.update(removing_keys=["level"])) == UNPROCESSABLE_VALUE
    assert jane.serve({"key": "level", "value": "9"}).status_code == 204

    assert jane.read() == [whole("level", "9")]


@law("A login with attributes that break the schema is no worse for it")
def test_schema_keeps_nobody_out(jane: AttributeKeeper, partner: StoragePartner) -> None:
    assert jane.put_schema({"properties": {"company": {"type": "integer"}}}).status_code == 204

    told_again(partner, {**COMPANY, "value": "none"})

    assert jane.read(read_only=True, keys=["company"]) == [whole("company", "none")]


@law("What a server tells in a login by its own id is kept as text, of the type and permission that it tells")
def test_attributes_of_a_login_by_custom_id(oauth_client: OAuthClient) -> None:
    server = AttributeKeeper(oauth_client, "", "")
    told = [
        {"key": "company", "value": "facebook-promo", "attr_type": "server", "permission": "private"},
        {"key": "level", "value": 48582, "attr_type": "client", "permission": "public", "read_only": True},
        {"key": "ready", "value": True, "attr_type": "client", "permission": "private"},
    ]
    answer = oauth_client.jwt_client.call(
        "auth-by-custom-id",
        body={"server_custom_id": JANE, "attributes": told},
        headers={"X-SERVER-AUTHORIZATION": server.server_token},
    )
    jane = AttributeKeeper.holding(oauth_client, answer.json()["token"])

    assert jane.read(read_only=True) == [whole("company", "facebook-promo")]
    assert jane.read() == [
        whole("level", "48582", permission="public"),
        whole("ready", "true"),
    ]
    assert refusal(jane.update({"key": "level", "value": "1"})) == UNPROCESSABLE_VALUE
