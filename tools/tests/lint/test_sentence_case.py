"""Headings are in sentence case, but for names."""

from __future__ import annotations

import pytest

from lint.sentence_case import findings, headings, unneeded

NAMES = ("OAuth 2.0", "Web", "JSON Web Key Set")


@pytest.mark.parametrize(
    "text",
    [
        "Log in with an SMS",
        "OAuth 2.0 and single sign-on",
        "Read the keys as a JSON Web Key Set",
        "The user's e-mail",
    ],
)
def test_a_sentence_with_names_in_it_is_right(text: str) -> None:
    assert findings({("a",): text}, NAMES) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Log In", "has the capital letter I after its first word"),
        ("Log in with a Code", "has the capital letter C after its first word"),
        ("OAuth 2.0 Login", "has the capital letter L after its first word"),
        ("log in", "begins with no capital letter"),
        ("", "begins with no capital letter"),
        ("Log in.", "ends with a full stop"),
    ],
)
def test_title_case_a_small_first_letter_and_a_full_stop_are_found(text: str, fault: str) -> None:
    (found,) = findings({("a", "summary"): text}, NAMES)

    assert (found.rule, found.pointer) == ("sentence-case", ("a", "summary"))
    assert found.message == f"{text!r} {fault}"


def test_summaries_and_names_of_tags_and_groups_are_headings_and_data_is_none() -> None:
    document = {
        "info": {"summary": "Not one."},
        "actions": [{"target": "$.info", "update": {"summary": "Not one."}}],
        "paths": {
            "/a": {"get": {"summary": "A", "requestBody": {"examples": {"x": {"summary": "Not one"}}}}}
        },
        "webhooks": {"b": {"post": {"summary": "B"}}},
        "tags": [{"name": "c", "x-displayName": "C"}],
        "x-tagGroups": [{"name": "D", "tags": ["c"]}],
        "components": {"schemas": {"E": {"properties": {"summary": {"examples": ["E"]}}}}},
    }

    assert headings(document) == {
        ("paths", "/a", "get", "summary"): "A",
        ("webhooks", "b", "post", "summary"): "B",
        ("tags", "0", "x-displayName"): "C",
        ("x-tagGroups", "0", "name"): "D",
    }


def test_a_name_that_no_heading_has_is_told() -> None:
    assert unneeded(["Log in, OAuth 2.0"], ["OAuth 2.0", "Web"]) == ["names.txt: no heading has Web"]
