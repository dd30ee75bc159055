"""Queries are RFC 9535 JSONPath."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.document.query import Query, QueryError

TEXTS = ["a", "b", "Ж", "ж", "ab", "1", "-", "]", "^", ".", "\n", "\r", "\u2028", "😀", "aaa"]


def select(text: str, document: Any) -> list[Any]:
    return [node.obj for node in Query.compile(text).nodes(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$", [{"a": [1, 2, 3], "b": {"a": None}}]),
        ("$.a[0]", [1]),
        ("$['a'][-1]", [3]),
        ('$["b"]', [{"a": None}]),
        ("$.a[1:]", [2, 3]),
        ("$.a[::-1]", [3, 2, 1]),
        ("$.*", [[1, 2, 3], {"a": None}]),
        ("$..a", [[1, 2, 3], None]),
        ("$.a[0, 2]", [1, 3]),
        ("$.a[?@ > 1 && @ != 3]", [2]),
        ("$.a[?!(@ < 2) || @ == 1]", [1, 2, 3]),
        ("$[?@.a == null]", [{"a": None}]),
        ("$[?length(@) == 3]", [[1, 2, 3]]),
        ("$[?count(@.*) == 1]", [{"a": None}]),
        ("$.a[?@ == value($.a[1])]", [2]),
        ("$.b[0]", []),
        ("$.a.x", []),
    ],
)
def test_every_selector_selects(text: str, expected: list[Any]) -> None:
    assert select(text, {"a": [1, 2, 3], "b": {"a": None}}) == expected


def test_a_name_may_hold_any_character_beyond_ascii() -> None:
    assert select("$.ключ.😀._1", {"ключ": {"😀": {"_1": 1}}}) == [1]


@pytest.mark.parametrize("text", ["$.t[0]", "$.t[0:2]", "$.t[::-1]", "$..[1:]", "$.t[*]", "$[?@[0:1]]"])
def test_a_text_has_no_entries(text: str) -> None:
    assert select(text, {"t": "text"}) == []


def test_each_node_is_selected_once() -> None:
    assert select("$[0, -2, 0, 1]", ["x", "y"]) == ["x", "y"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a.b",
        "@",
        "$.",
        "$..",
        "$[",
        "$[]",
        "$.a ",
        " $",
        "$.a[01]",
        "$.a[-0]",
        "$[9007199254740992]",
        "$['a]",
    ],
)
def test_what_the_grammar_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match=r"^no JSONPath"):
        Query.compile(text)


@pytest.mark.parametrize(
    "text",
    [
        "$.x-y",
        "$[?@.x-y]",
        "$ | $",
        "$ & $",
        "$.~a",
        "^.a",
        "$[a]",
        "$[?@ in [1]]",
        "$[?@ =~ /x/]",
        "$[?@.a and @.b]",
        "$[?not @.a]",
        "$[?@.a == True]",
        "$[?@.a == undefined]",
        "$[?#=='a']",
        "$[?_.a]",
        "$[?keys(@)]",
        "$[?typeof(@) == 'string']",
        "$[?startswith(@, 'a')]",
    ],
)
def test_extensions_of_other_tools_are_refused(text: str) -> None:
    with pytest.raises(QueryError, match=r"^no JSONPath: .+ at character [0-9]+$"):
        Query.compile(text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a", "a"),
        ("a|b", "a b"),
        ("(a|b){2}", "ab"),
        ("a{2,}", "aaa"),
        ("a{1,2}", "a"),
        ("[a-c]+b?", "a b ab aaa"),
        ("[^a]", "b Ж ж 1 - ] ^ . \n \r \u2028 😀"),
        ("[a.]", "a ."),
        ("[a&&^||~~]", "a ^"),
        ("[-a]", "a -"),
        ("[a-]", "a -"),
        (r"[\]\^]", "] ^"),
        (r"\.|\-|\n", "- . \n"),
        (r"\p{Lu}", "Ж"),
        (r"\p{L}", "a b Ж ж"),
        (r"[\p{Nd}\p{Pd}]", "1 -"),
        (r"[^\P{Ll}]", "a b ж"),
        (r"\P{L}", "1 - ] ^ . \n \r \u2028 😀"),
        (".", "a b Ж ж 1 - ] ^ . \u2028 😀"),
        ("^a$", "a"),
    ],
)
def test_match_takes_an_i_regexp(pattern: str, expected: str) -> None:
    written = pattern.replace("\\", "\\\\")
    assert select(f"$[?match(@, '{written}')]", TEXTS) == expected.split(" ")


def test_search_finds_within_a_text() -> None:
    texts = ["xab", "b\u2028", "\n", "", 1, None]
    assert select("$[?search(@, 'a.')]", texts) == ["xab"]
    assert select("$[?search(@, '.$')]", texts) == ["xab", "b\u2028"]
    assert select("$[?search(@, $[1])]", texts) == ["b\u2028"]


@pytest.mark.parametrize(
    "pattern",
    [
        "*a",
        "(a",
        "a)",
        "[",
        "[]",
        "[b-a]",
        r"\p{Xx}",
    ],
)
def test_what_is_no_regular_expression_matches_nothing(pattern: str) -> None:
    written = pattern.replace("\\", "\\\\")
    assert select(f"$[?search(@, '{written}')]", [*TEXTS, "aa", ""]) == []


def test_a_document_is_searched_to_a_depth_of_hundreds() -> None:
    document: Any = {"x": 1}
    for _ in range(120):
        document = {"a": [document]}
    assert select("$..x", document) == [1]
    for _ in range(400):
        document = {"a": [document]}
    with pytest.raises(QueryError, match=r"^the document is nested too deeply$"):
        select("$..x", document)
