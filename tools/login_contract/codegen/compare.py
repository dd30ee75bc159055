"""Compares what generation makes with what is there."""

from __future__ import annotations

import filecmp
from collections.abc import Collection, Iterator
from pathlib import Path

_CACHES = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "node_modules"})


def differences(fresh: Path, present: Path, *, without: Collection[str] = ()) -> Iterator[str]:
    """One line for each file below `present` that differs, is missing, or that generation does not write.

    The folders `without` at the top are not looked into.
    """
    wanted, found = _files(fresh, without), _files(present, without)
    for name in sorted(wanted | found):
        if name not in found:
            yield f"{name}: missing"
        elif name not in wanted:
            yield f"{name}: untracked, generation does not write it"
        elif not filecmp.cmp(fresh / name, present / name, shallow=False):
            yield f"{name}: differs"


def _files(folder: Path, without: Collection[str]) -> set[str]:
    names = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {
        name.as_posix()
        for name in names
        if name.parts[0] not in without and not _CACHES.intersection(name.parts)
    }
