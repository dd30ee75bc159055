"""What Redocly's comparison finds is a part of what ours finds."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from login_contract import npm
from login_contract.changes.change import Impact
from login_contract.changes.comparison import compare
from login_contract.changes.redocly import opinions, with_second_opinion
from login_contract.errors import UsageError
from tests.changes.planted import MAIL, PLANTED
from tests.node_or_skip import NodeOrSkip


def test_redocly_finds_a_part_of_what_breaks(description: dict[str, Any], description_text: str) -> None:
    with NodeOrSkip():
        npm.find_node()
    old = json.loads(description_text)
    broken = [each for each in PLANTED if each.impact is Impact.BREAKING]
    # The names of paths and webhooks change last: others are found by them.
    for planted in sorted(broken, key=lambda each: each.rule == "operation-moved"):
        planted.plant(description)
    ours = compare(old, description)
    theirs = with_second_opinion(evolve(ours, changes=())).changes

    assert {each.operation for each in theirs} <= {each.operation for each in ours.changes}
    assert {each.rule.removeprefix("redocly/") for each in theirs} == {
        "enum-values-added",
        "operation-id-changed",
        "path-removed",
        "property-removed",
        "required-properties-added",
        "required-properties-removed",
        "response-removed",
        "schema-constraint-changed",
        "security-requirement-changed",
    }
    # What it leaves to us: a webhook that has another name, a lost error code, another default.
    assert MAIL not in {each.operation for each in theirs}


def test_a_comparison_that_does_not_end_is_one_line(
    monkeypatch: pytest.MonkeyPatch, description: dict[str, Any]
) -> None:
    def endless(*_: object, timeout: float, **__: object) -> None:
        raise subprocess.TimeoutExpired("node", timeout)

    monkeypatch.setattr(npm, "install", lambda _: npm.Installation(Path("node"), Path("modules")))
    monkeypatch.setattr(subprocess, "run", endless)

    with pytest.raises(UsageError, match=r"^Redocly's comparison did not end within 120 seconds$"):
        opinions(description, description)
