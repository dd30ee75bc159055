"""JSON Web Tokens as texts (RFC 7519, compact form): their parts, which prove nothing yet."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

Claims = dict[str, Any]


class NotCompact(ValueError):
    """The text is no compact token; the message says what it has or is instead, without its subject."""


def unverified(token: str, *, read: Callable[[bytes], Any] = json.loads) -> tuple[Claims, Claims]:
    """Return the header and the claims of a token; ``read`` parses their JSON.

    Raises:
        NotCompact: it is none, or ``read`` raised a ValueError.
    """
    parts = token.split(".")
    if len(parts) != 3:
        raise NotCompact(f"has {len(parts)} parts, not three")
    return _content(parts[0], read), _content(parts[1], read)


def claims_of(token: str) -> Claims:
    """Return the claims of a token; raises like ``unverified``."""
    return unverified(token)[1]


def signature_of(token: str) -> tuple[bytes, bytes]:
    """Return what the signature of a token signs, and the signature.

    Raises:
        NotCompact: it is not written as it has to be; bits that no byte needs could be changed else.
    """
    message, _, encoded = token.rpartition(".")
    try:
        signature = _decoded(encoded)
    except ValueError:
        raise NotCompact("has a signature that is not base64url") from None
    if base64url(signature) != encoded:
        raise NotCompact("has a signature in another spelling")
    return message.encode(), signature


def segment(content: Mapping[str, Any]) -> str:
    """Write a header or claims as a part of a token."""
    return base64url(json_of(content))


def json_of(content: Mapping[str, Any]) -> bytes:
    """Return a header or claims as JSON without spaces; letters take the bytes that they have in UTF-8."""
    return json.dumps(dict(content), ensure_ascii=False, separators=(",", ":")).encode()


def base64url(raw: bytes) -> str:
    """Encode bytes as base64url without padding (RFC 7515, section 2)."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def base64url_number(number: int) -> str:
    """Encode an unsigned integer, most significant byte first (RFC 7518, section 2)."""
    return base64url(number.to_bytes((number.bit_length() + 7) // 8, "big"))


def _content(encoded: str, read: Callable[[bytes], Any]) -> Claims:
    try:
        content = read(_decoded(encoded))
    except (ValueError, RecursionError):
        raise NotCompact("has a part that is not base64url JSON") from None
    if not isinstance(content, dict):
        raise NotCompact("has a part that is no JSON object")
    return content


def _decoded(encoded: str) -> bytes:
    return base64.b64decode(encoded + "=" * (-len(encoded) % 4), altchars=b"-_", validate=True)
