"""Attributes of a user: what was written is what is told, whole or not at all, of one game or of all."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.suite.actors.attribute_keeper import AttributeKeeper, whole
from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.judging.refusals import (
    ATTRIBUTES_OF_NOBODY,
    INVALID_VALUE,
    MISSING_VALUE,
    UNPROCESSABLE_VALUE,
)

from .attributes import GAME, OTHER_GAME, attribute

law = pytest.mark.law
LONGEST = 256
NOBODY = "00000000-0000-4000-8000-000000000000"
ODD_VALUES = (
    "",
    " ",
    " padded ",
    "0",
    "007",
    "null",
    '{"level": [7]}',
    "Zażółć gęślą jaźń",
    "日本語のレベル",
    "مستوى اللاعب",
    "e\u0301 and é",
    "👩‍👩‍👧‍👦" * 23,
    "x" * LONGEST,
    "𝒳" * LONGEST,
    "%_\\'\"; DROP TABLE attributes; --",
)
ODD_KEYS = (
    "a",
    "A",
    "_",
    "0",
    "00",
    "level",
    "Level",
    "level_",
    "level1",
    "k" * 255,
    "k" * 256,
    "k" * 255 + "l",
)


@pytest.fixture
def ann(oauth_client: OAuthClient) -> AttributeKeeper:
    return AttributeKeeper.at(oauth_client)


@law("What an update was given is told as it was given, by the client and by the server")
def test_update_is_told_as_it_was_given(ann: AttributeKeeper) -> None:
    given = [
        attribute(f"k{number:02d}", value, permission="public") for number, value in enumerate(ODD_VALUES)
    ]

    assert ann.update(*given).status_code == 204

    told = [whole(**each) for each in given]
    assert ann.read() == told
    assert ann.seen() == told
    assert ann.read(read_only=True) == []


@pytest.mark.needs("configure")
@law("Keys that differ in one character, in case or in length are two, and each keeps its own value")
def test_keys_count_in_their_whole_length_and_spelling(ann: AttributeKeeper) -> None:
    given = {key: f"value of {number}" for number, key in enumerate(ODD_KEYS)}

    assert ann.update(*(attribute(key, value) for key, value in given.items())).status_code == 204

    assert {each["key"]: each["value"] for each in ann.read()} == given
    for key, value in given.items():
        assert ann.read(keys=[key]) == [whole(key, value)]


@pytest.mark.needs("configure")
@law("What a server tells of an attribute beside its value is told, and kept when a client changes the value")
def test_server_tells_what_an_attribute_is(ann: AttributeKeeper) -> None:
    told = {"data_type": "integer", "description": "How far\nthe hero came", "format": "int32"}

    assert ann.serve(attribute("level", "7", permission="public", **told)).status_code == 204
    assert ann.read() == [whole("level", "7", permission="public", **told)]
    assert ann.update(attribute("level", "-8")).status_code == 204

    assert ann.read() == ann.seen() == [whole("level", "-8", permission="public", **told)]


@law("A value that is not the text of its attribute's type or format is refused, and the old one stays")
def test_value_is_of_its_type(ann: AttributeKeeper) -> None:
    types: list[tuple[str, dict[str, str], str, list[str]]] = [
        ("integer", {"data_type": "integer"}, "48582", ["abc", "", "7.5", "0x10", " 7", "07", "true"]),
        ("number", {"data_type": "number"}, "-7.5", ["seven", "7,5", "NaN", "1_000"]),
        ("truth", {"data_type": "boolean"}, "false", ["False", "0", "no", ""]),
        ("time", {"format": "date-time"}, "2017-01-01T00:00:00Z", ["yesterday", "2017-01-01"]),
        ("id", {"format": "uuid"}, NOBODY, ["nobody"]),
        ("mail", {"format": "email"}, "ann@example.com", ["ann"]),
    ]
    for key, told, good, bad in types:
        assert ann.serve(attribute(key, good, **told)).status_code == 204
        for value in bad:
            assert refusal(ann.update(attribute(key, value))) == UNPROCESSABLE_VALUE, value
            assert refusal(ann.serve(attribute(key, value, **told))) == UNPROCESSABLE_VALUE, value

    assert ann.read() == sorted(
        (whole(key, good, **told) for key, told, good, _ in types), key=lambda each: each["key"]
    )


@law("An id that nobody has is told apart from a user without attributes")
def test_nobody_has_no_attributes(ann: AttributeKeeper) -> None:
    answer = ann.served("get-users-attributes-from-server", path={"user_id": NOBODY})

    assert refusal(answer) == ATTRIBUTES_OF_NOBODY
    assert ann.seen() == []


@law("An update removes what it names and nothing else; a key that it also writes is kept")
def test_removal(ann: AttributeKeeper) -> None:
    ann.update(*(attribute(key) for key in ("a", "aa", "A", "b", "c")))

    assert (
        ann.update(removing_keys=["a", "missing", "b"], attributes=[attribute("b", "8")]).status_code == 204
    )

    assert ann.read() == [whole("A", "7"), whole("aa", "7"), whole("b", "8"), whole("c", "7")]
    assert ann.serve(attributes=None, removing_keys=["c", "A"]).status_code == 204
    assert ann.read() == [whole("aa", "7"), whole("b", "8")]


@law("A game that names no keys, and has no id of its own, is told what is common to all", origin="inferred")
def test_nothing_is_named_by_an_empty_list_or_zero(ann: AttributeKeeper) -> None:
    assert ann.update(attribute("level"), publisher_project_id=0).status_code == 204
    ann.update(attribute("level", "8"), publisher_project_id=GAME)

    assert ann.read(keys=[], publisher_project_id=0) == ann.read() == [whole("level", "7")]
    assert len(ann.seen(keys=[], publisher_project_id=0)) == 2
    assert ann.update(removing_keys=["level"], publisher_project_id=0).status_code == 204
    assert ann.read() == []


@law("Null for the list of attributes, or of keys to remove, is no list")
def test_null_is_no_list(ann: AttributeKeeper) -> None:
    assert ann.update(attribute("level"), removing_keys=None, publisher_project_id=None).status_code == 204
    assert ann.update(attributes=None, removing_keys=["score"]).status_code == 204
    assert ann.update(attributes=None, removing_keys=None).status_code == 204

    assert ann.read(keys=None, user_id=None, publisher_project_id=None) == [whole("level", "7")]


@law("Where one attribute of an update is refused, none is written or removed")
@pytest.mark.parametrize("bad", ["read-only", "not of its type", "given twice"])
def test_update_is_done_whole_or_not_at_all(ann: AttributeKeeper, bad: str) -> None:
    ann.serve(attribute("number", "7", data_type="integer"), attribute("old"), attribute("gone"))
    ann.serve(attribute("locked", "7"), read_only=True)
    held = ann.seen() + ann.seen(read_only=True)
    wrong = {
        "read-only": [attribute("locked", "8")],
        "not of its type": [attribute("number", "eight")],
        "given twice": [attribute("old", "9"), attribute("old", "10")],
    }[bad]

    for attributes in ([attribute("new"), attribute("old", "8"), *wrong], [*wrong, attribute("new")]):
        assert refusal(ann.update(*attributes, removing_keys=["gone"])) == UNPROCESSABLE_VALUE

    assert ann.seen() + ann.seen(read_only=True) == held


@pytest.mark.needs("configure")
@law("What is kept for one game is not told for another, nor where no game is named")
def test_games_are_apart(ann: AttributeKeeper) -> None:
    ann.update(attribute("level", "all"))
    ann.update(attribute("level", "one"), attribute("only", "one"), publisher_project_id=GAME)
    ann.update(attribute("level", "other"), publisher_project_id=OTHER_GAME)

    assert ann.read() == [whole("level", "all")]
    assert ann.read(publisher_project_id=GAME) == [whole("level", "one"), whole("only", "one")]
    assert ann.read(publisher_project_id=OTHER_GAME) == [whole("level", "other")]
    assert [each["value"] for each in ann.seen()] == ["all", "one", "other", "one"]
    assert ann.seen(publisher_project_id=OTHER_GAME) == [whole("level", "other")]

    assert ann.update(removing_keys=["level", "only"]).status_code == 204
    assert ann.read() == []
    assert ann.read(publisher_project_id=GAME) == [whole("level", "one"), whole("only", "one")]


@law("A key or a value that is too long, or has other characters than it may, is refused")
def test_malformed_attribute_is_refused(ann: AttributeKeeper) -> None:
    for wrong in (
        attribute(""),
        attribute("k" * (LONGEST + 1)),
        attribute("custom-id"),
        attribute("a b"),
        attribute("é"),
        attribute("level\n"),
        attribute("level", "v" * (LONGEST + 1)),
        attribute("level", 7),
        attribute("level", permission="secret"),
    ):
        for answer in (ann.update(attribute("good"), wrong), ann.serve(attribute("good"), wrong)):
            assert refusal(answer) == INVALID_VALUE, wrong
    for short in ({"key": "level"}, {"value": "7"}):
        assert refusal(ann.update(attribute("good"), short)) == MISSING_VALUE

    assert ann.read() == []


@pytest.mark.needs("configure")
@law("Every one of many updates at once is done, and none of a client touches what has become read-only")
def test_updates_at_once(ann: AttributeKeeper) -> None:
    ann.update(attribute("level", "0"))
    assert ann.server_token

    def change(number: int) -> Any:
        if number == 5:
            return ann.serve(attribute("level", "server"), read_only=True)
        return ann.update(attribute(f"k{number:02d}", str(number)), attribute("level", str(number)))

    answers = at_once(12, change)

    done = [number for number, answer in enumerate(answers) if answer.status_code == 204]
    refused = [answer for answer in answers if answer.status_code != 204]
    assert {refusal(answer) for answer in refused} <= {UNPROCESSABLE_VALUE}
    assert ann.seen() == [whole(f"k{number:02d}", str(number)) for number in done if number != 5]
    assert ann.seen(read_only=True) == [whole("level", "server")]
