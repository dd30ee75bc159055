"""The findings that are accepted, each kind with whose doing it is and its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from login_contract.document.loader import load
from login_contract.errors import UsageError

from .finding import Finding

FIELDS = {"half", "message", "operation", "status", "location", "whose", "reason"}
NEEDED = {"half", "message", "whose", "reason"}
#: Whose doing a finding may be that is not the mock's.
WHOSE = ("suite", "judge")


@frozen
class Accepted:
    """Findings in one half whose message, operation, status and location these regular expressions find."""

    half: str
    message: str
    whose: str
    reason: str
    operation: str = ""
    status: str = ""
    location: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether this entry is about a finding."""
        return (
            finding.half == self.half
            and bool(re.search(self.message, finding.message))
            and bool(re.search(self.operation, finding.operation))
            and bool(re.search(self.status, str(finding.status)))
            and bool(re.search(self.location, finding.location))
        )


def read(path: Path) -> tuple[Accepted, ...]:
    """The entries of the file at `path`.

    Raises:
        UsageError: one of them is not whole.
    """
    return tuple(_entry(path, each) for each in load(path) or ())


def _entry(path: Path, given: Any) -> Accepted:
    whole = isinstance(given, dict) and given.keys() >= NEEDED and given.keys() <= FIELDS
    if not whole or given["whose"] not in WHOSE:
        raise UsageError(f"{path.name}: an entry has {', '.join(sorted(NEEDED))}, not {given}")
    return Accepted(**{name: str(value) for name, value in given.items()})


@frozen
class Sifted:
    """The findings that nothing accepts, those that an entry accepts, and the entries that accept none."""

    left: tuple[Finding, ...]
    accepted: tuple[tuple[Accepted, tuple[Finding, ...]], ...]
    idle: tuple[Accepted, ...]


def sift(findings: Iterable[Finding], entries: Sequence[Accepted]) -> Sifted:
    """Gives each finding to the first entry that covers it."""
    left: list[Finding] = []
    taken: dict[Accepted, list[Finding]] = {entry: [] for entry in entries}
    for finding in findings:
        entry = next((each for each in entries if each.covers(finding)), None)
        (left if entry is None else taken[entry]).append(finding)
    return Sifted(
        left=tuple(left),
        accepted=tuple((entry, tuple(found)) for entry, found in taken.items() if found),
        idle=tuple(entry for entry, found in taken.items() if not found),
    )
