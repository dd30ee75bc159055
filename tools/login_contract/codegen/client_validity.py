"""What a client needs of a description beyond its being valid OpenAPI: calls, and names to call them by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from login_contract.description.operation import operations
from login_contract.description.references import Pointer

_VARIABLE = re.compile(r"\{([^{}]*)\}")


def client_faults(document: Mapping[str, Any]) -> Iterator[tuple[Pointer, str]]:
    """Yields what keeps a valid description from being made into a client, where it stands, and why."""
    calls = [each for each in operations(document) if not each.is_webhook]
    if not calls:
        yield ("paths",), "has no call that a client could make"
    for index, server in enumerate(document.get("servers", ())):
        for name in _VARIABLE.findall(server["url"]):
            if name not in server.get("variables", {}):
                yield ("servers", index, "url"), f"the variable {name} is not described"
    for call in calls:
        if not call.operation_id:
            yield call.pointer, "has no operationId, by which clients name it; an overlay may give one"


__all__ = ["client_faults"]
