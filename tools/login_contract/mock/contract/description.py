"""The description that the mock serves, as JSON values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from login_contract import resources


@lru_cache(maxsize=1)
def described() -> Mapping[str, Any]:
    """Return the bundled description with the control operations; treat it as read-only."""
    document: Mapping[str, Any] = json.loads(resources.path("generated/openapi/mock.json").read_bytes())
    return document


def resolved(node: Any, document: Mapping[str, Any] | None = None) -> Any:
    """Return a copy of a node with every local reference replaced by what it names.

    Keywords beside a ``$ref`` are laid over it, as JSON Schema 2020-12 allows.
    """
    document = document if document is not None else described()
    if isinstance(node, list):
        return [resolved(item, document) for item in node]
    if not isinstance(node, Mapping):
        return node
    if isinstance(node.get("$ref"), str):
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        beside = {key: value for key, value in node.items() if key != "$ref"}
        return {**resolved(target, document), **resolved(beside, document)}
    return {key: resolved(value, document) for key, value in node.items()}
