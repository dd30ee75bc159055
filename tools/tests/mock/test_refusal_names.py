"""Refusals by name: the mock's table and the suite's, against the codes of the description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import login_contract
from login_contract.description.model import described
from login_contract.mock.contract import refusals
from login_contract.mock.errors import Refusal
from login_contract.resources import path
from login_contract.suite.judging import refusals as of_the_suite
from login_contract.suite.judging.refusals import DocumentedRefusal

NUMBERS = re.compile(r"\b[24]\d\d,\s*\"(?:\d{3}-\d{3}|0|\d{3})\"")
HOUSE = Path(login_contract.__file__).parent
# What is copied into a client stands alone there, without these tables.
CLIENTS = HOUSE / "codegen"
TABLES = (HOUSE / "mock/contract/refusals.py", HOUSE / "suite/judging/refusals.py")


def named() -> dict[str, Refusal]:
    return {name: value for name, value in vars(refusals).items() if isinstance(value, Refusal)}


def documented() -> set[tuple[int, str]]:
    """Return the status and the code of every refusal that an operation of the description knows."""
    return {
        (int(status), code)
        for operation in described("mock").operations.values()
        for status, answer in operation.responses.items()
        for code in answer.error_codes or ()
    }


def sources() -> Iterator[Path]:
    for folder in (HOUSE, path("contract_tests")):
        yield from (
            file for file in folder.rglob("*.py") if file not in TABLES and CLIENTS not in file.parents
        )


def test_every_documented_refusal_has_one_name_and_every_name_is_documented() -> None:
    names = list(named().values())

    assert len(names) == len(set(names))
    assert set(names) == documented() | set(refusals.OF_NO_OPERATION)


def test_the_suite_has_the_same_names() -> None:
    held = {
        name: Refusal(*value)
        for name, value in vars(of_the_suite).items()
        if isinstance(value, DocumentedRefusal)
    }

    assert held == named()


def test_no_operation_documents_what_comes_before_there_is_one() -> None:
    assert documented().isdisjoint(refusals.OF_NO_OPERATION)


def test_refusals_are_told_by_their_names() -> None:
    texts = {file.name: file.read_text("utf-8") for file in sources()}
    numbered = [f"{name}: {found}" for name, text in texts.items() for found in NUMBERS.findall(text)]

    assert numbered == []
