"""The body of an answer as text and as JSON, for whoever judges it."""

from __future__ import annotations

import json
from typing import Any


def not_utf8(content_type: str, content: bytes) -> str | None:
    """Say where a JSON body is no UTF-8, None when it is (RFC 8259, section 8.1)."""
    if "json" not in content_type.lower():
        return None
    try:
        content.decode()
    except UnicodeDecodeError as problem:
        byte = content[problem.start]
        return f"The answer is not UTF-8: byte 0x{byte:02x} at position {problem.start}"
    return None


def error_of(body: Any) -> tuple[str, str] | None:
    """Return code and description of a refusal, in the envelope or flat; None where the body tells none."""
    if not isinstance(body, dict):
        return None
    error = body.get("error")
    if isinstance(error, dict):
        return str(error.get("code")), str(error.get("description"))
    if "error_code" in body:
        return str(body["error_code"]), str(body.get("error_description"))
    return None


def json_of(content: bytes) -> Any:
    """Decode a body, None when it is no JSON."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
