"""The command `login-contract test`: settings in, reports out, an exit status back."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from login_contract import output
from login_contract.description.model import described
from login_contract.errors import UsageError
from login_contract.suite.choice import operations_of
from login_contract.suite.command import DEFAULT_FOLDER, SuiteCommand, report_folder, suite_command
from login_contract.suite.forecast import expected
from login_contract.suite.generated.checks import DEEP_EXAMPLES, SWITCHED_OFF
from login_contract.suite.preflight import inspect, print_preflight
from login_contract.suite.reporting.last_run import failed_before, keep_failed
from login_contract.suite.runner import PARTS, Selection, check_selection, run
from login_contract.suite.settings import TargetSettings, read_settings

DEFAULT_WORKERS = 2


def check_contract(
    target: Mapping[str, Any],
    *,
    config: Path | None = None,
    properties: bool = False,
    flows: bool = False,
    only: str | None = None,
    operations: Sequence[str] = (),
    tags: Sequence[str] = (),
    laws: Sequence[str] = (),
    failed: bool = False,
    quick: bool = False,
    deep: bool = False,
    examples: int | None = None,
    seed: int | None = None,
    workers: int | None = None,
    max_failures: int | None = None,
    report: Path | None = None,
    har: Path | None = None,
    list_tests: bool = False,
    show_secrets: bool = False,
) -> int:
    """Run the suite, or list it, and return the exit status: 0 nothing failed, 1 a test did, 2 no run.

    ``target`` holds the flags that describe the target (None: not given). ``operations`` are named by id or
    by method and path, ``laws`` by a part of their sentence. ``har`` is a file for the traffic of the run.

    Raises:
        UsageError: the target does not answer, or a flag makes no sense.
    """
    settings = read_settings(target, config=config)
    selection = Selection(
        parts=_parts(properties=properties, flows=flows),
        only=only,
        operations=operations_of(operations, tags),
        laws=tuple(laws),
        failed=failed_before(report or DEFAULT_FOLDER) if failed else None,
        quick=quick,
        deep=examples or (DEEP_EXAMPLES if deep else None),
        seed=seed,
        workers=_workers(settings, workers),
        max_failures=max_failures,
        show_secrets=show_secrets,
        har=har,
    )
    with suite_command(names=described().names, switched_off=SWITCHED_OFF) as command:
        if list_tests:
            return command.list_tests(settings.environment(), selection)
        return _judged(settings, selection, command, report)


def _judged(
    settings: TargetSettings, selection: Selection, command: SuiteCommand, report: Path | None
) -> int:
    check_selection(settings, selection)
    folder = report_folder(report)
    if selection.har is not None:
        _check_har(selection.har)
    if not settings.embedded:
        found = inspect(settings)
        print_preflight(command.console, found, rate=expected(found.target, selection))
    results, status = command.judge(partial(run, settings, selection), folder)
    with suppress(UsageError):
        keep_failed(folder, results, before=selection.failed or ())
    return status


def _check_har(path: Path) -> None:
    """See that the traffic can be written, before there is any.

    Raises:
        UsageError: it cannot; one line with the reason.
    """
    try:
        output.check(path)
    except UsageError as problem:
        raise UsageError(f"--har: {problem}") from None


def _parts(*, properties: bool, flows: bool) -> tuple[str, ...]:
    chosen = tuple(part for part, wanted in zip(PARTS, (properties, flows), strict=True) if wanted)
    return chosen or PARTS


def _workers(settings: TargetSettings, workers: int | None) -> int:
    if workers is not None:
        return workers
    return min(DEFAULT_WORKERS, os.cpu_count() or 1) if settings.embedded else 1
