"""Words that no schema knows are refused, wherever a schema stands."""

from __future__ import annotations

from typing import Any, cast

import pytest

from login_contract.document.check import check
from tests.document.test_check import PUT, USER, Change, Document, faults, ok, schemas


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("maxLenght", "maxLenght is no keyword of a schema (did you mean maxLength?)"),
        ("exmaples", "exmaples is no keyword of a schema (did you mean examples?)"),
        ("nullable", "nullable is no keyword of a schema"),
        ("Type", "Type is no keyword of a schema (did you mean type?)"),
    ],
)
def test_a_word_that_no_schema_knows_is_refused(sound: Document, word: str, told: str) -> None:
    said = faults(sound, lambda d: schemas(d)["User"]["properties"]["email"].update({word: 1}))
    assert said == [f"d#{USER}/properties/email/{word}: {told}"]


@pytest.mark.parametrize(
    ("pointer", "reach"),
    [
        (f"{PUT}/responses/200/headers/X-Age/schema", lambda d: ok(d)["headers"]["X-Age"]["schema"]),
        ("/components/parameters/Id/schema", lambda d: d["components"]["parameters"]["Id"]["schema"]),
        (f"{USER}/properties/tags/items", lambda d: schemas(d)["User"]["properties"]["tags"]["items"]),
        (
            f"{USER}/properties/tags/items/not",
            lambda d: new(schemas(d)["User"]["properties"]["tags"]["items"], "not"),
        ),
        (f"{USER}/contentSchema", lambda d: new(schemas(d)["User"], "contentSchema")),
        (f"{USER}/$defs/X", lambda d: new(new(schemas(d)["User"], "$defs"), "X")),
        (
            f"{USER}/dependentSchemas/email",
            lambda d: new(new(schemas(d)["User"], "dependentSchemas"), "email"),
        ),
    ],
)
def test_a_word_is_refused_wherever_a_schema_stands(sound: Document, pointer: str, reach: Change) -> None:
    def misspell(document: Document) -> None:
        schema: Any = reach(document)
        schema["minLenght"] = 1

    told = "minLenght is no keyword of a schema (did you mean minLength?)"
    assert faults(sound, misspell) == [f"d#{pointer}/minLenght: {told}"]


def new(schema: Document, key: str) -> Document:
    schema[key] = {}
    return cast(Document, schema[key])


def test_a_format_that_nobody_knows_is_refused(sound: Document) -> None:
    said = faults(sound, lambda d: schemas(d)["User"]["properties"]["email"].update(format="emial"))
    assert said == [f"d#{USER}/properties/email/format: emial is no format (did you mean email?)"]


def test_extensions_and_properties_may_be_called_anything(sound: Document) -> None:
    schemas(sound)["User"]["properties"]["maxLenght"] = {
        "type": ["string", "null"],
        "examples": ["a"],
        "x-lenght": 1,
    }
    check(sound, name="d")
