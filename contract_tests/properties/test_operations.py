"""Every operation, one request at a time: documented examples, every boundary, random data, valid and not."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis

from login_contract.description.model import described
from login_contract.suite.assignment import Assignment
from login_contract.suite.generated.checks import configuration
from login_contract.suite.generated.probe import Probe

ASSIGNMENT = Assignment.from_env()


def schema(phase: str) -> Any:
    """The description, with one phase of generation switched on."""
    settings = configuration(described(), (phase,), deep=ASSIGNMENT.deep, seed=ASSIGNMENT.seed)
    return schemathesis.openapi.from_dict(
        dict(described().document), config=schemathesis.Config.from_dict(settings)
    )


def has_no_examples(context: Any) -> bool:
    """Say that an operation takes no input, of which there could be an example; other phases call it."""
    return not described().by_label[context.operation.label].takes_input


@pytest.mark.phase("examples")
@schema("examples").exclude(has_no_examples).parametrize()  # type: ignore[untyped-decorator]
def test_examples(case: Any, probe: Probe) -> None:
    probe.send(case)


@pytest.mark.phase("coverage")
@schema("coverage").parametrize()  # type: ignore[untyped-decorator]
def test_coverage(case: Any, probe: Probe) -> None:
    probe.send(case)


@pytest.mark.phase("fuzzing")
@schema("fuzzing").parametrize()  # type: ignore[untyped-decorator]
def test_fuzzing(case: Any, probe: Probe) -> None:
    probe.send(case)
