"""Leaves out of a document what nothing in it uses any more.

When operations go, so does what spoke of them or for them alone: path items without an operation, links to
what is gone and its name among `x-changes-of-others`, tags, security schemes, and all other components that
no reference leads to.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from login_contract.description.operation import METHODS, operations
from login_contract.description.references import replace_references, resolve, unescape

_OTHERS = "x-changes-of-others"
# A security scheme is named, not referred to.
_NAMED = "securitySchemes"
_ANY = object()


def pruned(document: dict[str, Any]) -> dict[str, Any]:
    """Answers a copy without what nothing uses; the document has to be a valid description."""
    kept = copy.deepcopy(document)
    for kind in ("paths", "webhooks"):
        items = kept.get(kind, {})
        for name in [name for name, item in items.items() if not {*METHODS, "$ref"} & item.keys()]:
            del items[name]
    _forget_operations(kept)
    _keep_named(kept)
    _keep_referred_to(kept)
    return kept


def _forget_operations(document: dict[str, Any]) -> None:
    present = {one.operation_id for one in operations(document)}
    gone = [
        (links, name)
        for links in _all_links(document)
        for name, link in links.items()
        if resolve(document, link).get("operationId", _ANY) not in (*present, _ANY)
    ]
    for links, name in gone:
        del links[name]
    for operation in operations(document):
        others = operation.definition.get(_OTHERS)
        if others is not None:
            others[:] = [name for name in others if name in present]


def _all_links(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    components = document.get("components", {})
    responses = [*components.get("responses", {}).values()]
    for operation in operations(document):
        responses += operation.definition.get("responses", {}).values()
    yield from (each["links"] for each in (*responses, components) if "links" in each)


def _keep_named(document: dict[str, Any]) -> None:
    """Keeps the tags and security schemes that an operation names, in their order."""
    every = list(operations(document))
    used = {tag for one in every for tag in one.tags}
    if "tags" in document:
        document["tags"] = [tag for tag in document["tags"] if tag["name"] in used]
    components = document.get("components", {})
    if _NAMED in components:
        named = {name for one in every for need in one.security for name in need}
        components[_NAMED] = {name: one for name, one in components[_NAMED].items() if name in named}


def _keep_referred_to(document: dict[str, Any]) -> None:
    components: dict[str, dict[str, Any]] = document.get("components", {})
    everything = {kind: dict(named) for kind, named in components.items() if kind != _NAMED}
    for kind in everything:
        components[kind] = {}
    waiting = _referred_to(document)
    while waiting:
        kind, name = waiting.pop()
        if name not in components.get(kind, {}):
            components[kind][name] = everything[kind][name]
            waiting |= _referred_to(components[kind][name])
    # In the order in which they stood.
    for kind, named in everything.items():
        components[kind] = {name: named[name] for name in named if name in components[kind]}
    if "components" in document:
        document["components"] = {kind: named for kind, named in components.items() if named}


def _referred_to(node: Any) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()

    def note(reference: Any, pointer: Any) -> Any:
        if str(reference).startswith("#/components/"):
            _, kind, name, *_rest = unescape(str(reference).removeprefix("#"))
            found.add((str(kind), str(name)))
        return reference

    replace_references(node, note)
    for named in _mapped(node):
        note(named if "/" in named else f"#/components/schemas/{named}", ())
    return found


def _mapped(node: Any) -> Iterator[str]:
    """What the discriminators of a node name."""
    if isinstance(node, dict):
        discriminator = node.get("discriminator")
        if isinstance(discriminator, dict) and isinstance(discriminator.get("mapping"), dict):
            yield from map(str, discriminator["mapping"].values())
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _mapped(child)
