"""Runs the suite in this process, with pytest, and returns what it found."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import attrs
from attrs import frozen

from login_contract import resources
from login_contract.errors import UsageError
from login_contract.http_client import is_loopback
from login_contract.suite import alone
from login_contract.suite.assignment import Assignment
from login_contract.suite.choice import Choice, check_expression
from login_contract.suite.reporting.collector import Collector, RunListener
from login_contract.suite.reporting.results import Results
from login_contract.suite.reporting.traffic_log import join
from login_contract.suite.settings import TargetSettings

PARTS = ("properties", "flows")
# Other plugins that happen to be installed must not change the outcome of a contract run.
PLUGINS = ("_hypothesis_pytestplugin", "schemathesis.pytest.plugin", "xdist.plugin")


@frozen(kw_only=True)
class Selection:
    """What to run: parts of the suite, the tests of them that are chosen, and how thoroughly.

    ``only``, ``operations``, ``laws``, ``failed`` and ``quick`` are those of ``Choice``.
    ``deep`` is the number of generated examples per operation, ``workers`` the number of processes. The run
    stops after ``max_failures``. With ``show_secrets`` lines that repeat requests, and the traffic that
    ``har`` is to hold, have their secrets.
    """

    parts: tuple[str, ...] = PARTS
    only: str | None = None
    operations: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    failed: tuple[str, ...] | None = None
    quick: bool = False
    deep: int | None = None
    seed: int | None = None
    workers: int = 1
    max_failures: int | None = None
    show_secrets: bool = False
    har: Path | None = None

    @property
    def choice(self) -> Choice:
        """Which tests are chosen."""
        return Choice(
            only=self.only,
            operations=self.operations,
            laws=self.laws,
            failed=self.failed,
            quick=self.quick,
        )

    def assignment(
        self, target: Mapping[str, str], *, room: Path | None = None, traffic: Path | None = None
    ) -> Assignment:
        """Return what it hands to the tests; ``target`` are the variables that tell what is under test."""
        return Assignment(
            choice=self.choice,
            deep=self.deep,
            seed=self.seed,
            show_secrets=self.show_secrets,
            room=room,
            traffic=traffic,
            target=target,
        )

    @property
    def unmatched(self) -> str:
        """What to say when no test is left."""
        return f"no test matches {self.choice.told}" if self.choice.told else "no test was found"


def run(settings: TargetSettings, selection: Selection, listener: RunListener) -> Results:
    """Run the selected tests against the target, of which is known that it can be tested.

    Raises:
        UsageError: the selection makes no sense, or no test matches it.
    """
    with tempfile.TemporaryDirectory(prefix="login-contract-") as folder:
        # Processes that test one server wait there for each other.
        together = not settings.embedded and selection.workers > 1
        assignment = selection.assignment(
            settings.environment(),
            room=Path(folder) if together else None,
            traffic=None if selection.har is None else Path(folder),
        )
        results = execute(selection, listener, assignment, target=settings.url or "the embedded mock")
        return results if selection.har is None else _with_traffic(results, selection, Path(folder))


def _with_traffic(results: Results, selection: Selection, folder: Path) -> Results:
    """Write the HAR file, and return the results with what became of it."""
    assert selection.har is not None
    if results.trouble and _holds_something(selection.har):
        return attrs.evolve(results, traffic=f"{selection.har} stays as it was, for the run was not whole")
    try:
        number = join(folder, selection.har, masked=not selection.show_secrets)
    except UsageError as problem:
        return attrs.evolve(results, unwritten=str(problem))
    return attrs.evolve(results, traffic=f"{selection.har} ({number:,} exchanges)")


def _holds_something(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def execute(
    selection: Selection,
    listener: RunListener,
    assignment: Assignment,
    *,
    target: str,
) -> Results:
    """Run the selected tests as the assignment tells them to; ``target`` names in reports what is under test.

    Raises:
        UsageError: the selection makes no sense, or no test matches it.
    """
    check_expression(selection.only)
    collector = Collector(listener)
    status = _pytest(assignment, selection, collector, [])
    if status in (4, 5) and not collector.trouble:
        raise UsageError(selection.unmatched)
    results = Results(findings=tuple(collector.findings), target=target, seconds=collector.seconds)
    enough = selection.max_failures is not None and len(results.failures) >= selection.max_failures
    if status == 2 and not collector.trouble and not enough:
        collector.trouble.append("interrupted")
    if not collector.trouble and not results.tested:
        collector.trouble.append(untested(results))
    return attrs.evolve(
        results,
        trouble="\n\n".join(dict.fromkeys(collector.trouble)),
        left_out=collector.planned - len({found.nodeid for found in results.findings}) if enough else 0,
    )


def untested(results: Results) -> str:
    """Say why nothing was tested, though tests were found."""
    reasons = [
        f"{reason} ({count} of {len(results.findings)})" for reason, count in results.skip_reasons.items()
    ]
    return "\n".join(["nothing was tested: every test was skipped", *reasons])


def collect(target: Mapping[str, str], selection: Selection, listener: RunListener) -> Collector:
    """Find the selected tests without running them; ``target`` are its settings, nothing is contacted.

    Raises:
        UsageError: the selection makes no sense, or no test matches it.
    """
    check_expression(selection.only)
    collector = Collector(listener)
    single = attrs.evolve(selection, workers=1, max_failures=None)
    _pytest(selection.assignment(target), single, collector, ["--collect-only"])
    if collector.trouble:
        raise UsageError(f"the suite cannot be read: {collector.trouble[0].strip().splitlines()[-1]}")
    if not collector.items:
        raise UsageError(selection.unmatched)
    return collector


def check_selection(settings: TargetSettings, selection: Selection) -> None:
    """Refuse a selection that makes no sense, or does not fit the target; nothing is contacted.

    Raises:
        UsageError: one line with the reason.
    """
    check_expression(selection.only)
    if settings.url is None or selection.workers == 1:
        return
    if not is_loopback(urlsplit(settings.url).hostname):
        raise UsageError("-n: several processes would be too much for a server that is not on this machine")
    if not alone.is_possible():
        raise UsageError("-n: this system has no locks that keep tests of one server apart")


def _pytest(assignment: Assignment, selection: Selection, collector: Collector, extra: list[str]) -> int:
    import pytest

    suite = resources.path(resources.SUITE)
    arguments = [
        *("-c", str(suite / "pytest.ini"), "--rootdir", str(suite)),
        *("-p", "no:cacheprovider", "-p", "no:login_contract"),
        *(word for plugin in PLUGINS for word in ("-p", plugin)),
        *extra,
    ]
    if selection.max_failures is not None:
        arguments += [f"--maxfail={selection.max_failures}"]
    if selection.workers > 1:
        arguments += ["-n", str(selection.workers), "--dist", "worksteal"]
    arguments += [str(suite / part) for part in selection.parts]
    with (
        tempfile.TemporaryDirectory(prefix="login-contract-") as folder,
        _environment(assignment.to_env(Path(folder))),
    ):
        return int(pytest.main(arguments, plugins=[collector]))


@contextmanager
def _environment(assigned: Mapping[str, str]) -> Iterator[None]:
    """Hand the assignment to the tests and their worker processes, and keep files out of the suite."""
    wanted = {
        **assigned,
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTEST_ADDOPTS": "",
    }
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        _restore(before)


def _restore(before: Mapping[str, str | None]) -> None:
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
