"""Whether somebody's description is a valid one, of whichever version, judged without opening other files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from login_contract.description.operation import operations
from login_contract.description.references import Pointer, at, replace_references, unescape
from login_contract.description.schemas import carriers
from login_contract.document.problem import Fault

_METASCHEMA = "https://json-schema.org/draft/2020-12/schema"
_LONGEST = 160  # Characters of a message: some quote the whole of what is wrong.


def validity_faults(document: dict[str, Any]) -> list[Fault]:
    """What makes a description invalid; nothing for a document that is no OpenAPI description at all."""
    for stage in (_shape_faults, _schema_faults, _reference_faults, _name_faults):
        faults = [(pointer, _short(message)) for pointer, message in stage(document)]
        if faults:
            return faults
    return []


def _shape_faults(document: dict[str, Any]) -> Iterator[Fault]:
    import openapi_spec_validator as validators

    known = {
        "2.0": validators.OpenAPIV2SpecValidator,
        "3.0": validators.OpenAPIV30SpecValidator,
        "3.1": validators.OpenAPIV31SpecValidator,
        "3.2": validators.OpenAPIV32SpecValidator,
    }
    validator = known.get(_version(document))
    if validator:
        for error in validator.schema_validator.iter_errors(document):
            yield tuple(error.absolute_path), error.message


def _schema_faults(document: dict[str, Any]) -> Iterator[Fault]:
    """Schemas of 3.1 and later are JSON Schema, which the schema of OpenAPI itself does not look at."""
    if _version(document) not in ("3.1", "3.2") or "jsonSchemaDialect" in document:
        return
    from jsonschema_rs import Draft202012Validator

    validator = Draft202012Validator({"$ref": _METASCHEMA})
    for pointer, schema in _schemas(document):
        for error in validator.iter_errors(schema):
            yield (*pointer, *error.instance_path), error.message


def _schemas(document: dict[str, Any]) -> Iterator[tuple[Pointer, Any]]:
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        yield ("components", "schemas", name), schema
    for pointer, node in carriers(document):
        if "schema" in node:
            yield (*pointer, "schema"), node["schema"]


def _reference_faults(document: dict[str, Any]) -> list[Fault]:
    faults: list[Fault] = []

    def follow(reference: Any, pointer: Pointer) -> None:
        if not (isinstance(reference, str) and reference.startswith("#/")):
            return  # Another file, an anchor: nobody here can tell.
        seen = {first := reference}
        while isinstance(reference, str) and reference.startswith("#/"):
            try:
                node = at(document, unescape(unquote(reference.removeprefix("#"))))
            except KeyError:
                # One further on is told where it stands.
                if reference == first:
                    faults.append((pointer, f"{reference} leads nowhere"))
                return
            reference = node.get("$ref") if isinstance(node, dict) else None
            if isinstance(reference, str) and reference in seen:
                faults.append((pointer, f"{first} leads in a ring"))
                return
            seen.add(str(reference))

    if _version(document):
        replace_references(document, follow)
    return faults


def _name_faults(document: dict[str, Any]) -> Iterator[Fault]:
    if not _version(document):
        return
    schemes = {
        *document.get("components", {}).get("securitySchemes", {}),
        *document.get("securityDefinitions", {}),
    }
    first: dict[str, Pointer] = {}
    for operation in operations(document):
        name, pointer = operation.operation_id, operation.pointer
        if name and first.setdefault(name, pointer) != pointer:
            yield pointer, f"the operationId {name} stands twice"
        yield from _scheme_faults(operation.definition, schemes, operation.pointer)
    yield from _scheme_faults(document, schemes, ())


def _scheme_faults(node: dict[str, Any], schemes: set[str], pointer: Pointer) -> Iterator[Fault]:
    for name in dict.fromkeys(name for option in node.get("security", ()) for name in option):
        # From 3.2 on a scheme may be named by its address.
        if name not in schemes and not {"/", "#"} & set(name):
            yield (*pointer, "security"), f"the security scheme {name} is not described"


def _version(document: dict[str, Any]) -> str:
    return ".".join(str(document.get("openapi", document.get("swagger", ""))).split(".")[:2])


def _short(message: str) -> str:
    line = message.splitlines()[0] if message else message
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
