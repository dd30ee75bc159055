"""What the TypeScript client builds to answer with."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.webhooks_examples.node_webhooks import NodeWebhooks, Thrown
from tests.webhooks_examples.test_answers import ANSWER, REFUSAL, names, texts

ACCEPT = "return webhooks.accept(given)"


def accept(node_webhooks: NodeWebhooks, **told: Any) -> Any:
    return node_webhooks.run(ACCEPT, told)


# Numbers that both languages write as the same integer, or both with an exponent.
numbers = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False).filter(
    lambda number: not 2**63 <= abs(number) < 1e21
)
attributes = st.lists(
    st.fixed_dictionaries(
        {
            "key": st.from_regex(r"[A-Za-z0-9_-]{1,256}", fullmatch=True),
            "value": texts | numbers | st.booleans() | st.none(),
        }
    ),
    max_size=5,
    unique_by=lambda attribute: attribute["key"],
)
json_values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(attributes, st.dictionaries(names, json_values, max_size=5))
def test_what_is_accepted_is_as_described_and_says_the_same(
    node_webhooks: NodeWebhooks, given_attributes: list[dict[str, Any]], data: dict[str, Any]
) -> None:
    answer = accept(node_webhooks, attributes=given_attributes, data=data)

    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if isinstance(answer, Thrown):
        longest = max((len(str(one["value"])) for one in given_attributes), default=0)
        # The two languages write some numbers in other ways.
        assert len(text) > 900 or longest > 256
        return
    ANSWER.validate(answer)
    told = answer.pop("attributes", [])
    assert [as_numbers(each) for each in told] == [as_numbers(each) for each in given_attributes]
    assert as_numbers(answer) == as_numbers(data)


def as_numbers(value: Any) -> Any:
    """A JSON value as JavaScript holds it: every number is a float, and zero has no sign."""
    if isinstance(value, dict):
        return {name: as_numbers(part) for name, part in value.items()}
    if isinstance(value, list):
        return [as_numbers(part) for part in value]
    return float(value) + 0.0 if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def test_nothing_to_tell_is_an_empty_object(node_webhooks: NodeWebhooks) -> None:
    assert node_webhooks.run("return webhooks.accept()") == {}
    assert accept(node_webhooks, attributes=[], data={}) == {}


@pytest.mark.parametrize("character", ["a", "é", "\N{GRINNING FACE}", "\\", '"', "\n"])
def test_the_free_json_may_have_1000_characters_and_no_more(
    node_webhooks: NodeWebhooks, character: str
) -> None:
    width = len(json.dumps(character, ensure_ascii=False)) - 2
    data = {"text": character * (500 // width), "pad": ""}
    data["pad"] = "x" * (1000 - len(json.dumps(data, ensure_ascii=False, separators=(",", ":"))))
    attribute = {"key": "key", "value": "\N{GRINNING FACE}" * 256}
    assert accept(node_webhooks, attributes=[attribute], data=data)["text"] == data["text"]
    data["pad"] += "x"
    found = accept(node_webhooks, data=data)
    assert (found.name, found.message) == ("AnswerError", "data: 1001 characters, at most 1000 are kept")


@pytest.mark.parametrize(
    "change",
    [
        'key: ""',
        'key: "a".repeat(257)',
        'key: "a b"',
        'key: "a\\n"',
        'key: "é"',
        'key: "٣"',
        "key: 1",
        "key: null",
        "key: undefined",
        'value: "v".repeat(257)',
        "value: []",
        "value: {}",
        "value: NaN",
        "value: 2 ** 63",
        "value: 1n",
        "value: undefined",
        'value: "\\0"',
        'value: "\\ud83d"',
        'attr_type: "admin"',
        "attr_type: null",
        'permission: ""',
        'permission: "Private"',
        "read_only: 1",
        "read_only: null",
        'read_only: "yes"',
        "readonly: true",
        "toString: true",
    ],
)
def test_an_attribute_that_breaks_a_rule_is_refused(node_webhooks: NodeWebhooks, change: str) -> None:
    script = f'return webhooks.accept({{ attributes: [{{ key: "key", value: "value", {change} }}] }})'
    found = node_webhooks.run(script)

    assert found.name == "AnswerError"
    assert found.message.startswith("attributes: ")


@pytest.mark.parametrize(
    "data",
    [
        "{ attributes: [] }",
        '{ error: { code: "1", description: "no" } }',
        "{ a: new Set([1]) }",
        "{ a: new Date() }",
        "{ a: () => 1 }",
        "{ a: 1n }",
        "{ a: [undefined] }",
        "{ a: Infinity }",
        "{ a: 2 ** 63 }",
        '{ a: "\\0" }',
        '{ a: "\\udc00" }',
        '{ "\\udc00": 1 }',
        '{ a: JSON.parse("[".repeat(70) + "]".repeat(70)) }',
        "(() => { const circle = {}; circle.again = circle; return circle; })()",
    ],
)
def test_what_the_login_server_could_not_keep_is_refused(node_webhooks: NodeWebhooks, data: str) -> None:
    found = node_webhooks.run(f"return webhooks.accept({{ data: {data} }})")

    assert found.name == "AnswerError"
    assert found.message.startswith("data")


def test_what_is_undefined_is_not_told(node_webhooks: NodeWebhooks) -> None:
    assert node_webhooks.run("return webhooks.accept({ data: { a: undefined, b: 1 } })") == {"b": 1}


def test_two_attributes_cannot_have_one_key(node_webhooks: NodeWebhooks) -> None:
    twice = [{"key": "a", "value": "1"}, {"key": "a", "value": "1", "attr_type": "server"}]

    found = accept(node_webhooks, attributes=twice)
    assert found == Thrown("AnswerError", "AnswerError", "attributes: two have the key a")
    apart = [{"key": "a", "value": 1}, {"key": "A", "value": None, "permission": None}]
    assert accept(node_webhooks, attributes=apart) == {"attributes": apart}


def test_an_answer_that_the_login_server_would_not_read_to_its_end_is_refused(
    node_webhooks: NodeWebhooks,
) -> None:
    many = [{"key": f"key-{number}", "value": "v" * 256} for number in range(250)]

    assert accept(node_webhooks, attributes=many).message == "the answer is larger than 65536 bytes"
    assert len(accept(node_webhooks, attributes=many[:200])["attributes"]) == 200


def test_the_answer_shares_nothing_with_what_was_given(node_webhooks: NodeWebhooks) -> None:
    script = """
        const data = { list: [1] };
        const answer = webhooks.accept({ data });
        data.list.push(2);
        return answer;
    """
    assert node_webhooks.run(script) == {"list": [1]}


def test_a_refusal_is_as_described(node_webhooks: NodeWebhooks) -> None:
    answer = node_webhooks.run('return webhooks.refuse("011-002", "The new password was used before.")')

    assert answer == {"error": {"code": "011-002", "description": "The new password was used before."}}
    REFUSAL.validate(answer)
    REFUSAL.validate(node_webhooks.run('return webhooks.refuse("c".repeat(64), "😀".repeat(1000))'))


@pytest.mark.parametrize(
    "given_texts", ['"", "d"', '"c".repeat(65), "d"', '"c", ""', '"c", "d".repeat(1001)']
)
def test_a_refusal_out_of_bounds_is_a_mistake(node_webhooks: NodeWebhooks, given_texts: str) -> None:
    for script in (f"webhooks.refuse({given_texts})", f"new webhooks.Refusal({given_texts})"):
        assert node_webhooks.run(script).kind == "RangeError"
