"""The rule sets and the dictionary see what is wrong, told by planting it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from lint.judge import judge
from login_contract.errors import UsageError
from login_contract.npm import Installation
from node import npm
from tests.node_or_skip import NodeOrSkip

IBM = "ibm-openapi-tags-used"
PLANTED = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1", "description": "Long enough to be a description."},
    "servers": [{"url": "https://example.com", "description": "A server."}],
    "tags": [{"name": "unused", "description": "A tag that nothing has."}],
    "paths": {},
    "components": {"schemas": {"Unbounded": {"type": "string"}}},
}


def test_rule_sets_and_dictionary_find_what_was_planted() -> None:
    with NodeOrSkip():
        judged = judge(
            PLANTED, shared=[IBM, "no-rule"], words=["recieve", "Xsolla", "colour"], known=["Xsolla"]
        )

    found = {(one.rule_set, one.rule) for one in judged.findings}
    assert judged.unknown == ("recieve",)
    assert {
        ("spectral:oas", "oas3-unused-component"),
        ("owasp", "owasp:api4:2023-string-limit"),
        ("documentation", "docs-description"),
    } <= found
    assert {rule for rule_set, rule in found if rule_set == "ibm"} == {IBM}
    assert IBM in judged.offered


@pytest.mark.parametrize(
    ("ended", "told"),
    [
        (subprocess.TimeoutExpired("node", 300), "lint did not end within 300 seconds"),
        (
            subprocess.CompletedProcess("node", 1, "", "at a place\nError: why\n"),
            "lint did not run: Error: why",
        ),
    ],
)
def test_what_does_not_end_well_is_one_line(
    monkeypatch: pytest.MonkeyPatch, ended: Exception | subprocess.CompletedProcess[str], told: str
) -> None:
    def run(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        if isinstance(ended, Exception):
            raise ended
        return ended

    monkeypatch.setattr(npm, "install", lambda _: Installation(Path("node"), Path("modules")))
    monkeypatch.setattr(subprocess, "run", run)

    with pytest.raises(UsageError) as refused:
        judge(None)
    assert str(refused.value) == told
