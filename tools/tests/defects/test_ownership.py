"""The law about isolation finds the check of ownership missing in whichever operation it is taken out of."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite import runner
from login_contract.suite.generated.owners import guarded
from login_contract.suite.runner import Selection
from login_contract.suite.settings import TargetSettings
from tests.defects import ownership
from tests.defects.test_defects import Nobody

LAW = Selection(parts=("flows/test_isolation.py::test_what_is_anothers_stays_so",))
SIGN = re.compile("(changed|was told) what is another's")
LEAST = 7


def found() -> set[str]:
    """Run the law about every operation with a defect in that one, and return in which it is found."""
    results = runner.run(TargetSettings(), LAW, Nobody())
    assert not results.trouble
    noticed = [each.nodeid for each in results.failures if SIGN.search(each.detail)]
    return {re.findall(r"\[([^]]+)]", nodeid)[0] for nodeid in noticed}


def operations(wanted: Callable[[Operation], bool]) -> set[str]:
    return {name for name in guarded() if wanted(described().operations[name])}


def test_user_taken_for_another_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    ownership.user_of_a_token_mistaken(monkeypatch)

    noticed = found()

    assert noticed <= operations(lambda operation: not operation.server_token)
    assert len(noticed) >= LEAST


def test_server_taken_for_another_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    ownership.server_of_a_project_mistaken(monkeypatch)

    noticed = found()

    assert noticed <= operations(lambda operation: operation.server_token)
    assert len(noticed) >= LEAST
