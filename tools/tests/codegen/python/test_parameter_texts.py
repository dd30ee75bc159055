"""What the description says of a parameter stands in the docstrings of the functions that take it."""

from __future__ import annotations

import inspect
import json
import re
from importlib import import_module
from typing import Any

import pytest

from login_contract import resources
from login_contract.codegen.published_names import as_published
from login_contract.description.operation import Operation, operations

OPEN = json.loads(resources.path("generated/openapi/open.json").read_bytes())
CALLS = [each for each in operations(as_published(OPEN)) if not each.is_webhook]
FUNCTIONS = ("sync_detailed", "sync", "asyncio_detailed", "asyncio")


def module(operation: Operation) -> Any:
    name = operation.operation_id.replace("-", "_")
    return import_module(f"xsolla_login_client.api.{operation.tags[0].replace('-', '_')}.{name}")


def plain(text: str) -> str:
    """A text as it reads, however its lines are broken."""
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("operation", CALLS, ids=lambda one: one.operation_id)
def test_text_of_every_parameter_arrives(operation: Operation) -> None:
    for function in FUNCTIONS:
        told = plain(getattr(module(operation), function).__doc__)
        for parameter in operation.parameters:
            assert plain(parameter.definition["description"]) in told, f"{function}: {parameter.name}"
        arguments = inspect.signature(getattr(module(operation), function)).parameters
        lines = re.findall(r"(\w+) \([^()]*\): \S", told)
        assert set(arguments) - {"client", "timeout"} <= set(lines)


def test_descriptions_of_parameters_are_there_to_be_told() -> None:
    told = [each for operation in CALLS for each in operation.parameters if each.definition["description"]]
    assert len(told) > 400
