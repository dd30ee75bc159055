"""The parts of a form with files: written for a request, and read from one that was sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from email.message import Message
from email.parser import BytesParser
from typing import Any

from login_contract.description.message import JSON, MULTIPART, carries_bytes
from login_contract.description.operation import Operation
from login_contract.description.references import resolve

Part = tuple[str | None, bytes, str] | tuple[None, bytes]


def written(operation: Operation, parts: Mapping[str, Any]) -> list[tuple[str, Part]]:
    """Return parts as httpx sends them: a file by its bytes or text, an object as JSON, all else as text."""
    return [(name, _part(operation, name, value)) for name, value in parts.items()]


def _part(operation: Operation, name: str, value: Any) -> Part:
    described = _properties(operation).get(name, {})
    if carries_bytes(described):
        return name, _bytes(value), str(described["contentMediaType"])
    if isinstance(value, (str, bytes)) and described.get("type", "string") == "string":
        return None, _bytes(value)
    return None, json.dumps(value).encode(), JSON


def with_bytes(operation: Operation, body: Any) -> Any:
    """Return a body with bytes in the place of the texts of its files."""
    if MULTIPART not in operation.bodies:
        return body
    files = {name for name, each in _properties(operation).items() if carries_bytes(each)}
    return {name: _bytes(value) if name in files else value for name, value in body.items()}


def as_said(operation: Operation, parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return what parts say by their description once they are sent: of a text, any value is one."""
    properties = _properties(operation)
    return {
        name: value if properties.get(name, {}).get("type", "string") != "string" else _text(value)
        for name, value in parts.items()
    }


def described_of(operation: Operation, parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts that the description knows."""
    properties = _properties(operation)
    return {name: value for name, value in parts.items() if name in properties}


def _text(value: Any) -> Any:
    return str(value) if isinstance(value, (str, int, float)) else value if isinstance(value, list) else ""


def _properties(operation: Operation) -> dict[str, Mapping[str, Any]]:
    """Return what each part is by the description."""
    schema = resolve(operation.document, operation.bodies[MULTIPART].schema)
    return {name: resolve(operation.document, each) for name, each in schema["properties"].items()}


def _bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode()


def read(content_type: str, body: bytes) -> dict[str, Any]:
    """Return what the parts of a body say, read by the standard library's own parser; JSON as its value."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser().parsebytes(head + body)
    found: dict[str, Any] = {}
    for part in message.walk():
        name = part.get_param("name", header="content-disposition")
        if isinstance(name, str):
            assert name not in found, f"the part {name} is sent twice"
            found[name] = _said(part)
    return found


def _said(part: Message) -> Any:
    content = part.get_payload(decode=True)
    text = content.decode() if isinstance(content, bytes) else ""
    return json.loads(text) if part.get_content_type() == JSON else text
