"""Attributes on both databases: their order, their number, and what their values mean."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from login_contract.mock.domain import attribute_schema
from login_contract.mock.domain.attribute_update import MOST_ATTRIBUTES, as_json
from login_contract.mock.run import EmbeddedMock
from login_contract.suite.actors.attribute_keeper import AttributeKeeper
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.judging.refusals import INVALID_VALUE, UNPROCESSABLE_VALUE
from tests.mock.game import Game
from tests.mock.partners import partners_of

PER_UPDATE = 100


def update(game: Game, token: str, *given: tuple[str, str], **asked: Any) -> httpx.Response:
    attributes = [{"key": key, "value": value} for key, value in given]
    body = {"attributes": attributes, **asked}
    return game.call("POST", "/attributes/users/me/update", body=body, bearer=token)


def read(game: Game, token: str, **asked: Any) -> list[dict[str, Any]]:
    answer = game.call("POST", "/attributes/users/me/get", body=asked, bearer=token)
    return list(answer.json())


def test_attributes_come_in_the_order_of_their_characters(game: Game) -> None:
    token = game.token_by_code("gamer@example.com")
    keys = ["a", "B", "_", "Z", "b", "a_b", "aB", "0", "A"]
    assert update(game, token, *((key, "") for key in keys)).status_code == 204
    assert [each["key"] for each in read(game, token)] == sorted(keys)


def test_a_game_may_have_the_largest_id(game: Game) -> None:
    token = game.token_by_code("gamer@example.com")
    largest = 2**53 - 1
    assert update(game, token, ("level", "7"), publisher_project_id=largest).status_code == 204
    assert [each["value"] for each in read(game, token, publisher_project_id=largest)] == ["7"]
    assert read(game, token, publisher_project_id=largest - 1) == read(game, token) == []
    for too_large in (largest + 1, 1e300):
        answer = update(game, token, ("level", "8"), publisher_project_id=too_large)
        assert refusal(answer) == INVALID_VALUE
    (user,) = game.control.users(game.project_id)
    assert user["attributes"] == [
        {
            "key": "level",
            "value": "7",
            "attr_type": "client",
            "permission": "private",
            "read_only": False,
            "publisher_project_id": largest,
        }
    ]


def test_a_user_has_a_thousand_attributes_at_most(game: Game) -> None:
    token = game.token_by_code("gamer@example.com")
    for first in range(0, MOST_ATTRIBUTES, PER_UPDATE):
        given = [(f"k{number}", "") for number in range(first, first + PER_UPDATE)]
        asked = {"publisher_project_id": 7} if first else {}
        assert update(game, token, *given, **asked).status_code == 204
    assert refusal(update(game, token, ("one_more", ""))) == UNPROCESSABLE_VALUE
    assert update(game, token, ("one_more", ""), removing_keys=["k0"]).status_code == 204
    assert update(game, token, ("k1", "changed")).status_code == 204
    assert len(read(game, token)) == PER_UPDATE


def test_a_search_takes_no_letter_for_another(mock: EmbeddedMock, private_key: str) -> None:
    with partners_of(mock, private_key=private_key, storage="xsolla", webhooks={}) as make:
        oauth_client = make().oauth_client
        values = ["Seven", "seven", "sevén", "s%n", "s_n", "", " "]
        people = {value: AttributeKeeper.at(oauth_client, f"user{n}") for n, value in enumerate(values)}
        for value, person in people.items():
            person.update({"key": "word", "value": value})
        (server, *_) = people.values()
        for text in ("seve", "%", "_", "É", "", " ", "s"):
            found = server.search("word", value=text, search_type="like")
            wanted = [person.user_id for value, person in people.items() if text in value]
            assert [each["user_id"] for each in found["users"]] == wanted
            equal = [each["user_id"] for each in server.search("word", value=text)["users"]]
            assert equal == [person.user_id for value, person in people.items() if value == text]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("-7.5", -7.5),
        ("true", True),
        ("null", None),
        (" 7", " 7"),
        ("07", "07"),
        ("NaN", "NaN"),
        ("1" * 30, "1" * 30),
        ("[" * 200, "[" * 200),
        ("", ""),
    ],
)
def test_a_value_is_read_as_json_where_it_is_some(text: str, value: Any) -> None:
    assert as_json(text, ("integer",)) == value
    assert type(as_json(text, ("integer",))) is type(value)
    assert as_json(text, ("integer", "string")) == text


def test_patterns_of_a_schema_are_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[Any] = []
    sound = attribute_schema._validator

    def validator(schema: dict[str, Any]) -> Any:
        compiled.append(schema)
        return sound(schema)

    monkeypatch.setattr(attribute_schema, "_validator", validator)
    patterns = [f"^level-{number}-" for number in range(20)]
    schema = json.dumps({"patternProperties": {each: {"type": "integer"} for each in patterns}})

    values = {f"level-{number}-of-it": "7" for number in range(30)}
    for _ in range(3):
        assert attribute_schema.breach(schema, {**values, "level-19-": "8"}, {"level-19-"}) is None
    broken = attribute_schema.breach(schema, {**values, "level-19-": "eight"}, {"level-19-"})

    assert broken is not None
    assert broken[0] == "level-19-"
    assert len(compiled) == len(patterns) + 1
