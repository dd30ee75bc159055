"""What was found in the traffic of a contract run: where it is, and what is odd about it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

#: What stands between quotes, or follows on a colon, names one thing of many of its kind.
_NAMED = re.compile(r'(?:: |:? ?at |\bfield )?"[^"]*"|: [A-Z]+ /.*')
NOWHERE = "no operation"


@frozen(kw_only=True)
class Finding:
    """One thing in one exchange; `index` is the place of the exchange in the recording, from 0.

    `half` is `request` or `answer`, `judge` who found it. `status` is 0 where no answer came, `location` is
    where the answer leads.
    """

    judge: str
    half: str
    message: str
    operation: str = NOWHERE
    status: int = 0
    index: int = 0
    location: str = ""

    @property
    def kind(self) -> str:
        """What the message says of whatever it is about."""
        return " ".join(_NAMED.sub("", self.message).replace(" :", ":").split()).strip(" .:")

    def __str__(self) -> str:
        return f"{self.operation} ({self.status}): {self.message}"


@frozen
class Group:
    """Findings of one kind in one half."""

    kind: str
    half: str
    findings: tuple[Finding, ...]

    @property
    def operations(self) -> dict[str, int]:
        """How many findings each operation has, the most first."""
        counted: dict[str, int] = {}
        for each in self.findings:
            counted[each.operation] = counted.get(each.operation, 0) + 1
        return dict(sorted(counted.items(), key=lambda pair: -pair[1]))


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """The findings by half and kind, the answers' first, then the most frequent."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for each in findings:
        found.setdefault((each.half, each.kind), []).append(each)
    groups = [Group(kind, half, tuple(several)) for (half, kind), several in found.items()]
    return sorted(groups, key=lambda group: (group.half, -len(group.findings), group.kind))
