"""Which operation of the newer description is which of the older one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Hashable, Iterable
from typing import Any

from attrs import field, frozen

from login_contract.changes.side import Side
from login_contract.description.operation import Operation, operations

_PARAMETER = re.compile(r"\{[^}]*\}")
Key = Callable[[Operation], Hashable]


@frozen
class Pairing:
    """The operations of two descriptions: those in both, those only in the older, those only in the newer."""

    both: list[tuple[Operation, Operation]] = field(factory=list)
    gone: list[Operation] = field(factory=list)
    added: list[Operation] = field(factory=list)

    @classmethod
    def of(cls, old: Side, new: Side) -> Pairing:
        """Pair what has both place and operation id, then one of them, and webhooks by what they carry.

        The name of a path's parameter is none of the path.
        """
        before, after = list(operations(old.document)), list(operations(new.document))
        both: list[tuple[Operation, Operation]] = []
        for key in (_both, _identity, _place, _content):
            found = _paired(before, after, key)
            both += found
            before = [each for each in before if all(each is not one for one, _ in found)]
            after = [each for each in after if all(each is not other for _, other in found)]
        order = {each.pointer: index for index, each in enumerate(operations(old.document))}
        return cls(sorted(both, key=lambda pair: order[pair[0].pointer]), before, after)


def unnamed(path: str) -> str:
    """Return a path with `{}` for each parameter."""
    return _PARAMETER.sub("{}", path)


def title(operation: Operation) -> str:
    """Return what reports call an operation: `POST /user`, or `webhook login-event`."""
    return f"webhook {operation.path}" if operation.is_webhook else operation.label


def _paired(
    before: Iterable[Operation], after: Iterable[Operation], key: Key
) -> list[tuple[Operation, Operation]]:
    waiting: dict[Hashable, list[Operation]] = {}
    for each in after:
        waiting.setdefault(key(each), []).append(each)
    known = ((each, key(each)) for each in before)
    return [(each, waiting[name].pop(0)) for each, name in known if name is not None and waiting.get(name)]


def _both(operation: Operation) -> Hashable:
    return _place(operation), operation.operation_id


def _place(operation: Operation) -> Hashable:
    return operation.is_webhook, operation.method, unnamed(operation.path)


def _identity(operation: Operation) -> Hashable:
    name = operation.operation_id
    return (operation.is_webhook, name) if name else None


def _content(operation: Operation) -> Hashable:
    """What a webhook carries, as text; a call has its operation id, or it is another one."""
    if not operation.is_webhook:
        return None
    definition: dict[str, Any] = operation.definition
    carried = [operation.method, definition.get("requestBody"), definition.get("responses")]
    return json.dumps(carried, sort_keys=True, default=str)
