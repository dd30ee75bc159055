from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from login_contract.description.model import described
from login_contract.partner_suite import answer_rules
from login_contract.partner_suite.deliveries import RecordedAnswer
from login_contract.suite.reporting.exchange import Exchange

EMOJI = "👩‍🚀"


def answer(body: Any, *, status: int = 200, media_type: str = "application/json") -> RecordedAnswer:
    content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    return RecordedAnswer(
        status=status,
        headers=httpx.Headers({"content-type": media_type}),
        content=content,
        exchange=Exchange(method="POST", url="http://x", answer=content.decode("utf-8", "replace")),
    )


def problems(given: RecordedAnswer) -> list[str]:
    """Return everything that any rule finds."""
    single = (
        answer_rules.wrong_status,
        answer_rules.redirect,
        answer_rules.wrong_media_type,
        answer_rules.not_utf8,
        answer_rules.no_object,
        answer_rules.oversized,
        answer_rules.too_much_free_json,
        answer_rules.repeated_keys,
        answer_rules.wrong_error,
    )
    found = [rule(given) for rule in single]
    for aspect in ("key", "value", "other"):
        found += answer_rules.wrong_attributes(given, aspect)
    return [problem for problem in found if problem]


def attribute(**changed: Any) -> dict[str, Any]:
    return {"key": "tier", "value": "gold", **changed}


@pytest.mark.parametrize("sample", described("partner").schema("PartnerAnswer")["examples"])
def test_documented_answers_are_right(sample: Any) -> None:
    assert problems(answer(sample)) == []
    assert problems(answer(sample, status=201)) == []


def test_a_key_that_is_too_long_is_told_once_with_the_reason() -> None:
    (problem,) = problems(answer({"attributes": [attribute(key="k" * 300)]}))

    assert problem.startswith('answered attributes[0].key = "kkk')
    assert problem.endswith("(302 characters): is longer than 256 characters")


def test_two_wrong_keys_are_told_each() -> None:
    assert len(problems(answer({"attributes": [attribute(key="a b"), attribute(key="")]}))) == 2


@pytest.mark.parametrize("sample", described("partner").schema("PartnerRefusal")["examples"])
def test_documented_refusal_is_right(sample: Any) -> None:
    assert problems(answer(sample, status=400)) == []


def test_empty_204_and_server_errors_are_right() -> None:
    assert problems(answer(b"", status=204, media_type="")) == []
    assert problems(answer(b"<html>", status=503, media_type="text/html")) == []


@pytest.mark.parametrize("character", ["x", "é", "🎮"])
@pytest.mark.parametrize("attributes", [{}, {"attributes": [attribute()]}])
def test_free_json_counts_code_points_without_spaces_and_attributes(
    character: str, attributes: dict[str, Any]
) -> None:
    frame = len('{"a":"","b":[1,2]}')
    free = {"a": character * (1000 - frame), "b": [1, 2]}

    assert problems(answer({**free, **attributes})) == []
    assert problems(answer({**free, **attributes, "a": character * (1001 - frame)})) == [
        "answered 1001 characters of JSON beside `attributes` (written without spaces; up to 1000 are kept)"
    ]


def test_emoji_of_several_code_points_count_as_several() -> None:
    frame = len('{"a":""}')
    times = (1000 - frame) // len(EMOJI)

    assert problems(answer({"a": EMOJI * times})) == []
    assert problems(answer({"a": EMOJI * (times + 1)})) != []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (answer({}, status=202), "answered with 202"),
        (answer({"error": {"code": "1", "description": "x"}}, status=409), "answered with 409"),
        (answer(b"", status=302, media_type=""), "redirected to nowhere with 302"),
        (answer(b"{}", media_type="text/plain"), "as text/plain"),
        (answer(b"{}", media_type=""), "without a media type"),
        (answer(b"<h1>No</h1>", status=400, media_type="text/html"), "as text/html"),
        (answer(b"{}", status=204), "answered 204 with a body"),
        (answer([]), "JSON that is no object"),
        (answer(b'"ok"'), "JSON that is no object"),
        (answer(b""), "answered 200 with nothing"),
        (answer(b"{'a': 1}"), "which is no JSON object"),
        (answer(b'{"a": NaN}'), "which is no JSON object"),
        (answer(b'{"a": "\xff"}'), "is not UTF-8: byte 0xff at position 7"),
        (answer({"attributes": [attribute(key="a b")]}), 'attributes[0].key = "a b"'),
        (answer({"attributes": [attribute(key="")]}), "attributes[0].key"),
        (answer({"attributes": [{"value": "x"}]}), "attributes[0].key"),
        (answer({"attributes": [attribute(value="x" * 257)]}), "attributes[0].value"),
        (answer({"attributes": [attribute(value=[1])]}), "attributes[0].value = [1]: a value is a text"),
        (answer({"attributes": [attribute(value={})]}), "never an object or a list"),
        (answer({"attributes": [{"key": "x"}]}), "attributes[0].value"),
        (answer({"attributes": [attribute(attr_type="admin")]}), "attributes[0].attr_type"),
        (answer({"attributes": [attribute(permission="secret")]}), "attributes[0].permission"),
        (answer({"attributes": [attribute(read_only="yes")]}), "attributes[0].read_only"),
        (answer({"attributes": ["tier"]}), "attributes[0]"),
        (answer({"attributes": {}}), "attributes"),
        (answer({"attributes": None}), "attributes"),
        (answer({"attributes": [attribute(), attribute(attr_type="server")]}), "with the key tier"),
        (answer({"error": {"description": "x"}}, status=400), "refused with"),
        (answer({"error": {"code": 1, "description": "x"}}, status=400), "error.code"),
        (answer({"error": "x"}, status=400), "refused with"),
        (answer([], status=400), "no JSON object"),
    ],
)
def test_one_wrong_thing_breaks_one_rule(given: RecordedAnswer, expected: str) -> None:
    [problem] = problems(given)

    assert expected in problem


@pytest.mark.parametrize(
    "changed",
    [
        {"read_only": "true"},
        {"permission": None},
        {"value": 4.5},
        {"value": ""},
        {"value": None},
        {"value": True},
    ],
)
def test_lenient_forms_of_attributes_are_right(changed: dict[str, Any]) -> None:
    assert problems(answer({"attributes": [attribute(**changed)]})) == []
