"""Where operations and webhooks refer to responses that they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from login_contract.description.references import Pointer

SECTION = "#/components/responses/"


def references(document: dict[str, Any]) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """The references to shared responses, each with its pointer.

    Nobody knows yet whether the document is shaped as it should be.
    """
    nodes: list[tuple[Pointer, Any]] = [((kind,), document.get(kind)) for kind in ("paths", "webhooks")]
    for _ in ("path item", "operation", "its members", "response"):
        nodes = [
            ((*pointer, name), child)
            for pointer, node in nodes
            if isinstance(node, dict)
            for name, child in node.items()
        ]
    for pointer, node in nodes:
        if isinstance(node, dict) and str(node.get("$ref")).startswith(SECTION):
            yield pointer, node
