"""Surveys the repository: what is described, answered, called, proved and planted, operation by operation."""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from login_contract.codegen.published_names import as_published
from login_contract.codegen.support import clients, defects
from login_contract.codegen.support.laws import Law, laws
from login_contract.codegen.support.naming import Names
from login_contract.codegen.support.reach import Reach
from login_contract.codegen.support.source import read
from login_contract.description.operation import Operation, operations
from login_contract.description.storage_webhooks import PREFIX

SUITE = {"contract_tests": "contract_tests", "login_contract.suite": "tools/login_contract/suite"}
PLANTING = {defects.PLANTED: "tools/tests/defects"}
MOCK = {"login_contract.mock": "tools/login_contract/mock"}
CATALOGUE = "tools/tests/defects/catalogue.md"
PROGRAMS = "tools/generators/programs"
SERVES = "serves"
# What is described though it is not in the list.
BEYOND = "unlisted"


@frozen
class Row:
    """One published operation: who offers and who calls it, and how many laws and planted defects there are.

    `defects` are those that are told to break it, `law_defects` those that a law finds which calls it.
    """

    family: str
    method: str
    path: str
    operation_id: str
    left_out: str
    origin: str | None
    described: bool
    mocked: bool
    generated: tuple[str, ...]
    foreign: tuple[str, ...]
    laws: int
    defects: int
    law_defects: int


@frozen
class Survey:
    """All rows in the order of the list, and how many laws and defects there are.

    Of the laws, `general` name no operation; of the defects, `placed` tell where they are.
    """

    rows: tuple[Row, ...]
    laws: int
    general: int
    defects: int
    placed: int


def missing(root: Path) -> str | None:
    """Why nothing can be surveyed at `root`, in one line; None where it can."""
    lacking = [
        name
        for name in (*SUITE.values(), *PLANTING.values(), *MOCK.values(), PROGRAMS)
        if not (root / name).exists()
    ]
    return f"there is no {lacking[0]} here" if lacking else None


def survey(root: Path, document: dict[str, Any]) -> Survey:
    """Surveys the checkout at `root`, whose bundled description is `document`."""
    every = list(operations(as_published(document)))
    suite, planting = (read({name: root / at for name, at in each.items()}) for each in (SUITE, PLANTING))
    names = Names.of(every, PREFIX)
    known = laws(Reach(suite, names))
    reach = Reach(planting, names)
    table = defects.table(root / CATALOGUE)
    broken = [defects.broken(each, every, known, reach) for each in table]
    lawful = [known[each.law].operations if each.law in known else frozenset() for each in table]
    made = clients.generated(suite, every)
    others = clients.foreign(suite, every, root / PROGRAMS)
    served = frozenset(_served(root))
    rows = [
        Row(
            **{name: line[name] for name in ("family", "method", "path", "operation_id", "left_out")},
            origin=next((one.origin for one in every if one.operation_id == line["operation_id"]), None),
            described=any(one.operation_id == line["operation_id"] for one in every),
            mocked=line["operation_id"] in served or _asks(line["operation_id"], known),
            generated=_callers(made, line["operation_id"]),
            foreign=_callers(others, line["operation_id"]),
            laws=sum(line["operation_id"] in law.operations for law in known.values()),
            defects=sum(line["operation_id"] in each for each in broken),
            law_defects=sum(line["operation_id"] in each for each in lawful),
        )
        for line in _listed(root / "openapi/operations.csv", every)
    ]
    return Survey(
        tuple(rows),
        laws=len(known),
        general=sum(not law.operations for law in known.values()),
        defects=len(table),
        placed=sum(bool(each) for each in broken),
    )


def _listed(path: Path, every: Sequence[Operation]) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    known = {line["operation_id"] for line in lines}
    beyond = (one for one in every if one.operation_id not in known)
    return lines + [
        {
            "family": BEYOND,
            "method": one.method,
            "path": one.path,
            "operation_id": one.operation_id,
            "left_out": "",
        }
        for one in beyond
    ]


def _callers(by_client: Mapping[str, frozenset[str]], operation_id: str) -> tuple[str, ...]:
    return tuple(client for client, called in by_client.items() if operation_id in called)


def _served(root: Path) -> Iterator[str]:
    serving = read({name: root / at for name, at in MOCK.items()}, holding=f"@{SERVES}(")
    for module in serving.modules.values():
        for function in module.functions.values():
            for each in function.decorator_list:
                if isinstance(each, ast.Call) and ast.unparse(each.func) == SERVES:
                    yield from (str(one.value) for one in each.args if isinstance(one, ast.Constant))


def _asks(operation_id: str, known: Mapping[str, Law]) -> bool:
    """Whether the mock makes the call of a webhook: laws see it come in."""
    return any(operation_id in law.operations for law in known.values())
