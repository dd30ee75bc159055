"""Listens to pytest in place of its terminal output, and keeps what every test found."""

from __future__ import annotations

import time
from typing import Any, Protocol

import pytest

from login_contract.suite.reporting.evidence import finding
from login_contract.suite.reporting.results import Finding


class RunListener(Protocol):
    """Who wants to know how a run gets on."""

    def planned(self, tests: int) -> None:
        """So many tests will run."""

    def started(self, nodeid: str) -> None:
        """A test has begun."""

    def found(self, finding: Finding) -> None:
        """A test has ended."""


class Collector:
    """A pytest plugin: the findings of a run, and the trouble that kept it from running."""

    def __init__(self, listener: RunListener) -> None:
        self._findings: list[Finding] = []
        self._order: dict[str, int] = {}
        self.planned = 0
        self.trouble: list[str] = []
        self.items: list[pytest.Item] = []
        self.started_at = time.perf_counter()
        self._listener = listener

    @property
    def findings(self) -> list[Finding]:
        """What was found so far, in the order the tests stand in the suite."""
        return sorted(self._findings, key=lambda found: self._order.get(found.nodeid, len(self._order)))

    @property
    def seconds(self) -> float:
        """How long the run has taken so far."""
        return time.perf_counter() - self.started_at

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        """Silence pytest's own terminal output: this plugin's listener speaks instead."""
        reporter = config.pluginmanager.getplugin("terminalreporter")
        if reporter is not None:
            config.pluginmanager.unregister(reporter)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note the tests of a run in one process."""
        if session.items:
            self.items = list(session.items)
            self._plan([item.nodeid for item in session.items])

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: Any, ids: list[str]) -> None:
        """Note the tests of a run in worker processes; each worker collects them all."""
        self._plan(ids)

    def _plan(self, nodeids: list[str]) -> None:
        self._order = {nodeid: position for position, nodeid in enumerate(nodeids)}
        self.planned = len(nodeids)
        self._listener.planned(len(nodeids))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep a test module that cannot be imported."""
        if report.failed:
            self.trouble.append(report.longreprtext)

    def pytest_internalerror(self, excrepr: Any) -> None:
        """Keep an error of pytest or a plugin itself."""
        self.trouble.append(str(excrepr))

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object | None) -> None:
        """Keep the death of a worker process."""
        if error:
            self.trouble.append(f"a worker process died: {error}")

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Say that a test begins."""
        self._listener.started(nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what a test found, and what went wrong while it cleaned up."""
        found = finding(report)
        if found is not None:
            self._findings.append(found)
            self._listener.found(found)
