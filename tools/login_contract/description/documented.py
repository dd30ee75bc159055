"""The description under test: its operations by id, and the statuses and codes it documents."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

from attrs import frozen

from login_contract import resources

METHODS = ("get", "put", "post", "delete", "patch")
# A POST that changes nothing; every GET but the links of messages changes nothing either.
HARMLESS_POSTS = ("validate-jwt",)


@frozen
class Operation:
    """One operation of the description."""

    operation_id: str
    method: str
    path: str
    definition: Mapping[str, Any]

    @property
    def label(self) -> str:
        """Method and path, as tables show them."""
        return f"{self.method} {self.path}"

    @property
    def changes_nothing(self) -> bool:
        """Whether a request to it leaves the server as it was."""
        return self.method == "GET" or self.operation_id in HARMLESS_POSTS


class Description:
    """An OpenAPI document and what the suite asks of it."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.operations = {operation.operation_id: operation for operation in _operations(document)}
        self.by_label = {operation.label: operation for operation in self.operations.values()}

    @property
    def names(self) -> Mapping[str, str]:
        """Operation ids by method and path."""
        return {label: operation.operation_id for label, operation in self.by_label.items()}

    @cached_property
    def request_headers(self) -> frozenset[str]:
        """Names of the request headers that mean something to an operation, in lower case."""
        described = {
            str(parameter["name"]).lower()
            for operation in self.operations.values()
            for parameter in self.parameters(operation)
            if parameter["in"] == "header"
        }
        return frozenset({"authorization", "content-type", *described})

    def resolve(self, node: Any) -> Any:
        """Follow local references until something else is reached."""
        while isinstance(node, Mapping) and "$ref" in node:
            target: Any = self.document
            for part in str(node["$ref"]).removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def response(self, operation: Operation, status: int) -> Mapping[str, Any] | None:
        """Return the response documented for a status, or None."""
        responses: Mapping[str, Any] = operation.definition["responses"]
        found = responses.get(str(status))
        return None if found is None else self.resolve(found)

    def codes(self, operation: Operation, status: int) -> Mapping[str, str] | None:
        """Return the error codes documented for a status with their meanings; None where none are listed."""
        response = self.response(operation, status) or {}
        codes: Mapping[str, str] | None = response.get("x-error-codes")
        return codes

    def tells_refusals(self, operation: Operation, status: int) -> bool:
        """Say whether an answer may carry a partner's code, which is of the partner's choice."""
        return bool((self.response(operation, status) or {}).get("x-partner-codes"))

    def parameters(self, operation: Operation) -> Sequence[Mapping[str, Any]]:
        """Return the parameters of an operation, those of its path included."""
        shared = self.document["paths"][operation.path].get("parameters", [])
        return [self.resolve(each) for each in [*shared, *operation.definition.get("parameters", [])]]

    def takes_input(self, operation: Operation) -> bool:
        """Say whether requests to an operation differ from each other in anything."""
        return bool(self.parameters(operation)) or "requestBody" in operation.definition

    def violation_codes(self, operation: Operation) -> frozenset[str]:
        """Return the codes that a missing or invalid parameter or property of an operation may answer."""
        found = {"0", "002-027", "002-028"}
        for parameter in self.parameters(operation):
            found.update(self._codes_within(parameter))
        body = self.resolve(operation.definition.get("requestBody", {}))
        for media in body.get("content", {}).values():
            found.update(self._codes_within(media.get("schema", {})))
        return frozenset(found)

    def _codes_within(self, node: Any, depth: int = 0) -> Iterator[str]:
        node = self.resolve(node)
        if not isinstance(node, Mapping) or depth > 8:
            return
        if "x-error-code" in node:
            yield node["x-error-code"]
        yield from self._codes_within(node.get("schema"), depth + 1)
        yield from self._codes_within(node.get("items"), depth + 1)
        for child in node.get("properties", {}).values():
            yield from self._codes_within(child, depth + 1)


def _operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield Operation(item[method]["operationId"], method.upper(), path, item[method])


@cache
def described() -> Description:
    """Return the description that the suite tests against, read once."""
    return Description(json.loads(resources.path("generated/openapi/login.json").read_bytes()))
