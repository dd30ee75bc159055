"""The parts of a form with files, as samples send them."""

from __future__ import annotations

from typing import Any

from login_contract.description.message import JSON, MULTIPART, carries_bytes
from login_contract.description.operation import Operation
from login_contract.description.references import resolve

# Of what pictures are, the description does not say more than that they are bytes.
_ENDINGS = {"text/csv": "csv", "application/octet-stream": "gif"}


def kind_of(operation: Operation, name: str, value: Any) -> str | None:
    """Return the media type of a part, None for one that is a plain text."""
    schema = resolve(operation.document, operation.bodies[MULTIPART].schema)
    described = resolve(operation.document, schema["properties"].get(name, {}))
    if carries_bytes(described):
        return str(described["contentMediaType"])
    return None if isinstance(value, str) else JSON


def file_name(name: str, kind: str) -> str:
    """Return what the file of a part may be called."""
    return f"{name}.{_ENDINGS.get(kind, 'bin')}"
