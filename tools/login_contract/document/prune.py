"""Leaves out of a document what nothing in it refers to."""

from __future__ import annotations

import copy
from typing import Any

from login_contract.description.references import replace_references, unescape

# A security scheme is named, not referred to.
_NAMED = "securitySchemes"


def pruned(document: dict[str, Any]) -> dict[str, Any]:
    """Answers a copy without the components that no reference leads to, directly or through others."""
    kept = copy.deepcopy(document)
    components: dict[str, dict[str, Any]] = kept.get("components", {})
    everything = {kind: dict(named) for kind, named in components.items() if kind != _NAMED}
    for kind in everything:
        components[kind] = {}
    waiting = _referred_to(kept)
    while waiting:
        kind, name = waiting.pop()
        if name not in components[kind]:
            components[kind][name] = everything[kind][name]
            waiting |= _referred_to(components[kind][name])
    # In the order in which they stood.
    for kind, named in everything.items():
        components[kind] = {name: named[name] for name in named if name in components[kind]}
    kept["components"] = {kind: named for kind, named in components.items() if named}
    return kept


def _referred_to(node: Any) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()

    def note(reference: Any, pointer: Any) -> Any:
        _, kind, name, *_rest = unescape(str(reference).removeprefix("#"))
        found.add((str(kind), str(name)))
        return reference

    replace_references(node, note)
    return found
