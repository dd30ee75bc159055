"""Tests of generated requests are collected without their requests, and made as Schemathesis makes them."""

from __future__ import annotations

import io
from typing import Any

import pytest
import schemathesis
from rich.console import Console

from login_contract.description.model import described
from login_contract.suite.generated import collection
from login_contract.suite.generated.checks import configuration
from login_contract.suite.reporting.console import RunProgress
from login_contract.suite.reporting.results import PHASES
from login_contract.suite.runner import Selection, collect


def schema() -> Any:
    settings = configuration(described(), ("fuzzing",))
    return schemathesis.openapi.from_dict(
        dict(described().document), config=schemathesis.Config.from_dict(settings)
    )


def test_collecting_makes_no_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    monkeypatch.setattr(collection, "build_operation_test", lambda **asked: made.append(asked))

    progress = RunProgress(Console(file=io.StringIO()))
    found = collect({}, Selection(parts=("properties/test_operations.py",)), progress).items

    assert len(found) > 2 * len(described().operations)
    assert made == []


def test_stand_in_asks_for_the_fixtures_and_never_passes() -> None:
    def test(case: Any, probe: Any) -> None: ...

    stand_in = collection._stand_in(test, lambda: test)

    assert list(stand_in.__signature__.parameters) == ["probe"]  # type: ignore[attr-defined]
    with pytest.raises(AssertionError, match="were not made"):
        stand_in(probe=None)


@pytest.mark.parametrize("phase", [None, *PHASES])
def test_remembered_settings_are_those_that_would_be_joined(phase: str | None) -> None:
    plain, remembering = schema(), schema()
    collection.remember(remembering.config)

    for result in plain.get_all_operations():
        asked = {"operation": result.ok(), "phase": phase}
        for name in ("generation_for", "checks_config_for"):
            remembered = getattr(remembering.config, name)(**asked)
            assert remembered == getattr(plain.config, name)(**asked)
            assert getattr(remembering.config, name)(**asked) is remembered
        phases = remembering.config.phases_for(operation=result.ok())
        assert phases == plain.config.phases_for(operation=result.ok())
