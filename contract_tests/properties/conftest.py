"""Generated requests: what sends them, and which operations may be sent any."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

import pytest
from schemathesis.pytest.plugin import SchemathesisCase

from login_contract.description.model import Description
from login_contract.http_client import make_client
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.generated.collection import OperationTests, make_requests
from login_contract.suite.generated.live_stock import SETTINGS, Stock
from login_contract.suite.generated.live_values import LiveValues
from login_contract.suite.generated.probe import Probe
from login_contract.suite.generated.session import make_session
from login_contract.suite.judging.judge import Judge
from login_contract.suite.pace import Pace
from login_contract.suite.reporting.evidence import TAPE
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
def live(
    pytestconfig: pytest.Config,
    target: Target,
    description: Description,
    judge: Judge,
    signing_key: str,
) -> Iterator[LiveValues | None]:
    """Values that the target holds; None where they cannot be read."""
    if target.control_url is None:
        yield None
        return
    hooks = pytestconfig.stash[TAPE].recorder.hooks()
    with (
        Control(
            target.control_url,
            admin_token=target.settings.admin_token,
            event_hooks=hooks,
            gateway=target.gateway,
        ) as control,
        make_client(
            base_url=target.base_url,
            gateway=target.gateway,
            timeout=target.settings.timeout,
            event_hooks=hooks,
        ) as http,
    ):
        settings = {**SETTINGS, "private_key": signing_key}
        jwt_client = JwtClient(
            http=http, project_id="", description=description, judge=judge, control=control
        )
        yield LiveValues(Stock.at_a_fresh_project(jwt_client, control, settings))


@pytest.fixture(scope="session")
def probe(
    pytestconfig: pytest.Config, target: Target, description: Description, pace: Pace, live: LiveValues | None
) -> Iterator[Probe]:
    """What sends generated requests and judges their answers."""
    with make_session(target.gateway, server=target.server) as session:
        yield Probe(
            target=target,
            description=description,
            tape=pytestconfig.stash[TAPE],
            pace=pace,
            session=session,
            live=live,
        )


@pytest.fixture(autouse=True)
def _writing_is_allowed(request: pytest.FixtureRequest, target: Target, description: Description) -> None:
    """Skip operations that change something where the target does not allow it."""
    operation = description.by_label.get(getattr(request.node, "operation_label", None) or "")
    if operation is None or not operation.changes_nothing:
        refusal = target.capabilities.missing("write")
        if refusal:
            pytest.skip(refusal)
