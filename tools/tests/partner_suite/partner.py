"""A partner in this process and the suite run against it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from attrs import define, field

from login_contract import resources
from login_contract.description.storage_webhooks import NAMES
from login_contract.local_server import LocalServer
from login_contract.partner_suite import endpoints
from login_contract.partner_suite.key_server import KeyServer
from login_contract.partner_suite.reference.app import ReferencePartnerApp
from login_contract.partner_suite.reference.partner import ReferencePartner
from login_contract.partner_suite.reference.verification import Verifier
from login_contract.partner_suite.run import run
from login_contract.partner_suite.settings import PartnerSettings
from login_contract.partner_suite.signer import Signer
from login_contract.suite.reporting.results import Finding, Results
from login_contract.suite.runner import Selection
from login_contract.tokens.signing import new_rsa_key, private_pem

EXAMPLES = 4


@cache
def signer() -> Signer:
    """The signer of all tests: making a key takes longer than most of them."""
    return Signer(PartnerSettings().project_id, new_rsa_key())


def verifier() -> Verifier:
    """Return what a partner verifies the tokens of that signer with."""
    return KeyServer(signer()).verifier


@define
class Quiet:
    """Listens to a run and says nothing."""

    found_so_far: list[Finding] = field(factory=list)

    def planned(self, tests: int) -> None:
        """Not of interest."""

    def started(self, nodeid: str) -> None:
        """Not of interest."""

    def found(self, finding: Finding) -> None:
        """Not of interest yet: the results tell."""


@contextlib.contextmanager
def serving(receiver: ReferencePartner) -> Iterator[str]:
    """Serve a receiver; give its origin."""
    with LocalServer(ReferencePartnerApp(receiver)) as server:
        yield server.origin


def settings_for(origin: str, *names: str, **more: Any) -> PartnerSettings:
    """Return settings for some webhooks at an origin, all without names."""
    found = endpoints.from_mapping({name: f"{origin}/{name}" for name in names or NAMES}, where="test")
    return PartnerSettings(endpoints=found, private_key=private_pem(signer().key), **more)


def judged(
    settings: PartnerSettings,
    *,
    only: str | None = None,
    examples: int = EXAMPLES,
    show_secrets: bool = False,
) -> Results:
    """Run the suite against a partner, in this process."""
    # A module that is imported already would test the webhooks of the run before.
    folder = resources.path(resources.SUITE) / "webhooks"
    for name, module in list(sys.modules.items()):
        if Path(getattr(module, "__file__", None) or "/").parent == folder:
            del sys.modules[name]
    selection = Selection(parts=("webhooks",), only=only, deep=examples, show_secrets=show_secrets)
    return run(settings, selection, Quiet())


def cases(results: Results, verdict: str) -> set[str]:
    """Return the cases that ended so: the test's name, for token cases the name of the defect."""
    return {case_of(finding) for finding in results.findings if finding.verdict == verdict}


def case_of(finding: Finding) -> str:
    """Return the case that a finding is about."""
    name, _, parameters = finding.nodeid.rpartition("::")[2].partition("[")
    if name == "test_bad_token_is_refused":
        return parameters.rstrip("]").rpartition("-")[2]
    return name
