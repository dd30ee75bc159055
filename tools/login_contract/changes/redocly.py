"""What Redocly's comparison (`redocly diff`) calls breaking and ours does not."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from login_contract import npm, resources
from login_contract.changes.change import WHOLE, Change, Impact, breaking
from login_contract.changes.comparison import Comparison
from login_contract.changes.pairing import Pairing, title
from login_contract.changes.side import Side
from login_contract.description.references import unescape
from login_contract.errors import UsageError

PACKAGE = "tools/node/redocly"
QUIET = {
    "REDOCLY_TELEMETRY": "off",
    "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true",
    "REDOCLY_SUPPRESS_NOTIFICATIONS": "true",
}
_RULES = "extends:\n  - diff-recommended\n"
_SECONDS = 120


def with_second_opinion(comparison: Comparison) -> Comparison:
    """Add what Redocly finds breaking in an operation of which nothing breaking is known yet.

    Raises:
        UsageError: it cannot be run here.
    """
    known = {each.operation for each in comparison.changes if each.impact is Impact.BREAKING}
    added = [each for each in opinions(comparison.old, comparison.new) if each.operation not in known]
    return evolve(comparison, changes=(*comparison.changes, *added))


def opinions(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Return what Redocly calls a change for a major version, as changes.

    Raises:
        UsageError: Node or the package is missing, or it did not answer.
    """
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        for name, document in (("old.json", old), ("new.json", new)):
            (place / name).write_text(json.dumps(document), "utf-8")
        (place / "rules.yaml").write_text(_RULES, "utf-8")
        report = _run(place)
    pairing = Pairing.of(Side(old), Side(new))
    titles = {each.pointer: title(each) for each in (*pairing.added, *pairing.gone)}
    # An operation is called as it was before, wherever it is now.
    titles |= {each.pointer: title(pair[0]) for pair in pairing.both for each in pair[::-1]}
    return list(_changes(report, titles))


def _changes(report: Mapping[str, Any], titles: Mapping[tuple[Any, ...], str]) -> Iterator[Change]:
    for each in report["changes"]:
        if each["impact"] != "major":
            continue
        pointer = unescape(str(each["path"]).removeprefix("#"))
        operation = titles.get(pointer[:3]) or next(
            (told for place, told in titles.items() if place[:2] == pointer[:2]), WHOLE
        )
        for verdict in each["verdicts"]:
            change = breaking(
                f"redocly/{verdict['ruleId']}", verdict["message"], tuple(map(str, pointer[3:]))
            )
            yield evolve(change, operation=operation)


def _run(place: Path) -> Mapping[str, Any]:
    try:
        installed = npm.install(resources.checkout() / PACKAGE)
    except npm.NodeUnavailableError as error:
        raise UsageError(f"Redocly's comparison cannot be run: {error}") from None
    command = installed.modules / "@redocly" / "cli" / "bin" / "cli.js"
    arguments = ("diff", "old.json", "new.json", "--format=json", "--config=rules.yaml", "--fail-on=none")
    try:
        done = subprocess.run(
            [installed.node, command, *arguments],
            cwd=place,
            env={**os.environ, **QUIET},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UsageError(f"Redocly's comparison did not end within {_SECONDS} seconds") from None
    try:
        report: Mapping[str, Any] = json.loads(done.stdout)
    except ValueError:
        line = next(iter((done.stderr or done.stdout).strip().splitlines()[-1:]), "no answer")
        raise UsageError(f"Redocly's comparison did not answer: {line}") from None
    return report
