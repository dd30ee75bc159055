"""Compares our description with the vendor's own: all differences, those of shared schemas once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from login_contract import resources
from login_contract.codegen.published_names import as_published
from login_contract.description.operation import Operation, operations
from login_contract.document.loader import load
from login_contract.document.problem import DocumentError, in_one_line
from login_contract.errors import UsageError
from login_contract.official import messages, parameters
from login_contract.official.difference import Difference, Weight
from login_contract.official.matching import Matches, matched, same_place
from login_contract.official.schema_view import follow
from login_contract.official.schemas import Position, Schemas, told
from login_contract.official.security import needs

DESCRIPTION = "generated/openapi/login.json"
VERSIONS = ("3.0.", "3.1.", "3.2.")
_LOST = "the reference {} leads nowhere in this file; what stands in several has to be bundled first"


@frozen
class Found:
    """A difference, and the operations that have it."""

    difference: Difference
    operations: tuple[str, ...]


@frozen
class Comparison:
    """Everything found, the heaviest first, and how many operations both sides have."""

    found: tuple[Found, ...]
    compared: int

    def at_least(self, weight: Weight) -> Comparison:
        """The same without what weighs less."""
        return evolve(self, found=tuple(each for each in self.found if each.difference.weight >= weight))

    def count(self, weight: Weight) -> int:
        """How many differences weigh so much."""
        return sum(each.difference.weight == weight for each in self.found)


def read_official(path: Path) -> dict[str, Any]:
    """Reads somebody's description, OpenAPI 3.0 or later in one file, YAML or JSON.

    Raises:
        UsageError: it cannot be read, or is something else.
    """
    try:
        document = load(path, plain_keys=True)
    except DocumentError as error:
        raise UsageError(in_one_line(error)) from None
    version = document.get("openapi", document.get("swagger")) if isinstance(document, dict) else None
    if version is None:
        raise UsageError(f"{path}: is no OpenAPI description")
    if not str(version).startswith(VERSIONS):
        raise UsageError(f"{path}: is OpenAPI {version}, and has to be 3.0 or later: convert it first")
    for kind in ("paths", "webhooks"):
        items = document.get(kind, {})
        if not isinstance(items, dict) or not all(isinstance(each, dict) for each in items.values()):
            raise UsageError(f"{path}: {kind} is not an object of objects")
        if kind in document:
            document[kind] = {name: _item(document, each, path) for name, each in items.items()}
    if not any(document.get(kind) for kind in ("paths", "webhooks")):
        raise UsageError(f"{path}: describes no operation")
    return dict(document)


def read_ours(path: Path | None) -> dict[str, Any]:
    """Reads the kit's own description, or another one in its place.

    Raises:
        UsageError: as for `read_official`.
    """
    return read_official(path or resources.path(DESCRIPTION))


def compare(ours: Mapping[str, Any], theirs: Mapping[str, Any], *, name: str) -> Comparison:
    """Compares two descriptions; `name` is what messages call the files that may be wrong.

    Webhooks are compared where theirs describes any: OpenAPI 3.0 has no place for them.

    Raises:
        UsageError: one of them breaks the rules of OpenAPI so that it cannot be compared.
    """
    try:
        published = as_published(dict(ours))
        here = list(operations(published))
        there = list(operations(theirs))
        if not any(one.is_webhook for one in there):
            here = [one for one in here if not one.is_webhook]
        matches = matched(here, there)
        return Comparison(_joined(_all(matches, Schemas(published, theirs))), len(matches.pairs))
    except KeyError as error:
        raise UsageError(f"{name}: {_LOST.format(error.args[0])}") from None
    except RecursionError:
        raise UsageError(f"{name}: nested too deeply") from None
    except (AttributeError, TypeError, ValueError) as error:
        raise UsageError(f"{name}: is no valid OpenAPI description: {error}") from None


def _item(document: dict[str, Any], item: dict[str, Any], path: Path) -> dict[str, Any]:
    try:
        found = follow(document, item)
    except KeyError as error:
        raise UsageError(f"{path}: {_LOST.format(error.args[0])}") from None
    return found if isinstance(found, dict) else {}


def _all(matches: Matches, schemas: Schemas) -> Iterator[tuple[str, Difference]]:
    for one in matches.here:
        yield _called(one), told(_position(one), "operation", Weight.MEDIUM, here=_name(one))
    for one in matches.there:
        at = Position("", "", sent=True)
        yield _called(one), evolve(told(at, "operation", Weight.HEAVY, there=_name(one)), origins=())
    for our, their in matches.pairs:
        yield from ((_called(our), each) for each in _differences(our, their, schemas))


def _differences(our: Operation, their: Operation, schemas: Schemas) -> Iterator[Difference]:
    at = _position(our)
    if not our.is_webhook and not same_place(our, their):
        yield told(at, "address", Weight.HEAVY, here=our.label, there=their.label)
    if our.operation_id != their.operation_id:
        yield told(at, "id", Weight.LIGHT, here=our.operation_id, there=their.operation_id or "none")
    if needs(our) != needs(their):
        yield told(at, "security", Weight.HEAVY, here=needs(our), there=needs(their))
    yield from parameters.compared(our, their, schemas)
    yield from messages.bodies(our, their, schemas)
    yield from messages.answers(our, their, schemas)


def _joined(found: Iterable[tuple[str, Difference]]) -> tuple[Found, ...]:
    """What stands in a schema of ours is told once, with all operations that use it and all its origins."""
    groups: dict[Any, list[tuple[str, Difference]]] = {}
    for operation, each in found:
        key = (evolve(each, origins=()), "" if each.schema else operation)
        groups.setdefault(key, []).append((operation, each))
    joined = [
        Found(
            evolve(
                group[0][1],
                origins=tuple(dict.fromkeys(origin for _, one in group for origin in one.origins)),
            ),
            tuple(dict.fromkeys(operation for operation, _ in group)),
        )
        for group in groups.values()
    ]
    return tuple(sorted(joined, key=lambda each: -each.difference.weight))


def _position(operation: Operation) -> Position:
    return Position("", operation.origin or "", sent=True)


def _called(operation: Operation) -> str:
    return operation.operation_id or operation.label


def _name(operation: Operation) -> str:
    return f"webhook {operation.path}" if operation.is_webhook else operation.label
