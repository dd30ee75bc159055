"""Each rule of IBM's validator is shared or left with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import ibm
from login_contract.errors import UsageError


def test_a_rule_that_nobody_decided_about_is_told_and_one_that_is_gone_too() -> None:
    chosen = ibm.SharedRules(shared=("ibm-a", "ibm-b"), left=("ibm-b", "ibm-gone"))

    assert list(chosen.faults(["ibm-a", "ibm-b", "ibm-new", "of-spectral"])) == [
        "ibm.yaml: nothing is said of ibm-new",
        "ibm.yaml: ibm-b stands there twice",
        "ibm.yaml: the validator has no rule ibm-gone",
    ]


def test_rules_are_left_one_by_one_or_several_for_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "ibm.yaml"
    path.write_text(
        "shared: [ibm-a]\nleft:\n- {rule: ibm-b, reason: r}\n- {rule: [ibm-c, ibm-d], reason: r}\n"
    )

    assert ibm.read(path) == ibm.SharedRules(shared=("ibm-a",), left=("ibm-b", "ibm-c", "ibm-d"))


def test_rules_that_are_left_without_a_reason_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "ibm.yaml"
    path.write_text("shared: []\nleft:\n- {rule: ibm-b}\n")

    with pytest.raises(UsageError, match="a rule and a reason"):
        ibm.read(path)
