from __future__ import annotations

from pathlib import Path

import pytest

from lint.accepted import Accepted, read, sift
from lint.finding import Finding
from login_contract.errors import UsageError

DOCUMENT = {
    "a": {"type": "string", "format": "uuid"},
    "b": {"type": "string"},
    "c": [{"d": 1}],
}


def found(*pointer: str, rule: str = "r") -> Finding:
    return Finding(rule_set="s", rule=rule, pointer=pointer, message="m")


def entry(*at: str, rules: tuple[str, ...] = ("r",), **where: tuple[object, ...]) -> Accepted:
    return Accepted(rules=rules, reason="because", at=at, where=where)


def test_an_entry_covers_its_rules_alone() -> None:
    left, idle = sift([found("a"), found("a", rule="other")], [entry()], DOCUMENT)

    assert ([one.rule for one in left], idle) == (["other"], [])


def test_an_entry_covers_its_places_and_what_stands_there_alone() -> None:
    by_place, by_node = entry("^a$"), entry(format=("uuid", "date"))

    assert sift([found("a"), found("b")], [by_place], DOCUMENT) == ([found("b")], [])
    assert sift([found("a"), found("b")], [by_node], DOCUMENT) == ([found("b")], [])


def test_what_is_missing_in_the_document_has_no_keywords() -> None:
    left, _ = sift([found("c", "1", "d"), found("c", "0", "d")], [entry(format=("uuid",))], DOCUMENT)

    assert len(left) == 2


def test_an_entry_that_covers_nothing_is_told() -> None:
    used, idle = entry("^a$"), entry("^gone$")

    assert sift([found("a")], [used, idle], DOCUMENT) == ([], [idle])


def test_an_entry_that_only_repeats_another_is_told() -> None:
    first, second = entry("^a$"), entry("a")

    assert sift([found("a")], [first, second], DOCUMENT) == ([], [second])


@pytest.mark.parametrize(
    "text", ["- {rule: r}\n", "- {reason: r}\n", "- {rule: r, reason: r, place: a}\n", "- r\n"]
)
def test_an_entry_without_rule_or_reason_or_with_more_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "accepted.yaml"
    path.write_text(text)

    with pytest.raises(UsageError, match="a rule and a reason"):
        read(path)
