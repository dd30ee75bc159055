"""The samples of every call of a description."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from login_contract.description.operation import Operation, operations
from login_contract.site.samples import python, shell
from login_contract.site.samples.sample import Sample


def samples(document: Mapping[str, Any]) -> Mapping[str, Sequence[Sample]]:
    """Return the programs of each call by its operationId, in the order in which they are offered.

    Webhooks have none: they are answered, not called.
    """
    programs = python.read()
    calls = [each for each in operations(document) if not each.is_webhook]
    return {each.operation_id: _of(each, programs) for each in calls}


def _of(operation: Operation, programs: Mapping[str, Mapping[str, str]]) -> list[Sample]:
    found = programs.get(operation.operation_id, {})
    return [
        Sample("shell", "curl", shell.command(operation)),
        *(Sample("python", label, text.rstrip("\n")) for label, text in found.items()),
    ]
