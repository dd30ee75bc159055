"""The target of a run, somebody to speak to it, and the evidence that every test leaves behind."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from functools import partial
from itertools import count
from typing import Any
from uuid import uuid4

import httpx
import pytest

from login_contract.description.model import Description, described
from login_contract.http_client import make_client
from login_contract.suite import alone, choice, hypothesis_folder
from login_contract.suite.actors.cast import MARK, USUAL_DOMAIN, Cast
from login_contract.suite.actors.client_registrations import ClientRegistrations, KnownClients
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import PASSWORD, JwtClient
from login_contract.suite.actors.lacking import NO_CONFIGURING, lacks
from login_contract.suite.actors.mailbox import Mailbox
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.own_project import OwnProject
from login_contract.suite.actors.registered_addresses import CALLBACK, MOCK_CALLBACK, REDIRECT_URI
from login_contract.suite.discovery import discover
from login_contract.suite.generated.live_stock import SETTINGS, Stock
from login_contract.suite.generated.probe import LOOKING
from login_contract.suite.judging.judge import Judge, Unjudged
from login_contract.suite.pace import Pace
from login_contract.suite.reporting import evidence
from login_contract.suite.reporting.evidence import TAPE, Tape
from login_contract.suite.reporting.recorder import Recorder
from login_contract.suite.setting_kinds import NAME
from login_contract.suite.settings import read_settings
from login_contract.suite.target import MOCK_PROJECT_ID, Target, describe
from login_contract.tokens.signing import key_of, private_pem

# The suite may lie where nothing can be written.
os.environ.setdefault(hypothesis_folder.HYPOTHESIS, str(hypothesis_folder.folder()))
WAIT_SECONDS = 1
NO_PROJECT = "no project is known; set project_id"
NO_SECOND_PROJECT = "a second project is not known, and none can be made (no control interface)"

ProjectFactory = Callable[..., str]
PlayerFactory = Callable[..., JwtClient]
LauncherFactory = Callable[..., OAuthClient]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "law(sentence, origin=None, security=False, fundamental=False): the law that a test proves"
    )
    config.addinivalue_line("markers", "needs(*capabilities): what a target must let the test do")
    config.addinivalue_line("markers", "project(**settings): how the test's project has to be")
    config.addinivalue_line("markers", "phase(name): the phase of the property tests")
    if alone.ROOM in os.environ:
        config.pluginmanager.register(alone)
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


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    choice.narrow(config, items)


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


@pytest.fixture(autouse=True)
def _fitting(request: pytest.FixtureRequest) -> None:
    """Skip a test whose marks ask for more than the target has, or for another project."""
    needs, project = (request.node.get_closest_marker(name) for name in ("needs", "project"))
    if needs is not None:
        target: Target = request.getfixturevalue("target")
        reason = target.capabilities.missing(*needs.args)
        if reason is not None:
            lacks(reason)
    if project is not None:
        home: OwnProject | None = request.getfixturevalue("home")
        if home is not None:
            home.wants(**project.kwargs)


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
        tape.target = describe(settings, base_url=mock.base_url, control_url=mock.origin, server=mock)
        yield tape.target


@pytest.fixture(scope="session")
def pace(target: Target) -> Pace:
    """The speed limit of the target, of which every process of a run has its share."""
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    return Pace(target.rate and target.rate / processes)


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
def control(target: Target, tape: Tape, pytestconfig: pytest.Config) -> Iterator[Control]:
    """The target's control interface; a test that asks for it is skipped where there is none."""
    if target.control_url is None:
        lacks(NO_CONFIGURING)
    hooks = tape.recorder.hooks()
    room = pytestconfig.stash.get(alone.KEY, None)
    if room is not None:
        hooks["request"][:0] = [room.ask]
    with Control(
        target.control_url,
        admin_token=target.settings.admin_token,
        event_hooks=hooks,
        gateway=target.gateway,
    ) as client:
        yield client


@pytest.fixture(scope="session")
def signing_key() -> str:
    """An RSA key as PEM for every project of the run."""
    return private_pem(key_of("every project of the tests"))


@pytest.fixture
def make_project(control: Control, signing_key: str) -> ProjectFactory:
    """Create a project with the given settings and return its id."""

    def make(**settings: Any) -> str:
        defaults = {"otc_wait_seconds": WAIT_SECONDS, "private_key": signing_key}
        if CALLBACK != MOCK_CALLBACK:
            defaults["callback_urls"] = [CALLBACK]
        return control.put_project(**{**defaults, **settings})

    return make


@pytest.fixture(scope="session")
def stock(
    pytestconfig: pytest.Config, target: Target, description: Description, judge: Judge, signing_key: str
) -> Iterator[Stock | None]:
    """What good requests are made of, in a project of its own; None where no project can be made."""
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
        jwt_client = JwtClient(
            http=http, project_id="", description=description, judge=judge, control=control
        )
        settings = {**SETTINGS, "private_key": signing_key}
        yield Stock.at_a_fresh_project(jwt_client, control, settings)


@pytest.fixture(scope="session")
def run_id() -> str:
    """A few letters that the accounts of this run have in their names."""
    return f"{MARK}{uuid4().hex[:8]}"


