"""Compares two descriptions whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from login_contract.changes.change import (
    Change,
    Impact,
    Reliance,
    breaking,
    documentation,
    judged,
)
from login_contract.changes.operations import OperationComparison
from login_contract.changes.servers import whole_changes
from login_contract.changes.side import Side
from login_contract.description.error_codes import ERROR_NAMES

_WORDS = ("tags", "externalDocs", "x-tagGroups")
_ORDER = tuple(Impact)
_SDK = "x-sdk"


@frozen
class Comparison:
    """Two descriptions and what changed between them, the worst first within each operation."""

    old: Mapping[str, Any] = field(repr=False)
    new: Mapping[str, Any] = field(repr=False)
    changes: tuple[Change, ...]

    @property
    def breaks(self) -> bool:
        """Whether anything changed that breaks somebody."""
        return any(each.impact is Impact.BREAKING for each in self.changes)

    @property
    def versions(self) -> tuple[str, str]:
        """`info.version` of both."""
        return tuple(str(each.get("info", {}).get("version", "")) for each in (self.old, self.new))  # type: ignore[return-value]

    def count(self, impact: Impact) -> int:
        """How many changes have an impact."""
        return sum(each.impact is impact for each in self.changes)


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> Comparison:
    """Compare two bundled, valid descriptions of OpenAPI 3.0 or 3.1."""
    sides = Side(old), Side(new)
    found = dict.fromkeys([*_whole(old, new), *OperationComparison(*sides).changes()])
    groups: dict[str, list[Change]] = {}
    for each in found:
        groups.setdefault(each.operation, []).append(each)
    ordered = [
        each for group in groups.values() for each in sorted(group, key=lambda one: _ORDER.index(one.impact))
    ]
    return Comparison(old, new, tuple(ordered))


def _whole(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    yield from whole_changes(old, new)
    names, now = old.get(ERROR_NAMES, {}), new.get(ERROR_NAMES, {})
    for code in (each for each in names if now.get(each) != names[each]):
        message = f"the code {code} is called {now.get(code, 'nothing')}, was {names[code]}"
        yield breaking("error-name-changed", message, (ERROR_NAMES,), reliance=Reliance.NOTHING)
    for code in (each for each in now if each not in names):
        yield judged(False, "error-name-added", f"the code {code} is called {now[code]}", (ERROR_NAMES,))
    if _wordless(old.get(_SDK)) != _wordless(new.get(_SDK)):
        message = "what the SDK's calls are made of changed, which cannot be weighed"
        yield breaking("sdk-calls-changed", message, (_SDK,), reliance=Reliance.NOTHING)
    elif old.get(_SDK) != new.get(_SDK):
        yield documentation("changed: descriptions", (_SDK,))
    info = [{**each.get("info", {}), "version": ""} for each in (old, new)]
    changed = [
        *(["info"] if info[0] != info[1] else ()),
        *(key for key in _WORDS if old.get(key) != new.get(key)),
    ]
    schemes = [each.get("components", {}).get("securitySchemes", {}) for each in (old, new)]
    if schemes[0] != schemes[1]:
        changed.append("securitySchemes")
    if changed:
        yield documentation(f"changed: {', '.join(changed)}")


def _wordless(node: Any) -> Any:
    """Return a value without what it says of itself in words."""
    if isinstance(node, dict):
        return {
            key: _wordless(value)
            for key, value in node.items()
            if not (key == "description" and isinstance(value, str))
        }
    return [_wordless(each) for each in node] if isinstance(node, list) else node
