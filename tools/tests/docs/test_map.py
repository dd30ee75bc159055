"""The documents for newcomers are short, and the map of the house is the house."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.reading import README, TOP, inline_code

ARCHITECTURE = TOP / "ARCHITECTURE.md"
PACKAGE = TOP / "tools" / "login_contract"


def rooms() -> set[str]:
    """The folders of the package down to those of the mock and the suite, by their names."""
    folders = {path.parent for path in PACKAGE.rglob("*.py") if "thin" not in path.relative_to(PACKAGE).parts}
    return {folder.name for folder in folders if folder != PACKAGE}


def named() -> set[str]:
    """The last part of the name of every folder that the map shows."""
    shown = inline_code(ARCHITECTURE.read_text("utf-8"))
    return {code.rstrip("/").rpartition("/")[2] for code in shown if code.endswith("/")}


def test_map_shows_every_room() -> None:
    assert rooms() - named() == set()


def test_map_shows_no_room_that_is_gone() -> None:
    folders = {
        path.name for top in ("openapi", "overlays", "docs", "tools") for path in (TOP / top).rglob("*/")
    }
    assert named() - folders - {path.name for path in TOP.iterdir()} == set()


@pytest.mark.parametrize(
    ("path", "lines"), [(ARCHITECTURE, 100), (README, 160)], ids=lambda one: getattr(one, "name", "")
)
def test_document_stays_short(path: Path, lines: int) -> None:
    assert len(path.read_text("utf-8").splitlines()) < lines
