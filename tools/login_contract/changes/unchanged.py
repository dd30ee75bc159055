"""Whether a schema stayed as it is with all that it leads to, which takes no look at each way through it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from login_contract.changes.meaning import same
from login_contract.description.references import at, unescape


@frozen(eq=False)
class Unchanged:
    """Knows of two documents which local references lead to the same in both."""

    old: Mapping[str, Any] = field(repr=False)
    new: Mapping[str, Any] = field(repr=False)
    _known: dict[str, bool] = field(factory=dict, init=False, repr=False)

    def is_so(self, old: Any, new: Any) -> bool:
        """Say whether two nodes are the same, and whatever their references lead to is the same as well."""
        return same(old, new) and all(map(self._leads_to_the_same, _references(old)))

    def _leads_to_the_same(self, reference: str) -> bool:
        if reference not in self._known:
            self._known[reference] = self._is_same(reference)
        return self._known[reference]

    def _is_same(self, reference: str) -> bool:
        reached, waiting = {reference}, [reference]
        while waiting:
            pointer = unescape(waiting.pop().removeprefix("#"))
            before, after = _at(self.old, pointer), _at(self.new, pointer)
            if not same(before, after):
                return False
            further = set(_references(before)) - reached
            reached |= further
            waiting += further
        return True


def _references(node: Any) -> Iterator[str]:
    """Yield all local references, also those in words: one too many costs nothing."""
    if isinstance(node, str) and node.startswith("#/"):
        yield node
    elif isinstance(node, dict | list):
        for each in node.values() if isinstance(node, dict) else node:
            yield from _references(each)


def _at(document: Mapping[str, Any], pointer: tuple[str | int, ...]) -> Any:
    try:
        return at(document, pointer)
    except KeyError:
        return None
