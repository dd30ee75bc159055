"""What `login-contract diff` and `login-contract compat` do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from login_contract import extras
from login_contract import output as destination
from login_contract.changes import report
from login_contract.changes.comparison import Comparison, compare
from login_contract.changes.sources import read_description
from login_contract.errors import UsageError

CANNOT_WRITE = "a table is for the terminal: say --format markdown or json with --output"


def run_diff(old: str, new: str, *, form: str, output: Path | None, redocly: bool) -> int:
    """Compare two descriptions, tell what changed, and return the exit status.

    Raises:
        UsageError: they cannot be compared, or the result cannot be written.
    """
    _refuse_table(form, output)
    if redocly:
        extras.require("web", what="diff --redocly")
    comparison = _compared(old, new)
    if redocly:
        from login_contract.changes.redocly import with_second_opinion

        comparison = with_second_opinion(comparison)
    if form == "table":
        report.print_table(comparison)
    else:
        text = report.as_json(comparison) if form == "json" else report.as_markdown(comparison)
        destination.write(text.encode(), output)
    return int(comparison.breaks)


def run_compat(
    old: str, new: str, *, consumers: Sequence[Path], webhooks: Sequence[str], form: str, output: Path | None
) -> int:
    """Judge a newer description by recorded traffic, tell the verdict, and return the exit status.

    Raises:
        UsageError: it cannot be judged, or the result cannot be written.
    """
    from login_contract.changes import consumer_report
    from login_contract.changes.consumer import judge

    _refuse_table(form, output)
    verdict = judge(_compared(old, new), consumers, webhooks=webhooks)
    if form == "table":
        consumer_report.print_table(verdict)
    else:
        text = consumer_report.as_markdown(verdict)
        if form == "json":
            text = json.dumps(consumer_report.told(verdict), indent=2, ensure_ascii=False) + "\n"
        destination.write(text.encode(), output)
    return int(bool(verdict.broken))


def _compared(old: str, new: str) -> Comparison:
    documents = read_description(old), read_description(new)
    try:
        return compare(*documents)
    except RecursionError:
        raise UsageError(f"{old} and {new} cannot be compared: nested too deeply") from None
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UsageError(f"{old} and {new} cannot be compared: {error}") from None


def _refuse_table(form: str, output: Path | None) -> None:
    if form == "table" and output is not None:
        raise UsageError(CANNOT_WRITE)
