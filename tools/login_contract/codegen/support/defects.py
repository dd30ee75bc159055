"""The planted defects, and the operation that each of them breaks, as far as its row tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from login_contract.codegen.support.laws import Law
from login_contract.codegen.support.reach import Reach
from login_contract.description.operation import Operation

PLANTED = "defects"
_REQUEST = re.compile(r"(GET|PUT|POST|DELETE|PATCH) (/\S*?)(?: (?:\d{3}|[^ ]*))?$")


@frozen
class Defect:
    """A row of the table: the planted defect, the test that has to fail, and what the failure shows."""

    planted: str
    test: str
    sign: str

    @property
    def law(self) -> str:
        """The key of the law that it breaks, whatever the parameters of its test."""
        return self.test.partition("[")[0]


def table(path: Path) -> list[Defect]:
    """The rows of `catalogue.md`."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        if len(cells) == 3 and cells[0] not in ("defect", "---"):
            found.append(Defect(*cells))
    return found


def broken(
    defect: Defect, operations: Sequence[Operation], laws: Mapping[str, Law], reach: Reach
) -> frozenset[str]:
    """The operations that a defect is told to break, none where its row leaves that open.

    They are those that the generated requests are for or that the failure ends with, or else those that the
    planting names, or else the one that the law is about.
    """
    for told in (
        _asked(defect, operations),
        _answered(defect, operations),
        _planted(defect, reach),
        _lawful(defect, laws),
    ):
        found = frozenset(told)
        if found:
            return found
    return frozenset()


def _asked(defect: Defect, operations: Sequence[Operation]) -> Iterator[str]:
    _, _, named = defect.test.partition(": ")
    yield from (one.operation_id for one in operations if one.operation_id == named)


def _answered(defect: Defect, operations: Sequence[Operation]) -> Iterator[str]:
    request = _REQUEST.search(defect.sign)
    for one in operations if request is not None else ():
        if one.method == request[1] and re.fullmatch(request[2], _sample(one)):  # type: ignore[index]
            yield one.operation_id


def _sample(operation: Operation) -> str:
    """Its path with a value in each place, as failures show it."""
    values = {each.name: str(each.example) for each in operation.parameters if each.location == "path"}
    return operation.path.format(**values)


def _planted(defect: Defect, reach: Reach) -> frozenset[str]:
    module, _, name = defect.planted.partition(".")
    found = reach.sources.modules.get(f"{PLANTED}.{module}")
    function = found.functions.get(name) if found is not None else None
    return reach.of(found, function) if found is not None and function is not None else frozenset()


def _lawful(defect: Defect, laws: Mapping[str, Law]) -> frozenset[str]:
    law = laws.get(defect.law)
    return law.subject if law is not None and len(law.subject) == 1 else frozenset()
