"""A description as a whole: its operations and webhooks by name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any

from login_contract import resources
from login_contract.description.operation import operations
from login_contract.description.references import inlined, resolve


class Description:
    """A bundled OpenAPI document whose references all resolve; it is read-only."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        everything = list(operations(document))
        self.operations = {each.operation_id: each for each in everything if not each.is_webhook}
        self.webhooks = {each.path: each for each in everything if each.is_webhook}
        self.by_label = {each.label: each for each in self.operations.values()}
        self._inlined: dict[str, Any] = {}

    @property
    def names(self) -> Mapping[str, str]:
        """Operation ids by method and path."""
        return {label: operation.operation_id for label, operation in self.by_label.items()}

    @cached_property
    def request_headers(self) -> frozenset[str]:
        """Names of the request headers that mean something to an operation, in lower case."""
        described = {
            parameter.name.lower()
            for operation in self.operations.values()
            for parameter in operation.parameters
            if parameter.location == "header"
        }
        return frozenset({"authorization", "content-type", *described})

    def schema(self, name: str) -> Mapping[str, Any]:
        """Return a schema by its name, the references in it not followed."""
        found: Mapping[str, Any] = self.document["components"]["schemas"][name]
        return found

    def resolve(self, node: Any) -> Any:
        """Follow local references until something else is reached."""
        return resolve(self.document, node)

    def inlined(self, node: Any) -> Any:
        """Return a node with what its references name in their place."""
        return inlined(self.document, node, self._inlined)


@cache
def described(variant: str = "login") -> Description:
    """Return the generated description, or its `mock` or `partner` variant, read once in a process."""
    return Description(json.loads(resources.path(f"generated/openapi/{variant}.json").read_bytes()))
