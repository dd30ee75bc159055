from __future__ import annotations

from typing import Any

import pytest

from login_contract.mock.contract.as_meant import as_meant

AGREEMENT = {"x-reads-as": "boolean", "oneOf": [{"type": "boolean"}, {"type": "integer"}, {"type": "string"}]}
INNER = {"type": "object", "required": ["must"], "properties": {"must": {}, "may": {}}}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["needed"],
    "properties": {
        "needed": {"type": "string"},
        "spare": {"type": ["string", "null"]},
        "cleared": {"type": ["string", "null"], "x-null": "The value is taken away."},
        "agreed": {"oneOf": [AGREEMENT, {"type": "null"}]},
        "one": {"oneOf": [INNER, {"type": "array", "items": INNER}, {"type": "null"}]},
    },
}


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ({"spare": None}, {}),
        ({"unknown": None}, {}),
        ({"needed": None}, {"needed": None}),
        ({"cleared": None}, {"cleared": None}),
        ({"one": None}, {}),
        ({"one": {"must": None, "may": None}}, {"one": {"must": None}}),
        ({"one": [{"must": 1, "may": None}, None]}, {"one": [{"must": 1}, None]}),
        ({"unknown": {"kept": None}}, {"unknown": {"kept": None}}),
        ({"spare": ""}, {"spare": ""}),
        (None, None),
        ([None], [None]),
        ("text", "text"),
    ],
)
def test_null_says_nothing_where_a_property_may_be_left_out(given: Any, meant: Any) -> None:
    assert as_meant(SCHEMA, given) == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (True, True),
        (False, False),
        (0, False),
        (1, True),
        (7, True),
        (0.0, False),
        ("true", True),
        ("false", False),
        ("True", True),
        ("False", False),
        ("0", False),
        ("00", False),
        ("1", True),
        ("007", True),
    ],
)
def test_agreement_in_other_words_is_a_boolean(given: Any, meant: bool) -> None:
    assert as_meant(SCHEMA, {"agreed": given})["agreed"] is meant


@pytest.mark.parametrize(
    "given", [-1, 0.5, "yes", "TRUE", "", "-1", " 1", "1\n", "\u0661", "9" * 19, [True], {"a": 1}]
)
def test_what_is_no_agreement_is_left_to_be_refused(given: Any) -> None:
    meant = as_meant(SCHEMA, {"agreed": given})["agreed"]

    assert meant == given
    assert type(meant) is type(given)


@pytest.mark.parametrize(
    ("kind", "given", "meant"),
    [
        ("integer", 2.0, 2),
        (["integer", "null"], -3.0, -3),
        ("integer", 2.5, 2.5),
        ("integer", 1e300, 1e300),
        ("number", 2.0, 2.0),
        ("string", 2.0, 2.0),
    ],
)
def test_whole_number_is_an_integer(kind: Any, given: float, meant: float) -> None:
    read = as_meant({"type": "object", "properties": {"count": {"type": kind}}}, {"count": given})["count"]

    assert (type(read), read) == (type(meant), meant)
