"""Bodies as recordings have them: as text, as base64, as a list of parameters, or left out."""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from collections.abc import Mapping
from contextlib import suppress
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl

from login_contract.description.message import FORM, MULTIPART

#: Stands for a body that is not there.
MISSING = object()
#: Stands for a body that was there, and is not in the recording or cannot be read.
LOST = object()
# What browsers write for a body whose type they do not know.
UNKNOWN = "x-unknown"
_GZIP = b"\x1f\x8b"


def media_type(kind: str) -> str:
    """Return a media type without its parameters."""
    return kind.partition(";")[0].strip().lower()


def body(kind: str, carried: Mapping[str, Any], *, size: int = 0) -> Any:
    """Return what a body means, `MISSING` where there is none, `LOST` where the recording does not have it.

    `carried` is `postData` or `content`, `size` that of the body on the wire, in bytes.
    """
    parameters = carried.get("params")
    if not carried.get("text"):
        if parameters:
            return {str(each.get("name", "")): each.get("value", "") for each in parameters}
        return LOST if _was_there(carried, size) else MISSING
    content = _content(carried)
    if not content:
        return LOST
    if media_type(kind) == FORM:
        return dict(parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True))
    if media_type(kind) == MULTIPART:
        return _parts(kind, content)
    text = content.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _was_there(carried: Mapping[str, Any], size: int) -> bool:
    told = carried.get("size")
    if not isinstance(told, int):
        told = size
    kind = str(carried.get("mimeType") or UNKNOWN)
    # Browsers forget bodies, and write -1 for a size that they never knew; without one there is no type.
    return told > 0 or (told < 0 and kind != UNKNOWN)


def _content(carried: Mapping[str, Any]) -> bytes:
    text = str(carried.get("text") or "")
    content = text.encode("utf-8", "surrogatepass")
    if carried.get("encoding") == "base64":
        try:
            content = base64.b64decode(text)
        except ValueError:
            return b""
    if content.startswith(_GZIP):
        # A proxy that took what came for what was meant.
        with suppress(OSError, EOFError, zlib.error):
            return gzip.decompress(content)
    return content


def _parts(kind: str, content: bytes) -> dict[str, str]:
    head = f"Content-Type: {kind}\r\n\r\n".encode("utf-8", "replace")
    mail = BytesParser().parsebytes(head + content)
    found = {}
    for part in mail.walk():
        name = part.get_param("name", header="content-disposition")
        if name is not None:
            payload = part.get_payload(decode=True)
            found[str(name)] = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return found
