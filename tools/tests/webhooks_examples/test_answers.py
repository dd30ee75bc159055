from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator
from xsolla_login_client import webhooks
from xsolla_login_client.models import PartnerAnswer, PartnerAttribute

from login_contract import resources

DESCRIPTION = json.loads(resources.path("generated/openapi/login.json").read_text("utf-8"))
ANSWER = Draft202012Validator(DESCRIPTION | {"$ref": "#/components/schemas/PartnerAnswer"})
REFUSAL = Draft202012Validator(DESCRIPTION | {"$ref": "#/components/schemas/PartnerRefusal"})

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
numbers = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
names = texts.filter(lambda name: name not in ("attributes", "error"))
json_values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)
attributes = st.lists(
    st.fixed_dictionaries(
        {
            "key": st.from_regex(r"[A-Za-z0-9_-]{1,256}", fullmatch=True),
            "value": texts | numbers | st.booleans() | st.none(),
        },
        optional={
            "attr_type": st.sampled_from(["client", "server"]),
            "permission": st.sampled_from(["public", "private", None]),
            "read_only": st.sampled_from([True, False, "true", "false"]),
        },
    ),
    max_size=5,
    unique_by=lambda attribute: attribute["key"],
)


@given(attributes, st.dictionaries(names, json_values, max_size=5))
def test_what_is_accepted_is_as_described_and_says_the_same(
    given_attributes: list[dict[str, Any]], data: dict[str, Any]
) -> None:
    # How many characters a free JSON has, counted in another way than the library does.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        answer = webhooks.accept(given_attributes, data)
    except webhooks.AnswerError:
        longest = max(
            (len(one["value"]) for one in given_attributes if isinstance(one["value"], str)), default=0
        )
        assert len(text) > 1000 or longest > 256
        return
    assert len(text) <= 1000
    ANSWER.validate(json.loads(json.dumps(answer)))
    assert answer.pop("attributes", []) == given_attributes
    assert answer == data


def test_nothing_to_tell_is_an_empty_object() -> None:
    assert webhooks.accept() == {}


def test_attributes_may_be_models() -> None:
    attribute = PartnerAttribute(key="company", value="facebook-promo", attr_type="server", permission=None)
    answer = webhooks.accept([attribute])
    assert answer["attributes"][0]["key"] == "company"
    ANSWER.validate(answer)
    assert PartnerAnswer.from_dict(answer).attributes == [attribute]


@pytest.mark.parametrize("character", ["a", "é", "\N{GRINNING FACE}", "\\", '"', "\n"])
def test_the_free_json_may_have_1000_characters_and_no_more(character: str) -> None:
    width = len(json.dumps(character, ensure_ascii=False)) - 2
    data = {"text": character * (500 // width), "pad": ""}
    data["pad"] = "x" * (1000 - len(json.dumps(data, ensure_ascii=False, separators=(",", ":"))))
    attribute = {"key": "key", "value": "v" * 256}
    assert webhooks.accept([attribute], data)["text"] == data["text"]
    data["pad"] += "x"
    with pytest.raises(webhooks.AnswerError, match="1001 characters, at most 1000"):
        webhooks.accept(data=data)


@pytest.mark.parametrize(
    "change",
    [
        {"key": ""},
        {"key": "a" * 257},
        {"key": "a b"},
        {"key": "a\n"},
        {"key": "é"},
        {"key": "٣"},
        {"key": 1},
        {"key": None},
        {"value": "v" * 257},
        {"value": []},
        {"value": {}},
        {"value": float("nan")},
        {"value": 2**63},
        {"value": "\0"},
        {"value": "\ud83d"},
        {"attr_type": "admin"},
        {"attr_type": None},
        {"permission": ""},
        {"permission": "Private"},
        {"read_only": 1},
        {"read_only": None},
        {"read_only": "yes"},
        {"readonly": True},
    ],
)
def test_an_attribute_that_breaks_a_rule_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(webhooks.AnswerError, match="attributes"):
        webhooks.accept([{"key": "key", "value": "value"} | change])


def test_an_attribute_needs_both_key_and_value() -> None:
    for attribute in ({"key": "key"}, {"value": "value"}, {}):
        with pytest.raises(webhooks.AnswerError, match="attributes"):
            webhooks.accept([attribute])


def test_two_attributes_cannot_have_one_key() -> None:
    twice = [{"key": "a", "value": "1"}, {"key": "a", "value": "1", "attr_type": "server"}]
    with pytest.raises(webhooks.AnswerError, match="two have the key a"):
        webhooks.accept(twice)
    webhooks.accept([{"key": "a", "value": "1"}, {"key": "A", "value": "1"}])


@pytest.mark.parametrize(
    "data",
    [
        {"attributes": []},
        {"error": {"code": "1", "description": "no"}},
        {"a": {1, 2}},
        {"a": object()},
        {"a": float("inf")},
        {"a": 2**63},
        {"a": "\0"},
        {"a": "\udc00"},
        {1: "a"},
        {"a": {None: 1}},
        {"a": json.loads("[" * 70 + "]" * 70)},
    ],
)
def test_what_the_login_server_could_not_keep_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(webhooks.AnswerError, match="data"):
        webhooks.accept(data=data)


def test_a_circle_is_refused() -> None:
    data: dict[str, Any] = {}
    data["again"] = data
    with pytest.raises(webhooks.AnswerError, match="nested too deep"):
        webhooks.accept(data=data)


def test_an_answer_that_the_login_server_would_not_read_to_its_end_is_refused() -> None:
    many = [{"key": f"key-{number}", "value": "v" * 256} for number in range(250)]
    with pytest.raises(webhooks.AnswerError, match="65536 bytes"):
        webhooks.accept(many)
    webhooks.accept(many[:200])


def test_the_answer_shares_nothing_with_what_was_given() -> None:
    data = {"list": [1]}
    answer = webhooks.accept(data=data)
    data["list"].append(2)
    assert answer == {"list": [1]}


def test_a_refusal_is_as_described() -> None:
    answer = webhooks.refuse("011-002", "The new password was used before.")
    assert answer == {"error": {"code": "011-002", "description": "The new password was used before."}}
    REFUSAL.validate(answer)
    REFUSAL.validate(webhooks.refuse("c" * 64, "d" * 1000))


@pytest.mark.parametrize(("code", "description"), [("", "d"), ("c" * 65, "d"), ("c", ""), ("c", "d" * 1001)])
def test_a_refusal_out_of_bounds_is_a_mistake(code: str, description: str) -> None:
    with pytest.raises(ValueError, match="characters"):
        webhooks.refuse(code, description)
    with pytest.raises(ValueError, match="characters"):
        webhooks.Refusal(code, description)
