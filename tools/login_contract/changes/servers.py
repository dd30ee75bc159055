"""Changes of where calls go: of the servers of a whole description, or of one operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from login_contract.changes.change import Change, Reliance, breaking, compatible
from login_contract.description.operation import Operation


def whole_changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """Yield how the servers of two descriptions differ."""
    yield from _changes(_addresses(old), _addresses(new))


def own_changes(old: Operation, new: Operation) -> Iterator[Change]:
    """Yield how the servers of an operation differ, where one of the two has its own."""
    before, after = _own(old), _own(new)
    if not old.is_webhook and (before or after):
        yield from _changes(before or _addresses(old.document), after or _addresses(new.document))


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    for url in (each for each in before if each not in after):
        # Another host is another place of the same API; another path is what every call begins with.
        kept = urlsplit(url).path in {urlsplit(each).path for each in after}
        reliance = Reliance.NOTHING if kept else Reliance.CALL
        yield breaking("server-removed", f"the server {url} is gone", ("servers",), reliance=reliance)
    for url in (each for each in after if each not in before):
        yield compatible("server-added", f"the server {url} is new", ("servers",))


def _own(operation: Operation) -> list[str]:
    return _addresses(operation.definition) or _addresses(operation.item)


def _addresses(node: Mapping[str, Any]) -> list[str]:
    return [str(each.get("url", "")) for each in node.get("servers", ())]
