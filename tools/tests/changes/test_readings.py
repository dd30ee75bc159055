"""A recorded value is judged as what it is on the wire, whatever the version of the description."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.description.message import FORM, JSON
from login_contract.errors import UsageError
from tests.changes.one_call import NUMBER, SHORT, TEXT, Safe
from tests.changes.small import small


def query(schema: Any, **parameter: Any) -> Any:
    return small(parameters=[{"name": "q", "in": "query", "schema": schema, **parameter}])


def holding(schema: Any, **more: Any) -> Any:
    return {"type": "object", "properties": {"a": schema}, **more}


def test_null_is_null_in_openapi_3_0(safe: Safe) -> None:
    old, new = (small(body=holding({**TEXT, "nullable": each}), version="3.0.3") for each in (True, False))

    assert not safe(old, new, body={"a": None})
    assert safe(old, new, body={"a": "text"})


def test_a_bound_of_openapi_3_0_is_one(safe: Safe) -> None:
    old = small(body={**NUMBER, "minimum": 0}, version="3.0.3")
    new = small(body={**NUMBER, "minimum": 0, "exclusiveMinimum": True}, version="3.0.3")

    assert not safe(old, new, body=0)
    assert safe(old, new, body=1)


@pytest.mark.parametrize("old", [{}, {"type": ["integer", "string"]}, TEXT], ids=str)
def test_a_text_in_json_is_no_number(safe: Safe, old: Any) -> None:
    assert not safe(small(body=holding(old)), small(body=holding(NUMBER)), body={"a": "5"})


def test_a_text_of_a_query_is_a_number_where_one_is_described(safe: Safe) -> None:
    assert safe(query(TEXT), query(NUMBER), asked="q=5")
    assert not safe(query(TEXT), query(NUMBER), asked="q=five")


@pytest.mark.parametrize(
    ("way", "asked"),
    [
        ({}, "q=a&q=b"),
        ({"explode": False}, "q=a,b"),
        ({"style": "pipeDelimited", "explode": False}, "q=a|b"),
    ],
)
def test_each_item_of_a_list_is_judged(safe: Safe, way: Any, asked: str) -> None:
    def listed(item: Any, **more: Any) -> Any:
        return query({"type": "array", "items": item, **more}, **way)

    several, one = {"enum": ["a", "b"]}, {"enum": ["a"]}
    assert not safe(listed(several), listed(one), asked=asked)
    assert safe(listed(several), listed(one), asked="q=a")
    assert safe(listed(TEXT), listed(SHORT), asked=asked)
    assert not safe(listed(TEXT), listed(TEXT, maxItems=1), asked=asked)
    assert safe(listed(NUMBER), listed(NUMBER, maxItems=1), asked="q=1")


@pytest.mark.parametrize(("way", "asked"), [({"style": "deepObject"}, "q[a]=long"), ({}, "a=long")])
def test_members_of_an_object_in_a_query_are_found(safe: Safe, way: Any, asked: str) -> None:
    old = query(holding(TEXT), **way)

    assert not safe(old, small(), asked=asked)
    assert safe(old, small(), asked="b=long")
    assert not safe(old, query(holding(SHORT), **way), asked=asked)
    assert not safe(old, query(holding(TEXT, required=["a", "b"]), **way), asked=asked)
    assert safe(old, query(holding(TEXT, required=["a"]), **way), asked=asked)


def test_an_object_that_was_not_sent_lacks_no_member(safe: Safe) -> None:
    old, new = (query(holding(TEXT, required=needed), style="deepObject") for needed in ([], ["a"]))

    assert safe(old, new)
    assert not safe(old, new, asked="q[b]=text")


def test_a_parameter_that_is_written_in_another_media_type_breaks_who_sends_it(safe: Safe) -> None:
    def written(kind: str) -> Any:
        return small(parameters=[{"name": "q", "in": "query", "content": {kind: {"schema": TEXT}}}])

    assert not safe(written("text/plain"), written(JSON), asked="q=a")
    assert safe(written("text/plain"), written(JSON))


def test_a_media_type_that_is_gone_breaks_who_sends_it(safe: Safe) -> None:
    latin = "text/plain; charset=iso-8859-1"
    old = small(body=TEXT, kind=latin)

    assert not safe(old, small(body=TEXT), body="a", kind=latin)
    assert safe(old, small(body=TEXT), body="a")


def test_values_that_fit_one_of_several_alternatives_break_nobody(safe: Safe) -> None:
    several = [SHORT, {"enum": ["a", "abc"]}]
    old, new = small(body={"anyOf": several}), small(body={"oneOf": several})

    assert not safe(old, new, body="a")
    assert safe(old, new, body="abc")


def test_a_form_is_judged_as_the_object_it_stands_for(safe: Safe) -> None:
    old = small(body=holding(NUMBER), kind=FORM)
    new = small(body=holding(NUMBER, additionalProperties=False), kind=FORM)

    assert not safe(old, new, body={"a": "1", "b": "2"}, kind=FORM)
    assert safe(old, new, body={"a": "1"}, kind=FORM)


@pytest.mark.parametrize("covering", ["default", "4XX"])
def test_an_answer_is_that_of_its_status_though_another_covered_it(safe: Safe, covering: str) -> None:
    def answers(**statuses: Any) -> Any:
        told = {
            status: {"description": "No.", "content": {JSON: {"schema": schema}}}
            for status, schema in statuses.items()
        }
        return small(responses={"200": {"description": "Done."}, **told})

    error = {"type": "object", "properties": {"error": NUMBER}}
    old = answers(**{covering: error})
    new = answers(**{covering: error, "404": {"type": "object"}})
    assert not safe(old, new, status=404)
    assert safe(old, new, status=403)


def test_a_schema_that_cannot_be_judged_by_is_told(safe: Safe) -> None:
    with pytest.raises(UsageError, match="POST /one body: a schema is none to judge by"):
        safe(small(body=TEXT), small(body={**TEXT, "pattern": "(a"}), body="a")
