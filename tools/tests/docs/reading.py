"""The documents of this repository, and what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from login_contract import resources

TOP = resources.checkout()
GUIDES = TOP / "docs" / "guides"
EXAMPLES = TOP / "examples"
README = TOP / "README.md"
SKILLS = sorted((TOP / "docs" / "skills").glob("*/SKILL.md"))
# What a user reads: whatever these show is tried by a test.
SHOWN = [README, *sorted(GUIDES.glob("*.md")), *SKILLS, *sorted(EXAMPLES.rglob("README.md"))]
_WRITTEN = ("docs", "examples", "openapi", "overlays", "contract_tests", "tools", "generated")
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def markdown_files() -> list[Path]:
    """Every document, whoever reads it."""
    below = (path for folder in _WRITTEN for path in (TOP / folder).rglob("*.md"))
    return sorted(TOP.glob("*.md")) + sorted(path for path in below if "node_modules" not in path.parts)


def name(path: Path) -> str:
    """The path of a file in the checkout."""
    return path.relative_to(TOP).as_posix()


def text(guide: str) -> str:
    """What a guide says."""
    return (GUIDES / f"{guide}.md").read_text("utf-8")


def blocks(document: str, language: str) -> list[str]:
    """The blocks of code in a language."""
    return [code for marked, code in _FENCED.findall(document) if marked == language]


def shown(language: str) -> Iterator[tuple[Path, str]]:
    """Every block of code in a language that a user is shown, and where."""
    for path in SHOWN:
        for code in blocks(path.read_text("utf-8"), language):
            yield path, code


def prose(document: str) -> str:
    """A document without its blocks of code."""
    return _FENCED.sub("", document)


def inline_code(document: str) -> list[str]:
    """What stands in backticks."""
    return [" ".join(code.split()) for code in re.findall(r"`([^`]+)`", prose(document))]
