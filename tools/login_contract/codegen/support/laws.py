"""The laws of the contract suite, and the operations that each of their tests comes to."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from attrs import frozen

from login_contract.codegen.support.naming import all_in
from login_contract.codegen.support.reach import Reach
from login_contract.codegen.support.source import Function, Module

FLOWS = "contract_tests.flows."
TEST = "test_"


@frozen
class Law:
    """A test of a law: its noun and name (`codes::test_code_logs_in`), what it comes to, what it is about.

    It is about what is named in the test itself, or if nothing is, about all that it comes to.
    """

    key: str
    operations: frozenset[str]
    subject: frozenset[str]


def laws(reach: Reach) -> Mapping[str, Law]:
    """Every law, by its key."""
    found = [_law(reach, *each) for each in _tests(reach)]
    return {each.key: each for each in found}


def _tests(reach: Reach) -> Iterator[tuple[Module, Function]]:
    for name, module in reach.sources.modules.items():
        if name.startswith(f"{FLOWS}{TEST}"):
            for function in module.functions.values():
                if function.name.startswith(TEST) and _is_law(function):
                    yield module, function


def _is_law(function: Function) -> bool:
    called = (each.func for each in function.decorator_list if isinstance(each, ast.Call))
    return any(ast.unparse(each) in ("law", "pytest.mark.law") for each in called)


def _law(reach: Reach, module: Module, function: Function) -> Law:
    operations = reach.of(module, function)
    key = f"{module.name.removeprefix(FLOWS + TEST)}::{function.name}"
    return Law(key, operations, all_in(reach.names, function) or operations)
