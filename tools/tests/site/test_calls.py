"""The page of each call: all that the description says of it, for those who have no JavaScript."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pytest
from attrs import evolve

from login_contract.description.message import FORM
from login_contract.description.model import described
from login_contract.site import refusals
from login_contract.site.calls import fields, index, names
from login_contract.site.calls.document import Calls
from login_contract.site.calls.proofs import proofs
from login_contract.site.samples.sample import Sample
from login_contract.site.table import table

CALLS = Calls.read(described("docs").document)
LOGIN = CALLS.description.operations["auth-by-username-and-password"]
PAGES = {each.operation_id: CALLS.page(each) for each in CALLS.all}


def made(schema: Mapping[str, Any]) -> str:
    return fields.fields(schema)


def test_every_call_and_webhook_has_a_page_of_its_own() -> None:
    assert len({names.page(each) for each in CALLS.all}) == len(CALLS.all)
    for each in CALLS.all:
        shown = f"`{each.label}`" if not each.is_webhook else f"a `{each.method}`"
        assert shown in PAGES[each.operation_id]


def test_every_parameter_field_and_example_is_shown() -> None:
    for each in CALLS.all:
        page = PAGES[each.operation_id]
        assert [one.name for one in each.parameters if f"| `{one.published_name}` |" not in page] == []
        for media_type, media in each.bodies.items():
            inlined = CALLS.description.inlined(media.schema)
            assert [name for name in inlined.get("properties", {}) if f"| `{name}` |" not in page] == []
            written = [
                urlencode(one) if media_type == FORM else json.dumps(one, ensure_ascii=False, indent=2)
                for one in media.examples.values()
            ]
            assert [one for one in written if not one.startswith('"') and one not in page] == []


def test_example_of_a_form_is_shown_as_it_is_sent() -> None:
    asked = "grant_type=client_credentials&client_id=2001&client_secret=mock-server-secret"
    assert f"```\n{asked}\n```" in PAGES["generate-jwt"]


def test_every_refusal_is_shown_with_what_to_do() -> None:
    advice = refusals.advice(CALLS.description.document)
    for operation in CALLS.all:
        page = PAGES[operation.operation_id]
        for each in refusals.refused(CALLS.description.document, operation):
            row = next(
                line
                for line in page.splitlines()
                if line.startswith(f"| {each.status} | [{each.code}](codes.md#{each.code})")
            )
            assert " ".join(advice[each.code].split()).replace("|", "\\|") in row


def test_every_status_is_shown() -> None:
    for operation in CALLS.all:
        page = PAGES[operation.operation_id]
        for status in operation.responses:
            assert f"### {status}\n" in page or f"| {status} |" in page


@pytest.mark.parametrize(("required", "told"), [(True, "It is required."), (False, "It may be left out.")])
def test_page_says_whether_a_body_is_required(required: bool, told: str) -> None:
    body = {**CALLS.description.resolve(LOGIN.definition["requestBody"]), "required": required}
    login = evolve(LOGIN, definition={**LOGIN.definition, "requestBody": body})

    assert f"## Body\n\n{told}\n" in CALLS.page(login)


def test_page_says_what_else_proves_a_call() -> None:
    for each in CALLS.all:
        page = PAGES[each.operation_id]
        assert page.count("\n- Or it needs ") == max(len(each.security) - 1, 0)


def test_page_shows_headers_and_leads_to_calls_that_may_follow() -> None:
    headers, followed = 0, 0
    for each in CALLS.all:
        page = PAGES[each.operation_id]
        _, _, following = page.partition("## What may follow")
        for status, answer in each.responses.items():
            if status[0] not in "45":
                headers += len(answer.headers)
                assert [name for name in answer.headers if f"| `{name}` |" not in page] == []
            described = CALLS.description.resolve(each.definition["responses"][status])
            for link in map(CALLS.description.resolve, described.get("links", {}).values()):
                followed += 1
                assert f"](call-{link['operationId']}.md)" in following
    assert headers
    assert followed


def test_parameter_tells_an_origin_of_its_own_alone() -> None:
    for operation in CALLS.all:
        rows = PAGES[operation.operation_id].partition("## Parameters")[2].partition("\n## ")[0].splitlines()
        for each in operation.parameters:
            (row,) = (
                line for line in rows if line.startswith(f"| `{each.published_name}` | {each.location} |")
            )
            if each.origin == operation.origin:
                assert "_(Origin: " not in row


def test_list_has_every_call_once() -> None:
    listed = [each.operation_id for one in index.tagged(CALLS) for each in one.calls]
    assert sorted(listed) == sorted(each.operation_id for each in CALLS.all)
    assert index.page(CALLS).count("](call-") == len(CALLS.description.operations)


@pytest.mark.parametrize(
    ("operation", "told"),
    [
        ("auth-by-username-and-password", "It needs no token."),
        ("get-user-details", "It needs the header `Authorization: Bearer …` (`UserToken`: "),
        ("get-user", "It needs the header `X-SERVER-AUTHORIZATION` (`ServerToken`: "),
    ],
)
def test_page_says_what_a_call_needs(operation: str, told: str) -> None:
    assert f"- {told}" in proofs(CALLS.description.operations[operation])


def test_samples_are_shown_in_their_language() -> None:
    programs = {LOGIN.operation_id: [Sample("shell", "curl", "curl -X POST …\n")]}
    page = evolve(CALLS, samples=programs).page(LOGIN)
    assert "## How to make it\n\n### curl\n\n```sh\ncurl -X POST …\n```\n" in page


def test_every_call_has_its_samples() -> None:
    for call in CALLS.description.operations:
        assert all(f"### {each.label}\n" in PAGES[call] for each in CALLS.samples[call])
        assert "```sh\ncurl" in PAGES[call]


def test_fields_within_fields_have_a_path() -> None:
    inner = {"type": "object", "required": ["b"], "properties": {"b": {"type": "integer", "minimum": 1}}}
    shown = made({"properties": {"a": {"type": "array", "items": inner, "maxItems": 3}, "c": inner}})

    assert "| `a` | list of object | no | At most 3 items. |" in shown
    assert "| `a[].b` | integer | yes | At least 1. |" in shown
    assert "| `c.b` | integer | yes | At least 1. |" in shown


@pytest.mark.parametrize(
    ("schema", "row"),
    [
        ({"type": ["string", "null"], "enum": ["x", None]}, "string or null | no | One of `x`, `null`."),
        (
            {"anyOf": [{"type": "string", "maxLength": 2}, {"type": "null"}]},
            "string or null | no | At most 2 ",
        ),
        (
            {"oneOf": [{"type": "boolean"}, {"type": "string", "const": "1"}]},
            "boolean or string | no | Always `1`.",
        ),
        (
            {"allOf": [{"type": "integer", "description": "N."}], "default": 3},
            "integer | no | N. Default: `3`.",
        ),
        ({"type": "string", "format": "uri", "pattern": "^a|b$"}, "string (uri) | no | Pattern `^a\\|b$`."),
        ({"type": "string", "x-origin": "inferred"}, "string | no | _(Origin: inferred.)_"),
        (True, "any value | no | "),
    ],
)
def test_field_is_told_in_words(schema: Any, row: str) -> None:
    assert f"| `a` | {row}" in made({"properties": {"a": schema}})


def test_fields_of_each_form_are_shown() -> None:
    forms = [{"type": "object", "properties": {name: {"type": "string"}}} for name in ("one", "two")]
    shown = made({"oneOf": forms})
    assert "| `one` | string |" in shown
    assert "| `two` | string |" in shown


def test_fields_beside_the_forms_are_shown() -> None:
    text = {"type": "string"}
    shown = made({"properties": {"always": text}, "oneOf": [{"type": "object", "properties": {"one": text}}]})
    assert "| `always` | string |" in shown
    assert "| `one` | string |" in shown


def test_fields_of_any_name_are_shown() -> None:
    shown = made({"properties": {"a": {"additionalProperties": {"type": "string"}}}})
    assert "| `a.*` | string | no | Any other name. |" in shown


def test_table_without_rows_is_nothing() -> None:
    assert table(["a"], []) == ""
    assert table(["a", "b"], [["1\n2", "|"]]) == "| a | b |\n|---|---|\n| 1 2 | \\| |"
