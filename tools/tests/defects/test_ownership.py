"""The law about isolation finds the check of ownership missing in whichever operation it is taken out of."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite import runner
from login_contract.suite.generated.owners import guarded
from login_contract.suite.runner import Selection
from login_contract.suite.settings import TargetSettings
from tests.defects import ownership
from tests.defects.test_defects import Nobody

LAW = Selection(parts=("flows/test_isolation.py::test_what_is_anothers_stays_so",))
SIGN = re.compile("(changed|was told|was served with) what is another's")

# Where a mistake about the user or the project shows in nothing that anybody is told.
UNSEEN_OF_USERS = {
    "add-username-email-auth-to-account": "an owner has a password, and gets no other",
    "create-code-for-linking-accounts": "the code names nobody until a server presents it",
    "get-ask-fields": "tells what the project asks for",
    "get-linked-networks": "no owner has a network: one is linked in a browser",
    "get-links-for-social-auth": "whose the addresses are shows at their end, in a browser",
    "get-social-account-friends": "no owner has a network",
    "get-url-to-link-social-network-to-account": "whose the address is shows at its end, in a browser",
    "get-user-public-profile": "tells everybody the same",
    "jwt-refresh-social-token": "no owner has a network",
    "link-phone-number": "sends a code to whoever is named; the account is as it was",
    "link-social-network-to-account": "whose the address is shows at its end, in a browser",
    "oauth2-check-consent": "answers yes or no",
    "search-users-by-nickname": "tells everybody the same",
    "social-consent": "no call tells to what a user agreed",
    "update-social-account-friends": "no owner has a network",
    "update-users-two-factor-authentication-settings": "wants what the owner has already",
    "validate-jwt": "says whether a token is good, not whose it is",
}
UNSEEN_OF_PROJECTS = {
    "get-attributes-by-server-custom-id": "asks by ids that no owner has",
    "get-users-ids-by-social-id-and-platform": "asks by ids that no owner has",
    "link-accounts-by-code": "whose the code is shows at its platform",
}


def found() -> set[str]:
    """Run the law about every operation with a defect in that one, and return in which it is found."""
    results = runner.run(TargetSettings(), LAW, Nobody())
    assert not results.trouble
    noticed = [each.nodeid for each in results.failures if SIGN.search(each.detail)]
    return {re.findall(r"\[([^]]+)]", nodeid)[0] for nodeid in noticed}


def operations(wanted: Callable[[Operation], bool]) -> set[str]:
    return {name for name in guarded() if wanted(described().operations[name])}


@pytest.mark.long
def test_user_taken_for_another_is_found_in_every_operation(monkeypatch: pytest.MonkeyPatch) -> None:
    ownership.user_of_a_token_mistaken(monkeypatch)

    assert operations(lambda operation: not operation.server_token) - found() <= UNSEEN_OF_USERS.keys()


@pytest.mark.long
def test_server_taken_for_another_is_found_in_every_operation(monkeypatch: pytest.MonkeyPatch) -> None:
    ownership.server_of_a_project_mistaken(monkeypatch)

    assert operations(lambda operation: operation.server_token) - found() <= UNSEEN_OF_PROJECTS.keys()


def test_what_is_unseen_is_described_with_its_reason() -> None:
    assert UNSEEN_OF_USERS.keys() | UNSEEN_OF_PROJECTS.keys() <= set(guarded())
    assert all((UNSEEN_OF_USERS | UNSEEN_OF_PROJECTS).values())
