"""The suite bites: each planted defect makes it fail, for the right reason.

That the same laws hold without a defect is what the tests in `contract_tests/flows` show.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import pytest

from login_contract.suite import runner
from login_contract.suite.reporting.results import Finding, Results
from login_contract.suite.runner import Selection
from login_contract.suite.settings import PREFIX, TargetSettings
from tests.defects.catalogue import CATALOGUE, Planted, plants


class Nobody:
    """Listens to a run and says nothing."""

    def planned(self, tests: int) -> None: ...

    def started(self, nodeid: str) -> None: ...

    def found(self, finding: Finding) -> None: ...


@pytest.fixture(autouse=True)
def _no_other_target(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)


def run(selection: Selection) -> Results:
    """Run part of the suite, in this process, against a mock in this process."""
    return runner.run(TargetSettings(), selection, Nobody())


def shown(failure: Finding) -> str:
    """Return what a failure shows: its text, the request it ends with, and the answer to that."""
    last = failure.exchanges[-1]
    path = urlsplit(last.url).path.removeprefix("/api")
    return f"{failure.detail}\n{last.method} {path} {last.status}\n{last.answer}"


def generated() -> Sequence[Selection]:
    """Return every selection of generated requests in the table once."""
    every = dict.fromkeys(planted.selection for planted in CATALOGUE)
    return [selection for selection in every if selection.only is not None]


def test_generated_requests_are_answered_well_without_a_defect() -> None:
    wanted = " or ".join(f"({each.only})" for each in generated())

    results = run(Selection(parts=("properties/test_operations.py",), only=wanted))

    assert [(found.nodeid, found.reason) for found in results.findings if found.verdict != "passed"] == []
    assert results.exit_status == 0


def test_every_defect_is_in_the_table() -> None:
    assert {planted.defect for planted in CATALOGUE} == set(plants())


@pytest.mark.parametrize("planted", CATALOGUE, ids=lambda planted: f"{planted.defect} by {planted.test}")
def test_planted_defect_is_found(planted: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    planted.plant(monkeypatch)

    results = run(planted.selection)

    assert not results.trouble
    assert results.exit_status == 1, "the suite did not notice"
    for failure in results.failures:
        assert re.search(planted.sign, shown(failure)), f"found for another reason:\n{shown(failure)}"
