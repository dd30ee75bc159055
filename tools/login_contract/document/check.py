"""Everything that must hold of a bundled description."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from login_contract.description.operation import operations
from login_contract.description.references import Pointer, at, replace_references, unescape
from login_contract.document.bundle import Bundle
from login_contract.document.conventions import convention_faults
from login_contract.document.examples import example_faults
from login_contract.document.nulls import null_faults
from login_contract.document.problem import DocumentError, Fault, Problem
from login_contract.document.vocabulary import vocabulary_faults

Check = Callable[[dict[str, Any]], Iterable[Fault]]


def check(document: dict[str, Any], *, name: str, origin: Bundle | None = None) -> None:
    """Checks a bundle, before or after overlays.

    `name` is what messages call the document; with `origin`, the bundle it was made of, they name the
    source file instead wherever there is one.

    Raises:
        DocumentError: with everything that was found.
    """
    # Each stage relies on what the stages before it have established.
    stages: tuple[tuple[Check, ...], ...] = (
        (_version_faults,),
        (_reference_faults,),
        (_openapi_faults,),
        (vocabulary_faults,),
        (convention_faults, example_faults, null_faults),
    )
    for stage in stages:
        faults = [fault for find in stage for fault in find(document)]
        faults += _twin_faults(document, name, origin) if _openapi_faults in stage else []
        if faults:
            raise DocumentError(_problem(fault, name, origin) for fault in faults)


def _twin_faults(document: dict[str, Any], name: str, origin: Bundle | None) -> list[Fault]:
    """Operation ids that stand twice; the message names the place of the other one."""
    first: dict[str, Pointer] = {}
    faults = []
    for operation in operations(document):
        named = operation.operation_id
        other = first.setdefault(named, operation.pointer)
        if named and other != operation.pointer:
            place = str(_problem((other, ""), name, origin)).rstrip(": ")
            faults.append((operation.pointer, f"the operationId {named} stands at {place} too"))
    return faults


def _problem(fault: Fault, name: str, origin: Bundle | None) -> Problem:
    pointer, message = fault
    source = origin.locate(pointer) if origin else None
    if source:
        return Problem(source.file, message, pointer=source.pointer)
    return Problem(name, message, pointer=pointer)


def _version_faults(document: Any) -> Iterator[Fault]:
    if not (isinstance(document, dict) and str(document.get("openapi")).startswith("3.1.")):
        yield ("openapi",), "the version must be 3.1.x"


def _openapi_faults(document: dict[str, Any]) -> Iterator[Fault]:
    from openapi_spec_validator import OpenAPIV31SpecValidator
    from openapi_spec_validator.validation.exceptions import DuplicateOperationIDError

    for error in OpenAPIV31SpecValidator(document).iter_errors():
        if isinstance(error, DuplicateOperationIDError):
            continue  # Told with both places by _twin_faults.
        yield tuple(error.absolute_path), error.message.splitlines()[0]


def _reference_faults(document: dict[str, Any]) -> list[Fault]:
    faults: list[Fault] = []

    def follow(reference: Any, pointer: Pointer) -> None:
        try:
            if not str(reference).startswith("#/components/"):
                raise KeyError
            at(document, unescape(reference.removeprefix("#")))
        except KeyError:
            faults.append((pointer, f"{reference} leads nowhere"))

    replace_references(document, follow)
    return faults
