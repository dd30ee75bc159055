"""The decisions of the description: each has an id of its own, and who names one names one that exists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from login_contract import resources

FILES = sorted(resources.path("openapi/decisions").glob("*.md"))
DECISION = re.compile(
    r"(?P<id>(?P<letter>[A-Z])-\d\d): \S[^\n]*\n\n\S.+?\n\n- Sources: \S.+?\n- Why: \S.+", re.DOTALL
)
INDEXED = re.compile(r"^\| \[([a-z0-9-]+)\]\(decisions/\1\.md\) \| `([A-Z])-…` \|", re.MULTILINE)
# Where a decision may be named: everything written by hand.
FOLDERS = ("openapi", "overlays", "docs", "examples", "contract_tests", "tools")
KINDS = (".md", ".py", ".toml", ".yaml")


def sections(path: Path) -> list[str]:
    return re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]


def decisions(path: Path) -> list[re.Match[str]]:
    return [found for text in sections(path) if (found := DECISION.fullmatch(text))]


def ids() -> list[str]:
    return [found["id"] for path in FILES for found in decisions(path)]


def written_files() -> Iterator[Path]:
    top = resources.checkout()
    yield from top.glob("*.md")
    for folder in FOLDERS:
        yield from (path for path in (top / folder).rglob("*") if path.suffix in KINDS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_section_is_a_decision_with_its_sources_and_its_reason(path: Path) -> None:
    assert [text for text in sections(path) if not DECISION.fullmatch(text)] == []
    assert decisions(path)


def test_no_id_stands_for_two_decisions() -> None:
    assert [one for one, times in Counter(ids()).items() if times > 1] == []


def test_each_file_has_a_letter_of_its_own_and_the_index_tells_it() -> None:
    letters = [(path.stem, letter) for path in FILES for letter in {one["letter"] for one in decisions(path)}]
    index = INDEXED.findall(resources.path("openapi/README.md").read_text("utf-8"))

    assert sorted(index) == letters
    assert len({letter for _, letter in letters}) == len(FILES)


def test_a_decision_that_is_named_anywhere_exists() -> None:
    known = set(ids())
    name = re.compile(rf"\b[{''.join(sorted({one[0] for one in known}))}]-\d\d\b")
    named = {(path.name, one) for path in written_files() for one in name.findall(path.read_text("utf-8"))}

    assert sorted(one for one in named if one[1] not in known) == []
