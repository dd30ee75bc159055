"""The partner whose endpoints are tested; without any, the reference partner in this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from login_contract.description.storage_webhooks import NAMES
from login_contract.local_server import LocalServer
from login_contract.partner_suite import bodies, endpoints, settings
from login_contract.partner_suite.deliveries import SHORTEST_SECRET, Deliveries
from login_contract.partner_suite.key_server import KeyServer
from login_contract.partner_suite.reference.app import ReferencePartnerApp
from login_contract.partner_suite.reference.partner import ReferencePartner
from login_contract.partner_suite.settings import PartnerSettings
from login_contract.partner_suite.signer import Signer, defects, signer_of
from login_contract.partner_suite.trial import UNKNOWN, PartnerUnderTest, Trial
from login_contract.suite.reporting.evidence import RECORDING

# Whether it answers at all is known first, and what is asked of many at once comes last.
ORDER = (
    "test_usual",
    "test_answers",
    "test_requests",
    "test_tokens",
    "test_malformed",
    "test_generated",
    "test_behaviour",
)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "only(*names): the webhooks that a test is about")
    config.addinivalue_line("markers", "free_text: about webhooks whose bodies may hold any text")
    config.addinivalue_line("markers", "as_found: also about endpoints that do not answer as they should")
    config.addinivalue_line("markers", "about_users: also where the usual delivery is refused for its user")
    config.addinivalue_line("markers", "accepting: about endpoints that accept the usual delivery")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Name the webhook of a generated test in its id, where `-k` finds it."""
    label = getattr(item, "operation_label", None)
    if label and label not in item.nodeid and hasattr(item, "_id"):
        item._id = item._id.with_params(label)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test for each webhook that the partner has, and a token test for each defect of its tokens."""
    given = settings.from_environment() or PartnerSettings()
    if "trial" in metafunc.fixturenames:
        only = metafunc.definition.get_closest_marker("only")
        names = [each.name for each in given.endpoints] or list(NAMES)
        wanted = [
            name
            for name in names
            if (only is None or name in only.args)
            and (not metafunc.definition.get_closest_marker("free_text") or bodies.has_free_text(name))
        ]
        metafunc.parametrize("trial", wanted, indirect=True)
    if "defect" in metafunc.fixturenames:
        sentences = metafunc.module.SENTENCES
        metafunc.parametrize(
            "defect",
            [
                pytest.param(defect, marks=pytest.mark.law(sentences[defect]))
                for defect in defects(given.algorithm)
            ],
        )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of this folder into their order; others keep their places before them."""
    here = Path(__file__).parent
    own = [item for item in items if item.path.parent == here and not _concerns_nothing(item)]
    items[:] = [item for item in items if item.path.parent != here] + sorted(
        own, key=lambda item: ORDER.index(item.path.stem)
    )


def _concerns_nothing(item: pytest.Item) -> bool:
    """Say whether a test is about webhooks of which the partner has none."""
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    return "trial" in parameters and not isinstance(parameters["trial"], str)


@pytest.fixture(scope="session")
def partner(pytestconfig: pytest.Config) -> Iterator[PartnerUnderTest]:
    """The partner under test."""
    given = settings.from_environment() or PartnerSettings()
    with ExitStack() as stack:
        signer = signer_of(given)
        if not given.endpoints:
            reference = stack.enter_context(_reference(signer))
            given = PartnerSettings(
                endpoints=endpoints.for_all(f"{reference.origin}/{endpoints.PLACEHOLDER}", where="reference")
            )
        secrets = tuple(filter(None, (given.secret, given.known_password)))
        recorder = pytestconfig.stash[RECORDING].recorder
        recorder.hide(*(secret for secret in secrets if len(secret) >= SHORTEST_SECRET))
        deliveries = stack.enter_context(Deliveries(timeout=given.timeout, secrets=secrets))
        yield PartnerUnderTest(settings=given, signer=signer, deliveries=deliveries, recorder=recorder)


def _reference(signer: Signer) -> LocalServer:
    told = {"tier": "gold", "attributes": [{"key": "origin", "value": "reference"}]}
    return LocalServer(ReferencePartnerApp(ReferencePartner(KeyServer(signer).verifier, told=told)))


@pytest.fixture
def trial(partner: PartnerUnderTest, request: pytest.FixtureRequest) -> Trial:
    """One endpoint, unless nothing can be learned from it any more."""
    found = partner.trial(request.param)
    assert found is not None
    if partner.patience.is_over(found.endpoint):
        pytest.skip("unreachable: three deliveries in a row got no answer")
    spared = "about_users" if found.trouble == UNKNOWN else "as_found"
    if found.trouble and not request.node.get_closest_marker(spared):
        pytest.skip(found.trouble)
    if request.node.get_closest_marker("accepting") and not found.usual().accepted:
        pytest.skip(UNKNOWN)
    return found
