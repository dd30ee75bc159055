"""The parts of the suite stand on each other in one direction; each of its classes has a name of its own."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import login_contract.suite

ROOT = Path(login_contract.suite.__path__[0])
# From the bottom to the top; what is beside the folders and not named here may use all of them.
FLOORS = (
    {"direct_server", "pace", "setting_kinds", "settings", "target", "told"},
    {"reporting"},
    {"judging"},
    {"actors"},
    {"generated", "histories"},
)


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("login_contract.suite"):
            name = str(node.module).removeprefix("login_contract.suite").removeprefix(".")
            yield from [name] if name else (alias.name for alias in node.names)


def floor(name: str) -> int:
    part = name.partition(".")[0]
    return next((number for number, parts in enumerate(FLOORS) if part in parts), len(FLOORS))


def test_no_part_of_the_suite_uses_one_above_it() -> None:
    upwards = {
        (module(path), used)
        for path in ROOT.rglob("*.py")
        for used in imported(path)
        if floor(used) > floor(module(path))
    }

    assert upwards == set()


def test_every_class_of_the_suite_has_a_name_of_its_own() -> None:
    names = Counter(
        node.name
        for folder in (ROOT, ROOT.parent / "partner_suite")
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    )

    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("parts", FLOORS)
def test_every_part_is_there(parts: set[str]) -> None:
    assert parts <= {path.stem for path in ROOT.iterdir()}
