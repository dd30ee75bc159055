"""The target of a run, somebody to speak to it, and the evidence that every test leaves behind."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from functools import partial
from typing import Any

import httpx
import pytest
from joserfc.jwk import RSAKey

from login_contract.http_client import make_client
from login_contract.suite import evidence, storage
from login_contract.suite.control import Control
from login_contract.suite.description import Description, described
from login_contract.suite.evidence import TAPE, Tape
from login_contract.suite.judge import Judge
from login_contract.suite.launcher import Launcher
from login_contract.suite.oauth_clients import OAuthClients
from login_contract.suite.pace import Pace
from login_contract.suite.player import CALLBACK, PASSWORD, Player
from login_contract.suite.probe import LOOKING
from login_contract.suite.recorder import Recorder
from login_contract.target import MOCK_PROJECT_ID, Target, describe, discover, read_settings

# The suite may lie where nothing can be written.
os.environ.setdefault(storage.HYPOTHESIS, str(storage.folder()))
WAIT_SECONDS = 1

ProjectFactory = Callable[..., str]
PlayerFactory = Callable[..., Player]
LauncherFactory = Callable[..., Launcher]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "law(sentence, origin=None, security=False): the law that a test proves"
    )
    config.addinivalue_line("markers", "phase(name): the phase of the property tests")
    config.stash[TAPE] = Tape(Recorder(secrets=(PASSWORD,)))


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let `-k` find a test by the id of its operation, and name the operation in the test's id."""
    operation = described().by_label.get(getattr(item, "operation_label", None) or "")
    if operation is None:
        return
    item.extra_keyword_matches.add(operation.operation_id)
    # Since pytest 9.2 an id is no longer made from the name that Schemathesis gives its tests.
    if operation.label not in item.nodeid and hasattr(item, "_id"):
        item._id = item._id.with_params(operation.label)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    item.config.stash[TAPE].rewind()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    tape = item.config.stash[TAPE]
    evidence.attach(report, item, call, tape)
    evidence.conceal(report, tape)
    return report


@pytest.hookimpl(trylast=True)
def pytest_exception_interact(node: pytest.Item, report: pytest.TestReport) -> None:
    """Hide secrets once more: plugins rewrite the text of a failure after its report was made."""
    if isinstance(report, pytest.TestReport):
        evidence.conceal(report, node.config.stash[TAPE])


@pytest.fixture(scope="session")
def target(pytestconfig: pytest.Config) -> Iterator[Target]:
    """The server under test; without an address, a mock in this process."""
    settings = read_settings()
    tape = pytestconfig.stash[TAPE]
    if not settings.embedded:
        tape.target = discover(settings)
        tape.recorder = Recorder(secrets=(PASSWORD, *tape.target.secrets))
        yield tape.target
        return
    from login_contract.mock.run import EmbeddedMock

    with EmbeddedMock() as mock:
        tape.target = describe(settings, base_url=mock.base_url, control_url=mock.origin, app=mock.app)
        yield tape.target


@pytest.fixture(scope="session")
def pace(target: Target) -> Pace:
    """The speed limit of the target."""
    return Pace(target.rate)


@pytest.fixture(scope="session")
def description() -> Description:
    return described()


@pytest.fixture(scope="session")
def judge(description: Description, target: Target) -> Judge:
    foreign = not target.capabilities.is_mock
    return Judge(description, excuse_inferred=foreign, partner_codes=foreign)


@pytest.fixture
def tape(pytestconfig: pytest.Config) -> Tape:
    """What the running test has sent so far."""
    return pytestconfig.stash[TAPE]


@pytest.fixture
def http(target: Target, tape: Tape, pace: Pace) -> Iterator[httpx.Client]:
    """A client at the API's base URL, whose exchanges the report shows when the test fails."""
    hooks = tape.recorder.hooks()
    hooks["request"][:0] = [partial(_skip_writes, target), pace.wait]
    with make_client(
        base_url=target.base_url,
        gateway=target.gateway,
        timeout=target.settings.timeout,
        event_hooks=hooks,
    ) as client:
        yield client


def _skip_writes(target: Target, request: httpx.Request) -> None:
    """Skip a test that is about to change something where the target does not allow it."""
    refused = target.capabilities.missing("write")
    path = request.url.path.removeprefix(httpx.URL(target.base_url).path)
    operation = described().by_label.get(f"{request.method} {path}")
    if refused and request.method not in LOOKING and (operation is None or not operation.changes_nothing):
        pytest.skip(refused)


@pytest.fixture
def control(target: Target, tape: Tape) -> Iterator[Control]:
    """The target's control interface; a test that asks for it is skipped where there is none."""
    if target.control_url is None:
        pytest.skip(target.capabilities.missing("configure") or "")
    with Control(
        target.control_url,
        admin_token=target.settings.admin_token,
        event_hooks=tape.recorder.hooks(),
        gateway=target.gateway,
    ) as client:
        yield client


@pytest.fixture(scope="session")
def signing_key() -> str:
    """An RSA key as PEM: making one for each project would take longer than most tests."""
    return RSAKey.generate_key(2048).as_pem(private=True).decode()


@pytest.fixture
def make_project(control: Control, signing_key: str) -> ProjectFactory:
    """Create a project with the given settings and return its id."""

    def make(**settings: Any) -> str:
        defaults = {"otc_wait_seconds": WAIT_SECONDS, "private_key": signing_key}
        return control.put_project(**{**defaults, **settings})

    return make


@pytest.fixture
def make_player(
    http: httpx.Client, control: Control, description: Description, judge: Judge, make_project: ProjectFactory
) -> PlayerFactory:
    """Create a project with the given settings and return somebody who uses it."""

    def make(**settings: Any) -> Player:
        return Player(
            http=http,
            project_id=make_project(**settings),
            description=description,
            judge=judge,
            control=control,
        )

    return make


@pytest.fixture
def player(make_player: PlayerFactory) -> Player:
    """Somebody who uses a fresh project with default settings."""
    return make_player()


@pytest.fixture
def make_launcher(make_player: PlayerFactory) -> LauncherFactory:
    """Create a project with the given settings and one client of each kind; return its game launcher."""

    def make(*, redirect_uris: tuple[str, ...] = (CALLBACK,), **settings: Any) -> Launcher:
        clients = OAuthClients()
        player = make_player(oauth_clients=clients.settings(redirect_uris), **settings)
        return Launcher(player=player, clients=clients, client_id=clients.public)

    return make


@pytest.fixture
def launcher(make_launcher: LauncherFactory) -> Launcher:
    """The game launcher of a fresh project with default settings."""
    return make_launcher()


@pytest.fixture
def member(launcher: Launcher) -> Launcher:
    """The launcher of a fresh project that ann is a member of."""
    launcher.member()
    return launcher


@pytest.fixture
def visitor(http: httpx.Client, target: Target, description: Description, judge: Judge) -> Player:
    """Somebody who may only look, at the project that the target's settings name."""
    project_id = target.settings.project_id or (MOCK_PROJECT_ID if target.capabilities.is_mock else None)
    if project_id is None:
        pytest.skip("no project is known; set project_id")
    return Player(http=http, project_id=project_id, description=description, judge=judge)
