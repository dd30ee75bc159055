"""Defaults are the server's: a client tells of them, and sends what it was given.

The server has none for a parameter that is required. One that an overlay gives it is the client's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from login_contract.description.operation import operations
from login_contract.description.schemas import schemas


def as_texts(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a bundled description whose other defaults stand in the descriptions of their schemas."""
    copy: dict[str, Any] = deepcopy(dict(document))
    sent = {id(each["schema"]) for each in _required_parameters(copy)}
    for _, schema in schemas(copy):
        if "default" in schema and id(schema) not in sent:
            told = f"Left out, it is `{json.dumps(schema.pop('default'), ensure_ascii=False)}`."
            schema["description"] = f"{schema.get('description', '').rstrip()} {told}".strip()
    return copy


def _required_parameters(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    nodes = [*document.get("components", {}).get("parameters", {}).values()]
    nodes += [node for operation in operations(document) for _, node in operation.parameter_nodes]
    yield from (node for node in nodes if node.get("required") and "schema" in node)
