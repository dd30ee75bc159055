"""The suite bites without a control interface too: on a server with a known user, clients or a mailbox."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

from login_contract.suite import runner
from login_contract.suite.actors.registered_addresses import CALLBACK
from login_contract.suite.forecast import requests_of
from login_contract.suite.reporting.results import Results
from login_contract.suite.runner import Selection
from login_contract.suite.settings import PREFIX, TargetSettings
from login_contract.suite.target import MOCK_CLIENT_IDS, MOCK_PROJECT_ID
from tests.defects.catalogue import plants
from tests.defects.test_defects import Nobody, shown
from tests.suite.foreign import Foreign, foreign_server

CLIENTS, MAILBOX = "clients", "a mailbox"
# So many flows pass where clients are known; with fewer, laws have fallen silent there.
LEAST_FLOWS = 500
LEAST_MAILED = 100
TABLE = Path(__file__).with_name("foreign_servers.md")


@frozen
class Row:
    """A defect, what is known of the server that has it, the law that has to fail there, and the sign."""

    defect: str
    known: str
    law: str
    sign: str


def table() -> Iterator[Row]:
    """Yield the rows of the table beside this file."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip("|").split(" | ")]
        if len(cells) == 4 and cells[0] != "defect":
            yield Row(*cells)


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"{PREFIX}PASSWORD", "password123")


def run(foreign: Foreign, known: Sequence[str], parts: tuple[str, ...], patch: pytest.MonkeyPatch) -> Results:
    """Run part of the suite against the server, with leave to write and what is known of it."""
    settings = TargetSettings(
        url=foreign.url, project_id=MOCK_PROJECT_ID, username="demo", allow_writes=True, rate=10_000
    )
    if CLIENTS in known:
        patch.setenv(f"{PREFIX}CLIENT_SECRET", "mock-confidential-secret")
        patch.setenv(f"{PREFIX}SERVER_CLIENT_SECRET", "mock-server-secret")
        public, confidential, server = MOCK_CLIENT_IDS
        settings = evolve(settings, client_id=confidential, public_client_id=public, server_client_id=server)
    if MAILBOX in known:
        settings = evolve(settings, mailbox=foreign.mailbox, mailbox_wait=2)
    return runner.run(settings, Selection(parts=parts), Nobody())


def part(law: str) -> str:
    noun, _, name = law.partition("::")
    return f"flows/test_{noun}.py::{name}"


@pytest.mark.parametrize("row", tuple(table()), ids=lambda row: f"{row.defect} by {row.law}")
def test_defect_is_noticed_without_a_control_interface(row: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    plants()[row.defect](monkeypatch)

    with foreign_server(confirmation_required=False) as foreign:
        results = run(foreign, (row.known,), (part(row.law),), monkeypatch)

    assert results.exit_status == 1, [(each.verdict, each.reason) for each in results.findings]
    for failure in results.failures:
        assert re.search(row.sign, shown(failure)), f"found for another reason:\n{shown(failure)}"


@pytest.mark.long
def test_healthy_server_is_tested_by_many_laws_and_fails_none(monkeypatch: pytest.MonkeyPatch) -> None:
    with foreign_server(confirmation_required=False) as foreign:
        results = run(foreign, (CLIENTS,), ("flows",), monkeypatch)

    verdicts = Counter(found.verdict for found in results.findings)
    assert [(found.nodeid, found.reason) for found in results.failures] == []
    assert verdicts["unverified"] == verdicts["warning"] == 0
    assert verdicts["passed"] >= LEAST_FLOWS
    assert all(found.reason for found in results.findings if found.verdict == "skipped")
    foretold = requests_of(Selection(parts=("flows",)), TargetSettings(client_id=1), writes=True)
    assert foretold / 1.5 < len(foreign.requests) < foretold * 1.5


@pytest.mark.parametrize("confirmation_required", [True, False])
def test_mailbox_opens_what_is_mailed(confirmation_required: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    nouns = ("codes", "fresh_account", "registration", "reset", "tokens")

    with foreign_server(confirmation_required=confirmation_required) as foreign:
        results = run(foreign, (MAILBOX,), tuple(f"flows/test_{noun}.py" for noun in nouns), monkeypatch)

    assert [(found.nodeid, found.reason) for found in results.failures] == []
    confirmed = "test_link_confirms_the_account"
    (verdict,) = [found.verdict for found in results.findings if found.nodeid.endswith(confirmed)]
    assert verdict == ("passed" if confirmation_required else "skipped")
    assert Counter(found.verdict for found in results.findings)["passed"] >= LEAST_MAILED


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        (
            {"confirmation_required": False, "callback_urls": [CALLBACK, "https://example.com/other"]},
            "the project has several Callback URLs; set login_url",
        ),
        ({}, "the project asks for confirmation, and mails of the target cannot be read"),
        ({"confirmation_required": False, "registration_allowed": False}, "nobody can register"),
        ({"confirmation_required": False, "two_factor": "email"}, "the project wants a second factor"),
        (
            {
                "confirmation_required": False,
                "ask_fields": [{"name": "country-name", "type": "str", "required": True, "step": 0}],
            },
            "the project asks for fields after a login",
        ),
        (
            {"confirmation_required": False, "algorithm": "HS256", "hs256_secret": "s" * 32},
            "signs with HS256",
        ),
        ({"confirmation_required": False, "allowed_origins": ["https://game.example"]}, "pages on localhost"),
    ],
    ids=[
        "with several callbacks",
        "confirming",
        "closed",
        "with a second factor",
        "asking",
        "HS256",
        "other origins",
    ],
)
def test_server_that_is_set_up_otherwise_fails_nothing(
    settings: dict[str, Any], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    nouns = ("fresh_account", "cors", "tokens", "known_user", "registration")

    with foreign_server(**settings) as foreign:
        results = run(foreign, (), tuple(f"flows/test_{noun}.py" for noun in nouns), monkeypatch)

    assert [(found.nodeid, found.reason) for found in results.failures] == []
    assert any(reason in found.reason for found in results.findings if found.verdict == "skipped")


def test_named_callback_serves_where_there_are_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"{PREFIX}LOGIN_URL", CALLBACK)
    callbacks = [CALLBACK, "https://example.com/other"]

    with foreign_server(confirmation_required=False, callback_urls=callbacks) as foreign:
        results = run(foreign, (), ("flows/test_fresh_account.py",), monkeypatch)

    assert [(found.nodeid, found.reason) for found in results.findings if found.verdict != "passed"] == []
