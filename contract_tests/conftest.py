"""The target of a run, somebody to speak to it, and the evidence that every test leaves behind."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from login_contract.description.model import Description, described
from login_contract.suite import alone, choice, hypothesis_folder
from login_contract.suite.actors.client_registrations import ClientRegistrations, KnownClients
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.actors.lacking import NO_CONFIGURING, lacks
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.own_project import OwnProject
from login_contract.suite.actors.registered_addresses import CALLBACK, MOCK_CALLBACK, REDIRECT_URI
from login_contract.suite.assignment import Assignment
from login_contract.suite.discovery import discover
from login_contract.suite.fixtures.connection import control_connection, polite_connection
from login_contract.suite.judging.judge import Judge
from login_contract.suite.pace import Pace
from login_contract.suite.reporting.evidence import RECORDING, Recording
from login_contract.suite.settings import read_settings
from login_contract.suite.target import Target, describe
from login_contract.tokens.signing import key_of, private_pem

# The suite may lie where nothing can be written.
os.environ.setdefault(hypothesis_folder.HYPOTHESIS, str(hypothesis_folder.folder()))
WAIT_SECONDS = 1
ASSIGNMENT = Assignment.from_env()
NO_SECOND_PROJECT = "a second project is not known, and none can be made (no control interface)"

pytest_plugins = [
    f"login_contract.suite.fixtures.{name}" for name in ("constants", "evidence", "stock", "own_project")
]
ProjectFactory = Callable[..., str]
MakeJwtClient = Callable[..., JwtClient]
MakeOAuthClient = Callable[..., OAuthClient]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "law(sentence, origin=None, security=False, fundamental=False): the law that a test proves"
    )
    config.addinivalue_line("markers", "needs(*capabilities): what a target must let the test do")
    config.addinivalue_line("markers", "project(**settings): how the test's project has to be")
    config.addinivalue_line("markers", "phase(name): the phase of the property tests")
    if ASSIGNMENT.room is not None:
        alone.join(config, ASSIGNMENT.room)


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
    choice.narrow(config, items, ASSIGNMENT.choice)


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
    recording = pytestconfig.stash[RECORDING]
    if not settings.embedded:
        recording.target = discover(settings)
        recording.recorder.hide(*recording.target.secrets)
        yield recording.target
        return
    from login_contract.mock.run import EmbeddedMock

    with EmbeddedMock() as mock:
        recording.target = describe(settings, base_url=mock.base_url, control_url=mock.origin, server=mock)
        yield recording.target


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
    return Judge(description, inferred_is_unverified=foreign, partner_codes=foreign)


@pytest.fixture
def http(target: Target, recording: Recording, pace: Pace) -> Iterator[httpx.Client]:
    """A client at the API's base URL, whose exchanges the report shows when the test fails."""
    with polite_connection(target, recording, pace) as client:
        yield client


@pytest.fixture
def control(target: Target, recording: Recording, pytestconfig: pytest.Config) -> Iterator[Control]:
    """The target's control interface; a test that asks for it is skipped where there is none."""
    if target.control_url is None:
        lacks(NO_CONFIGURING)
    hooks = recording.recorder.hooks()
    room = pytestconfig.stash.get(alone.KEY, None)
    if room is not None:
        hooks["request"][:0] = [room.ask]
    with control_connection(target, target.control_url, hooks, short=True) as client:
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


@pytest.fixture
def make_jwt_client(
    request: pytest.FixtureRequest, http: httpx.Client, target: Target, description: Description, judge: Judge
) -> MakeJwtClient:
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


def _at_home(request: pytest.FixtureRequest, http: httpx.Client, judge: Judge) -> MakeJwtClient:
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
def jwt_client(make_jwt_client: MakeJwtClient) -> JwtClient:
    """Somebody who uses a project with default settings."""
    return make_jwt_client()


@pytest.fixture
def make_oauth_client(make_jwt_client: MakeJwtClient, target: Target) -> MakeOAuthClient:
    """Create a project with the given settings and one client of each kind; return the public one."""

    def make(*, redirect_uris: tuple[str, ...] = (REDIRECT_URI,), **settings: Any) -> OAuthClient:
        if target.control_url is None:
            if redirect_uris != (REDIRECT_URI,):
                lacks(NO_CONFIGURING)
            known = KnownClients(known=target.settings)
            return OAuthClient(jwt_client=make_jwt_client(**settings), clients=known, client_id=known.usual)
        clients = ClientRegistrations()
        jwt_client = make_jwt_client(oauth_clients=clients.settings(redirect_uris), **settings)
        return OAuthClient(jwt_client=jwt_client, clients=clients, client_id=clients.public)

    return make


@pytest.fixture
def oauth_client(make_oauth_client: MakeOAuthClient) -> OAuthClient:
    """The public client of a project with default settings."""
    return make_oauth_client()


@pytest.fixture
def member(oauth_client: OAuthClient) -> OAuthClient:
    """The client of a project that ann is a member of."""
    oauth_client.member()
    return oauth_client
