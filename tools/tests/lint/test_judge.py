"""The rule sets and the dictionary see what is wrong, told by planting it."""

from __future__ import annotations

from lint.judge import judge
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
