"""Changes of where calls go: of the servers of a whole description, or of one operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from login_contract.changes.change import Change, Place, Reliance, breaking, compatible, documentation
from login_contract.description.operation import Operation

_PLACE: Place = ("servers",)
_VARIABLE = re.compile(r"\{([^}]*)\}")
Server = Mapping[str, Any]


def whole_changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """Yield how the servers of two descriptions differ."""
    yield from _changes(_servers(old), _servers(new))


def own_changes(old: Operation, new: Operation) -> Iterator[Change]:
    """Yield how the servers of an operation differ, where one of the two has its own."""
    before, after = _own(old), _own(new)
    if not old.is_webhook and (before or after):
        yield from _changes(before or _servers(old.document), after or _servers(new.document))


def _changes(before: Mapping[str, Server], after: Mapping[str, Server]) -> Iterator[Change]:
    for url in (each for each in before if each not in after):
        # Another host is another place of the same API; another path is what every call begins with.
        kept = urlsplit(url).path in {urlsplit(each).path for each in after}
        reliance = Reliance.NOTHING if kept else Reliance.CALL
        yield breaking("server-removed", f"the server {url} is gone", _PLACE, reliance=reliance)
    for url in (each for each in after if each not in before):
        yield compatible("server-added", f"the server {url} is new", _PLACE)
    for url in (each for each in before if each in after):
        yield from _variables(url, *(side[url].get("variables", {}) for side in (before, after)))
        if _words(before[url]) != _words(after[url]):
            yield documentation(f"changed: words of the server {url}", _PLACE)


def _variables(url: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    in_path = set(_VARIABLE.findall(urlsplit(url).path))
    for name in (each for each in before if each in after):
        reliance = Reliance.CALL if name in in_path else Reliance.NOTHING
        was, now = (str(side[name].get("default")) for side in (before, after))
        if was != now:
            message = f"the server {url} has another {name} where none is chosen: {now}, was {was}"
            yield breaking("server-changed", message, _PLACE, reliance=reliance)
        choice, left = (side[name].get("enum") for side in (before, after))
        if left is not None and (choice is None or not set(choice) <= set(left)):
            message = f"the server {url} leaves less choice of {name}: {', '.join(map(str, left))}"
            yield breaking("server-changed", message, _PLACE, reliance=reliance)
        elif choice is not None and (left is None or not set(left) <= set(choice)):
            yield compatible("server-changed", f"the server {url} leaves more choice of {name}", _PLACE)


def _words(server: Server) -> dict[str, Any]:
    told = {key: value for key, value in server.items() if key not in ("url", "variables")}
    return told | {name: each.get("description") for name, each in server.get("variables", {}).items()}


def _own(operation: Operation) -> dict[str, Server]:
    return _servers(operation.definition) or _servers(operation.item)


def _servers(node: Mapping[str, Any]) -> dict[str, Server]:
    return {str(each.get("url", "")): each for each in node.get("servers", ())}
