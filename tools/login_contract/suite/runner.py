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
from login_contract.suite import alone, hypothesis_folder
from login_contract.suite.choice import Choice, check_expression
from login_contract.suite.reporting.collector import Collector, RunListener
from login_contract.suite.reporting.exchange import SHOW_SECRETS_VARIABLE
from login_contract.suite.reporting.results import Results
from login_contract.suite.settings import PREFIX, TargetSettings

PARTS = ("properties", "flows")
# Other plugins that happen to be installed must not change the outcome of a contract run.
PLUGINS = ("_hypothesis_pytestplugin", "schemathesis.pytest.plugin", "xdist.plugin")


@frozen(kw_only=True)
class Selection:
    """What to run: parts of the suite, the tests of them that are chosen, and how thoroughly.

    ``only``, ``operations``, ``laws`` and ``failed`` are those of ``Choice``.
    ``deep`` is the number of generated examples per operation, ``workers`` the number of processes. The run
    stops after ``max_failures``. With ``show_secrets`` lines that repeat requests hold secrets.
    """

    parts: tuple[str, ...] = PARTS
    only: str | None = None
    operations: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    failed: tuple[str, ...] | None = None
    deep: int | None = None
    seed: int | None = None
    workers: int = 1
    max_failures: int | None = None
    show_secrets: bool = False

    @property
    def choice(self) -> Choice:
        """Which tests are chosen."""
        return Choice(only=self.only, operations=self.operations, laws=self.laws, failed=self.failed)

    @property
    def unmatched(self) -> str:
        """What to say when no test is left."""
        return f"no test matches {self.choice.told}" if self.choice.told else "no test was found"


def run(settings: TargetSettings, selection: Selection, listener: RunListener) -> Results:
    """Run the selected tests against the target, of which is known that it can be tested.

    Raises:
        UsageError: the selection makes no sense, or no test matches it.
    """
    with _room(settings, selection) as room:
        return execute(
            selection,
            listener,
            environment={**settings.environment(), **room},
            target=settings.url or "the embedded mock",
        )


@contextmanager
def _room(settings: TargetSettings, selection: Selection) -> Iterator[Mapping[str, str]]:
    """Give processes that test one server a place to wait for each other."""
    if settings.embedded or selection.workers == 1:
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="login-contract-") as folder:
        yield {alone.ROOM: folder}


def execute(
    selection: Selection,
    listener: RunListener,
    *,
    environment: Mapping[str, str],
    target: str,
) -> Results:
    """Run the selected tests; ``environment`` tells them what is under test, ``target`` names it in reports.

    Raises:
        UsageError: the selection makes no sense, or no test matches it.
    """
    check_expression(selection.only)
    collector = Collector(listener)
    status = _pytest(environment, selection, collector, [])
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


def collect(environment: Mapping[str, str], selection: Selection, listener: RunListener) -> Collector:
    """Find the selected tests without running them; nothing is contacted.

    Raises:
        UsageError: the selection makes no sense, or no test matches it.
    """
    check_expression(selection.only)
    collector = Collector(listener)
    single = attrs.evolve(selection, workers=1, max_failures=None)
    _pytest(environment, single, collector, ["--collect-only"])
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


def _pytest(
    environment: Mapping[str, str], selection: Selection, collector: Collector, extra: list[str]
) -> int:
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
    with _choice(selection) as choice, _environment({**environment, **choice}, selection):
        return int(pytest.main(arguments, plugins=[collector]))


@contextmanager
def _choice(selection: Selection) -> Iterator[Mapping[str, str]]:
    """Write down which tests are chosen, for the processes that collect them; a variable may be too short."""
    if not selection.choice.told:
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="login-contract-") as folder:
        yield selection.choice.written(Path(folder, "choice.json"))


@contextmanager
def _environment(environment: Mapping[str, str], selection: Selection) -> Iterator[None]:
    """Hand target and selection to the tests and their worker processes, and keep files out of the suite."""
    wanted = {
        **environment,
        f"{PREFIX}CONFIG": os.devnull,
        hypothesis_folder.HYPOTHESIS: str(hypothesis_folder.folder()),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTEST_ADDOPTS": "",
    }
    if selection.show_secrets:
        wanted[SHOW_SECRETS_VARIABLE] = "1"
    if selection.deep is not None:
        wanted[f"{PREFIX}DEEP"] = str(selection.deep)
    if selection.seed is not None:
        wanted[f"{PREFIX}SEED"] = str(selection.seed)
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
