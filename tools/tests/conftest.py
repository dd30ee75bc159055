"""What the tests of the tools share: their order, strictness about skips, and the databases to run on."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests import order, postgres
from tests.postgres import Postgres

# The same cases on every machine, however busy it is.
settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.load_profile("house")
NO_SKIPS = os.environ.get("LOGIN_CONTRACT_NO_SKIPS") == "1"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "long: takes ten seconds or more, and is begun first")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin what takes long in every process of pytest-xdist: at the end none is alone with it."""
    worker = getattr(config, "workerinput", None)
    if worker is None:
        return
    long = [item for item in items if item.get_closest_marker("long")]
    others = [item for item in items if item not in long]
    items[:] = order.longest_first(long, others, worker["workercount"])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With LOGIN_CONTRACT_NO_SKIPS=1, as in CI, a skipped test is a failed one."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a module that skips itself, as ``importorskip`` does."""
    report = yield
    _refuse_skip(report)
    return report


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"{reason} (LOGIN_CONTRACT_NO_SKIPS forbids to skip)"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """A PostgreSQL server: that of LOGIN_CONTRACT_POSTGRES_URL, else a temporary one."""
    given = os.environ.get(postgres.ENVIRONMENT)
    if given:
        yield Postgres(given)
        return
    binaries = postgres.find_binaries()
    if binaries is None:
        pytest.skip(postgres.NOT_FOUND)
    with postgres.temporary_server(binaries) as server:
        yield server


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of an empty database; what uses it runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('store') / 'login.db'}"
        return
    server: Any = request.getfixturevalue("postgres_server")
    with server.fresh_database() as url:
        yield url
