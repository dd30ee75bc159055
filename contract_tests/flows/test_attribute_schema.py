"""The schema of attributes: what it may be, and that updates keep it as long as it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.attribute_keeper import SERVER_HEADER, AttributeKeeper, whole
from login_contract.suite.actors.callback_server import CallbackServer
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.judging.refusals import (
    INVALID_ATTRIBUTES_SCHEMA,
    INVALID_ATTRIBUTES_TOKEN,
    MISSING_VALUE,
    NOT_FOUND,
    UNPROCESSABLE_VALUE,
    UNREADABLE_BODY,
    UNSUPPORTED_MEDIA_TYPE,
)

from .attributes import attribute

law = pytest.mark.law
pytestmark = pytest.mark.needs("configure")
MakeOAuthClient = Callable[..., OAuthClient]
LEVEL = {"type": "object", "properties": {"level": {"type": "integer", "minimum": 1, "maximum": 100}}}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Fähigkeiten",
    "type": "object",
    "properties": {
        "level": {"type": "integer", "minimum": 1, "default": None},
        "rate": {"type": ["number", "null"]},
        "ready": {"type": "boolean"},
        "mail": {"type": "string", "format": "email"},
        "rank": {"enum": ["low", "high"]},
        "level_2": {"anyOf": [{"maxLength": 1}, {"const": "many"}]},
    },
    "patternProperties": {"^count_": {"type": "integer"}},
    "additionalProperties": False,
    "required": ["rank"],
    "examples": [{"level": 7}, None],
}

WRONG: list[dict[str, Any]] = [
    {"type": "attribute"},
    {"properties": ["level"]},
    {"properties": {"level": 7}},
    {"properties": {"level": {"minimum": "1"}}},
    {"properties": {"level": {"pattern": "("}}},
    {"required": [7]},
    {"properties": {"hero": {"type": "object"}}},
    {"properties": {"hero": {"type": ["string", "array"]}}},
    {"properties": {"hero": {"properties": {"level": {"type": "integer"}}}}},
    {"properties": {"hero": {"anyOf": [{"items": {"type": "string"}}]}}},
    {"allOf": [{"properties": {"hero": {"additionalProperties": {"type": "string"}}}}]},
    {"additionalProperties": {"prefixItems": [{}]}},
    {"$ref": "#"},
    {"properties": {"level": {"$ref": "#/$defs/level"}}, "$defs": {"level": {}}},
    {"properties": {"level": {"$ref": "http://127.0.0.1:9/schema.json"}}},
]


@pytest.fixture
def ann(oauth_client: OAuthClient) -> AttributeKeeper:
    return AttributeKeeper.at(oauth_client)


@law("A schema is told whole as it was put, until another replaces it, and only in its project")
def test_schema_is_told_whole(ann: AttributeKeeper, make_oauth_client: MakeOAuthClient) -> None:
    eve = AttributeKeeper.at(make_oauth_client(), "eve")
    assert ann.schema() == {}

    assert ann.put_schema(SCHEMA).status_code == 204
    assert ann.schema() == SCHEMA
    assert eve.schema() == {}
    assert ann.put_schema(LEVEL).status_code == 204
    assert ann.schema() == LEVEL
    assert ann.delete_schema().status_code == 204

    assert ann.schema() == {}
    assert ann.delete_schema().status_code == 204


@law("Updates keep the schema as long as it stands, and are free again when it is removed")
def test_schema_holds_until_it_is_removed(ann: AttributeKeeper) -> None:
    ann.update(attribute("level", "seven"))

    assert ann.put_schema(LEVEL).status_code == 204
    for value in ("0", "101", "eight", "7.5", "", " 7"):
        assert refusal(ann.update(attribute("level", value))) == UNPROCESSABLE_VALUE, value
        assert refusal(ann.serve(attribute("level", value))) == UNPROCESSABLE_VALUE, value
        assert refusal(ann.serve(attribute("level", value), read_only=True)) == UNPROCESSABLE_VALUE, value
    assert ann.read() == [whole("level", "seven")]
    assert ann.update(attribute("level", "100")).status_code == 204

    assert ann.delete_schema().status_code == 204
    assert ann.update(attribute("level", "101")).status_code == 204
    assert ann.read() == [whole("level", "101")]


@law("Each kind of rule of a schema holds for the values that it is about")
def test_rules_of_a_schema(ann: AttributeKeeper) -> None:
    ann.put_schema(SCHEMA)
    ann.update(attribute("rank", "low"))

    for key, good, bad in (
        ("level", "9223372036854775807", "0"),
        ("level", "1", "1e400"),
        ("rate", "-0.5", "half"),
        ("rate", "null", "nil"),
        ("ready", "true", "True"),
        ("mail", "ann@example.com", "ann"),
        ("rank", "high", "middle"),
        ("level_2", "many", "much"),
        ("count_wins", "3", "three"),
    ):
        assert refusal(ann.update(attribute(key, bad))) == UNPROCESSABLE_VALUE, bad
        assert ann.update(attribute(key, good)).status_code == 204
        assert ann.read(keys=[key]) == [whole(key, good)]


@law("An attribute that the schema does not know is refused where it allows no others, one it requires stays")
def test_schema_tells_which_attributes_there_are(ann: AttributeKeeper) -> None:
    ann.update(attribute("rank", "low"), attribute("other", "1"))
    ann.put_schema(SCHEMA)

    assert refusal(ann.update(attribute("levels", "7"))) == UNPROCESSABLE_VALUE
    assert refusal(ann.update(removing_keys=["rank"])) == UNPROCESSABLE_VALUE
    assert ann.update().status_code == 204
    # What stood there before keeps nobody from an update of something else.
    assert ann.update(attribute("level", "7")).status_code == 204
    assert ann.update(removing_keys=["other"]).status_code == 204

    assert ann.read() == [whole("level", "7"), whole("rank", "low")]


@law("Where one attribute breaks the schema, none of the update is written or removed")
def test_breach_of_a_schema_undoes_the_update(ann: AttributeKeeper) -> None:
    ann.update(attribute("old", "1"), attribute("level", "2"))
    ann.put_schema(LEVEL)

    answer = ann.update(attribute("new", "1"), attribute("level", "0"), removing_keys=["old"])

    assert refusal(answer) == UNPROCESSABLE_VALUE
    assert ann.read() == [whole("level", "2"), whole("old", "1")]


@law("A schema that is not valid, is nested, or refers to another is refused, and the old one stays")
def test_wrong_schema_is_refused(ann: AttributeKeeper) -> None:
    ann.put_schema(LEVEL)

    for schema in WRONG:
        assert refusal(ann.put_schema(schema)) == INVALID_ATTRIBUTES_SCHEMA, schema

    assert ann.schema() == LEVEL


@law("A schema may name addresses, and none of them is asked for anything", security=True)
@pytest.mark.needs("receive_webhooks")
def test_schema_leads_to_no_other_server(ann: AttributeKeeper, partner_receiver: CallbackServer) -> None:
    address = partner_receiver.url("/schema")
    for schema in (
        {"$schema": address},
        {"$id": address},
        {"properties": {"level": {"$schema": address, "$id": address}}},
        {"properties": {"level": {"const": {"$ref": address}}}},
        {"definitions": {"level": {"$ref": address}}},
        {"contentSchema": {"$ref": address}},
    ):
        ann.put_schema(schema)
        ann.update(attribute("level", "7"))

    assert partner_receiver.requests == []


@law("Every refusal of the calls about the schema is flat, whatever its status")
def test_refusals_are_flat(ann: AttributeKeeper) -> None:
    http, path = ann.jwt_client.http, f"/project/{ann.jwt_client.project_id}/attribute_schema"
    mine = {SERVER_HEADER: ann.server_token}
    nowhere = "/project/00000000-0000-4000-8000-000000000000/attribute_schema"
    answers = {
        INVALID_ATTRIBUTES_TOKEN: http.put(path, json={}, headers={SERVER_HEADER: "nobody's"}),
        UNREADABLE_BODY: http.put(path, json=[], headers=mine),
        MISSING_VALUE: http.put(path, headers=mine),
        UNSUPPORTED_MEDIA_TYPE: http.put(path, data={"type": "object"}, headers=mine),
        NOT_FOUND: http.get(nowhere, headers=mine),
        INVALID_ATTRIBUTES_SCHEMA: http.put(path, json={"type": 7}, headers=mine),
    }

    for wanted, answer in answers.items():
        assert (answer.status_code, answer.json()["error_code"]) == wanted
        assert answer.json().keys() == {"error_code", "error_description"}
