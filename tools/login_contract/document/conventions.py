"""Checks the rules of the house that OpenAPI itself does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from login_contract.description.error_codes import ERROR_NAMES, error_codes
from login_contract.description.operation import Operation, operations
from login_contract.description.references import Pointer, resolve
from login_contract.description.schemas import schemas
from login_contract.document.problem import Fault

ORIGINS = ("doc", "sdk", "seed", "inferred")
AUDIENCES = ("client", "server", "partner")
REFUSALS_OF_VALUES = (400, 422)
TAG_GROUPS = "x-tagGroups"
SHARED = {"400": "BadRequest", "429": "TooManyRequests"}
SHARED_WITH_BODY = {"413": "PayloadTooLarge", "415": "UnsupportedMediaType"}


def convention_faults(document: dict[str, Any]) -> Iterator[Fault]:
    """Breaches of the conventions in a bundle whose references all resolve."""
    known = {operation.operation_id: operation for operation in operations(document)}
    tags = {tag["name"] for tag in document.get("tags", ())}
    for operation in operations(document):
        yield from _identity(operation, tags)
        yield from _bodies(operation)
        yield from _changes_of_others(operation, known)
        if not operation.is_webhook and not operation.own_server:
            yield from _shared_responses(document, operation)
        for pointer, response in _responses(operation):
            yield from _links(document, pointer, response, known)
            yield from _error_codes((*pointer, "x-error-codes"), response)
    for name, response in document.get("components", {}).get("responses", {}).items():
        shared: Pointer = ("components", "responses", name)
        yield from _links(document, shared, response, known)
        yield from _error_codes((*shared, "x-error-codes"), response)
    yield from _violation_codes(document)
    yield from _tag_groups(document, tags)
    yield from _error_names(document)


def _tag_groups(document: dict[str, Any], tags: set[str]) -> Iterator[Fault]:
    grouped = [tag for group in document.get(TAG_GROUPS, ()) for tag in group["tags"]]
    for tag in sorted(tags ^ set(grouped)) if TAG_GROUPS in document else ():
        told = "stands in no group" if tag in tags else "is not described at the top"
        yield (TAG_GROUPS,), f"the tag {tag} {told}"
    for tag in sorted({tag for tag in grouped if grouped.count(tag) > 1}):
        yield (TAG_GROUPS,), f"the tag {tag} stands in several groups"


def _identity(operation: Operation, tags: set[str]) -> Iterator[Fault]:
    node = operation.definition
    if not operation.operation_id:
        yield operation.pointer, "has no operationId"
    if not operation.own_server and node.get("x-origin") not in ORIGINS:
        yield operation.pointer, f"x-origin must be one of {', '.join(ORIGINS)}"
    if not operation.own_server and not _are_audiences(node.get("x-audience")):
        yield (*operation.pointer, "x-audience"), f"must be one or a list of {', '.join(AUDIENCES)}"
    if not isinstance(node.get("x-changes-nothing", False), bool):
        yield (*operation.pointer, "x-changes-nothing"), "is true or false"
    if "security" not in node:
        yield operation.pointer, "says nothing of security: a call that needs no token has `security: []`"
    if not node.get("tags"):
        yield operation.pointer, "has no tags"
    for tag in node.get("tags", ()):
        if tag not in tags:
            yield (*operation.pointer, "tags"), f"the tag {tag} is not described at the top"


def _are_audiences(told: Any) -> bool:
    if not _are_names(told):
        return told in AUDIENCES
    return len(set(told)) == len(told) and set(told) <= set(AUDIENCES)


def _error_names(document: dict[str, Any]) -> Iterator[Fault]:
    """A code without a name, or two of one name; a description that names none at all may."""
    names: dict[str, str] = document.get(ERROR_NAMES, {})
    for code in sorted(error_codes(document).keys() - names.keys()) if names else ():
        yield (ERROR_NAMES,), f"has no name for the code {code}"
    for name in sorted({name for name in names.values() if list(names.values()).count(name) > 1}):
        yield (ERROR_NAMES,), f"{name} stands there twice"
    for code, name in names.items():
        if not name.isidentifier() or not name[0].isupper():
            yield (ERROR_NAMES, code), "is no name of a class, like WrongCredentials"


def _shared_responses(document: dict[str, Any], operation: Operation) -> Iterator[Fault]:
    responses = operation.definition.get("responses", {})
    required = SHARED | (SHARED_WITH_BODY if "requestBody" in operation.definition else {})
    for status, name in required.items():
        reference = f"#/components/responses/{name}"
        shared, given = (resolve(document, one) for one in ({"$ref": reference}, responses.get(status, {})))
        # A response that an operation writes for itself may say more, but not less.
        if not shared.get("x-error-codes", {}).items() <= given.get("x-error-codes", {}).items():
            yield (*operation.pointer, "responses"), f"{status} must be a reference to {reference}"


def _responses(operation: Operation) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    for status, response in operation.definition.get("responses", {}).items():
        yield (*operation.pointer, "responses", status), response


def _links(
    document: dict[str, Any], pointer: Pointer, response: dict[str, Any], known: dict[str, Operation]
) -> Iterator[Fault]:
    for name, reference in response.get("links", {}).items():
        place = (*pointer, "links", name)
        link = resolve(document, reference)
        target = known.get(link.get("operationId"))
        if target is None:
            yield place, f"leads to the operation {link.get('operationId')}, which is not described"
            continue
        parameters = target.parameters
        names = {one.name for one in parameters} | {f"{one.location}.{one.name}" for one in parameters}
        for parameter in link.get("parameters", {}):
            if parameter not in names:
                yield place, f"{target.operation_id} has no parameter {parameter}"
        if "requestBody" in link and "requestBody" not in target.definition:
            yield place, f"{target.operation_id} takes no body"
        read_back = link.get("x-reads-back", True)
        if not (isinstance(read_back, bool) or _are_names(read_back)):
            yield (*place, "x-reads-back"), "is true, or a list of properties"


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)


def _changes_of_others(operation: Operation, known: dict[str, Operation]) -> Iterator[Fault]:
    told = operation.definition.get("x-changes-of-others", [])
    if "x-changes-of-others" in operation.definition and not _are_names(told):
        yield (*operation.pointer, "x-changes-of-others"), "is a list of operation ids"
        return
    for name in told:
        if name not in known:
            place = (*operation.pointer, "x-changes-of-others")
            yield place, f"names the operation {name}, which is not described"


def _bodies(operation: Operation) -> Iterator[Fault]:
    for name, media in operation.bodies.items():
        largest = media.max_bytes
        if largest is not None and (type(largest) is not int or largest < 1):
            place = (*operation.pointer, "requestBody", "content", name, "x-max-bytes")
            yield place, "must be a positive whole number"


def _error_codes(pointer: Pointer, response: dict[str, Any]) -> Iterator[Fault]:
    codes = response.get("x-error-codes")
    if response.get("x-origin", "doc") not in ORIGINS:
        yield (*pointer[:-1], "x-origin"), f"must be one of {', '.join(ORIGINS)}"
    if not isinstance(response.get("x-partner-codes", False), bool):
        yield (*pointer[:-1], "x-partner-codes"), "is true or false"
    if codes is None:
        return
    if not isinstance(codes, dict) or not codes:
        yield pointer, "must map each code to its meaning"
        return
    for code, meaning in codes.items():
        if not (isinstance(meaning, str) and meaning.strip()):
            yield (*pointer, code), "a code needs its meaning in words"


def _violation_codes(document: dict[str, Any]) -> Iterator[Fault]:
    parameters: list[tuple[Pointer, dict[str, Any]]] = [
        (("components", "parameters", name), parameter)
        for name, parameter in document.get("components", {}).get("parameters", {}).items()
    ]
    for operation in operations(document):
        parameters += operation.parameter_nodes
    for pointer, node in (*parameters, *schemas(document)):
        if not isinstance(node.get("x-error-code", ""), str):
            yield (*pointer, "x-error-code"), "must be a code in quotes"
        if "x-error-status" in node and not (
            "x-error-code" in node and node["x-error-status"] in REFUSALS_OF_VALUES
        ):
            yield (*pointer, "x-error-status"), "must be 400 or 422, beside an x-error-code"
        if node.get("x-origin", "doc") not in ORIGINS:
            yield (*pointer, "x-origin"), f"must be one of {', '.join(ORIGINS)}"