@pytest.fixture(scope="session")
def mailbox(target: Target) -> Iterator[Mailbox | None]:
    """Where mails of a target without control interface can be read, if anywhere."""
    how = target.settings.mailbox
    if how is None or target.control_url is not None:
        yield None
        return
    mailbox = Mailbox(how, wait=target.settings.mailbox_wait)
    yield mailbox
    mailbox.close()


@pytest.fixture(scope="session")
def make_guest(
    target: Target, description: Description, run_id: str, mailbox: Mailbox | None
) -> Callable[..., JwtClient]:
    """Return somebody who uses the target's own project, where nobody has the names of this test yet."""
    numbers = count()
    address = target.settings.mailbox_address or f"{NAME}@{USUAL_DOMAIN}"

    def make(http: httpx.Client, judge: Judge, home: OwnProject | None = None) -> JwtClient:
        if target.settings.project_id is None:
            lacks(NO_PROJECT)
        return JwtClient(
            http=http,
            project_id=target.settings.project_id,
            description=description,
            judge=judge,
            cast=Cast(f"{run_id}-{next(numbers)}", address),
            login_url=target.settings.login_url,
            mailbox=mailbox,
            home=home,
        )

    return make


@pytest.fixture(scope="session")
def home(
    pytestconfig: pytest.Config,
    target: Target,
    pace: Pace,
    description: Description,
    make_guest: Callable[..., JwtClient],
) -> Iterator[OwnProject | None]:
    """The target's own project, for tests that fit into it; None where projects can be made."""
    if target.control_url is not None:
        yield None
        return
    hooks = pytestconfig.stash[TAPE].recorder.hooks()
    hooks["request"][:0] = [partial(_skip_writes, target), pace.wait]
    with make_client(
        base_url=target.base_url,
        gateway=target.gateway,
        timeout=target.settings.timeout,
        event_hooks=hooks,
    ) as http:
        yield OwnProject(make_guest(http, Unjudged(description)))


@pytest.fixture
def make_player(
    request: pytest.FixtureRequest, http: httpx.Client, target: Target, description: Description, judge: Judge
) -> PlayerFactory:
    """Create a project with the given settings and return somebody who uses it.

    Where no project can be made, the target's own is used once by a test, if it is as the test wants it.
    """
    if target.control_url is None:
        return _at_home(request, http, judge)
    make_project: ProjectFactory = request.getfixturevalue("make_project")
    control: Control = request.getfixturevalue("control")

    def make(**settings: Any) -> JwtClient:
        return JwtClient(
            http=http,
            project_id=make_project(**settings),
            description=description,
            judge=judge,
            control=control,
        )

    return make


def _at_home(request: pytest.FixtureRequest, http: httpx.Client, judge: Judge) -> PlayerFactory:
    home: OwnProject = request.getfixturevalue("home")
    make_guest: Callable[..., JwtClient] = request.getfixturevalue("make_guest")
    guests: list[JwtClient] = []

    def make(**settings: Any) -> JwtClient:
        if guests:
            lacks(NO_SECOND_PROJECT)
        home.wants(**settings)
        guests.append(make_guest(http, judge, home))
        return guests[0]

    return make


@pytest.fixture
def jwt_client(make_player: PlayerFactory) -> JwtClient:
    """Somebody who uses a project with default settings."""
    return make_player()


@pytest.fixture
def make_launcher(make_player: PlayerFactory, target: Target) -> LauncherFactory:
    """Create a project with the given settings and one client of each kind; return its game launcher."""

    def make(*, redirect_uris: tuple[str, ...] = (REDIRECT_URI,), **settings: Any) -> OAuthClient:
        if target.control_url is None:
            if redirect_uris != (REDIRECT_URI,):
                lacks(NO_CONFIGURING)
            known = KnownClients(known=target.settings)
            return OAuthClient(jwt_client=make_player(**settings), clients=known, client_id=known.usual)
        clients = ClientRegistrations()
        jwt_client = make_player(oauth_clients=clients.settings(redirect_uris), **settings)
        return OAuthClient(jwt_client=jwt_client, clients=clients, client_id=clients.public)

    return make


@pytest.fixture
def oauth_client(make_launcher: LauncherFactory) -> OAuthClient:
    """The game launcher of a project with default settings."""
    return make_launcher()


@pytest.fixture
def member(oauth_client: OAuthClient) -> OAuthClient:
    """The launcher of a project that ann is a member of."""
    oauth_client.member()
    return oauth_client


@pytest.fixture
def visitor(
    request: pytest.FixtureRequest, http: httpx.Client, target: Target, description: Description, judge: Judge
) -> JwtClient:
    """Somebody who may only look, at the project that the target's settings name."""
    project_id = target.settings.project_id or (MOCK_PROJECT_ID if target.capabilities.is_mock else None)
    if project_id is None:
        lacks(NO_PROJECT)
    home: OwnProject | None = request.getfixturevalue("home")
    return JwtClient(
        http=http,
        project_id=project_id,
        description=description,
        judge=judge,
        home=home,
        login_url=target.settings.login_url,
    )
