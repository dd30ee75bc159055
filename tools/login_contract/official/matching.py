"""Which operations of two descriptions are the same: by method and address, or else by their id."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from urllib.parse import urlsplit

from attrs import field, frozen

from login_contract.description.operation import Operation

_PLACE = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[^a-z0-9]")


@frozen
class Matches:
    """Pairs of ours and theirs, and what only one side has."""

    pairs: tuple[tuple[Operation, Operation], ...] = ()
    here: tuple[Operation, ...] = ()
    there: tuple[Operation, ...] = field(default=())


def matched(ours: Iterable[Operation], theirs: Iterable[Operation]) -> Matches:
    """Pairs what belongs together; nothing is in two pairs."""
    pairs: list[tuple[Operation, Operation]] = []
    here, there = list(ours), list(theirs)
    for key in (_place, _address, _id):
        found = _pairs(here, there, key)
        pairs += found
        paired = {id(one) for pair in found for one in pair}
        here, there = ([one for one in each if id(one) not in paired] for each in (here, there))
    return Matches(tuple(pairs), tuple(here), tuple(there))


def same_place(one: Operation, other: Operation) -> bool:
    """Whether both answer the same method at the same address."""
    if _address(one) == _address(other) is not None:
        return True
    # Where a whole description is served is nobody's difference, where one operation is, is.
    return _place(one) == _place(other) and not (_is_elsewhere(one) or _is_elsewhere(other))


def _is_elsewhere(operation: Operation) -> bool:
    return any(node.get("servers") for node in (operation.definition, operation.item))


def _pairs(
    ours: list[Operation], theirs: list[Operation], key: Callable[[Operation], Hashable]
) -> list[tuple[Operation, Operation]]:
    known = {key(one): one for one in reversed(theirs) if key(one) is not None}
    found = []
    for one in ours:
        other = known.pop(key(one), None)
        if other is not None:
            found.append((one, other))
    return found


def _place(operation: Operation) -> Hashable:
    if operation.is_webhook:
        return ("webhook", operation.path)
    return (operation.method, _plain(operation.path))


def _address(operation: Operation) -> Hashable:
    """With what the server's address has before it: some begin their paths one step further up."""
    if operation.is_webhook:
        return None
    servers = operation.servers
    first = servers[0].get("url") if servers and isinstance(servers[0], dict) else ""
    return (operation.method, _plain(f"{urlsplit(str(first)).path.rstrip('/')}{operation.path}"))


def _id(operation: Operation) -> Hashable:
    """The operationId, however its words are joined."""
    return _WORD.sub("", operation.operation_id.lower()) or None


def _plain(path: str) -> str:
    return _PLACE.sub("{}", path.rstrip("/") or "/")
