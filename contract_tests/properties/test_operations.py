"""Every operation, one request at a time: documented examples, every boundary, random data, valid and not."""

from __future__ import annotations

import os
from typing import Any

import pytest
import schemathesis

from login_contract.suite.checks import configuration
from login_contract.suite.description import described
from login_contract.suite.probe import Probe


def schema(phase: str) -> Any:
    """The description, with one phase of generation switched on."""
    phases = {name: name == phase for name in ("examples", "coverage", "fuzzing", "stateful")}
    settings = configuration(described(), phases, **wanted())
    return schemathesis.openapi.from_dict(
        dict(described().document), config=schemathesis.Config.from_dict(settings)
    )


def wanted() -> dict[str, int | None]:
    """How many requests to generate, and from which seed."""
    names = {"deep": "LOGIN_CONTRACT_DEEP", "seed": "LOGIN_CONTRACT_SEED"}
    return {key: int(os.environ[name]) if os.environ.get(name) else None for key, name in names.items()}


@pytest.mark.phase("examples")
@schema("examples").parametrize()
def test_examples(case: Any, probe: Probe) -> None:
    probe.send(case)


@pytest.mark.phase("coverage")
@schema("coverage").parametrize()
def test_coverage(case: Any, probe: Probe) -> None:
    probe.send(case)


@pytest.mark.phase("fuzzing")
@schema("fuzzing").parametrize()
def test_fuzzing(case: Any, probe: Probe) -> None:
    probe.send(case)
