"""Generated requests: what sends them, and which operations may be sent any."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

import pytest
from schemathesis.pytest.plugin import SchemathesisCase

from login_contract.description.model import Description
from login_contract.suite.generated.collection import OperationTests, make_requests
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.generated.live_values import LiveValues
from login_contract.suite.generated.probe import Probe
from login_contract.suite.generated.session import make_session
from login_contract.suite.pace import Pace
from login_contract.suite.reporting.evidence import RECORDING
from login_contract.suite.target import Target


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_pycollect_makeitem() -> Generator[None, Any, Any]:
    """Collect tests of generated requests without making these."""
    found = yield
    return OperationTests.in_place_of(found) if type(found) is SchemathesisCase else found


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    make_requests(item)


@pytest.fixture(scope="session")
def live_values(stock: Stock | None) -> LiveValues | None:
    """Values that the target holds; None where they cannot be read."""
    return None if stock is None else LiveValues(stock)


@pytest.fixture(scope="session")
def probe(
    pytestconfig: pytest.Config,
    target: Target,
    description: Description,
    pace: Pace,
    live_values: LiveValues | None,
) -> Iterator[Probe]:
    """What sends generated requests and judges their answers."""
    with make_session(target.gateway, server=target.server) as session:
        yield Probe(
            target=target,
            description=description,
            recording=pytestconfig.stash[RECORDING],
            pace=pace,
            session=session,
            live_values=live_values,
        )


@pytest.fixture(autouse=True)
def _writing_is_allowed(request: pytest.FixtureRequest, target: Target, description: Description) -> None:
    """Skip operations that change something where the target does not allow it."""
    operation = description.by_label.get(getattr(request.node, "operation_label", None) or "")
    if operation is None or not operation.changes_nothing:
        refusal = target.capabilities.missing("write")
        if refusal:
            pytest.skip(refusal)
