"""A server that grows breaks no client."""

from __future__ import annotations

from tests.codegen.python.growth import judge_growth


def test_null_for_an_optional_property_and_an_unknown_choice_are_read() -> None:
    nulls, choices = judge_growth()

    assert nulls > 50
    assert choices > 20
