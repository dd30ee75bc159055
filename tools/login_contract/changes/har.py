"""Reads recordings of HTTP traffic (HAR 1.2) entry by entry, as the programs of this world write them."""

from __future__ import annotations

import base64
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from login_contract.errors import UsageError

NO_RECORDING = "is no recording of HTTP traffic (HAR 1.2)"
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def entries(path: Path) -> Iterator[dict[str, Any]]:
    """Yield what stands in `log.entries`, one after the other; all before one that cannot be read.

    A file may begin with a byte order mark, be written in UTF-16 or be compressed by gzip.

    Raises:
        UsageError: the file cannot be read, or is no recording; one line.
    """
    try:
        for each in _listed(_text(path)):
            if not isinstance(each, dict):
                raise ValueError
            yield _with_attachments(each, path.parent)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
    except (ValueError, RecursionError, EOFError, zlib.error, AttributeError, TypeError):
        raise UsageError(f"{path} {NO_RECORDING}") from None


def _text(path: Path) -> str:
    content = path.read_bytes()
    if content.startswith(_ZIP):
        raise UsageError(f"{path} is a ZIP archive: unpack it, and name the .har file in it")
    if content.startswith(_GZIP):
        content = gzip.decompress(content)
    return content.decode(json.detect_encoding(content))


def _with_attachments(entry: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return an entry with the bodies that Playwright's `attach` put into files beside the recording."""
    for half, part in (("request", "postData"), ("response", "content")):
        carried = (entry.get(half) or {}).get(part) or {}
        name = str(carried.get("_file") or "")
        # A recording may come from anywhere, and has no business elsewhere.
        if name and not carried.get("text") and Path(name).name == name and (folder / name).is_file():
            carried["text"] = base64.b64encode((folder / name).read_bytes()).decode("ascii")
            carried["encoding"] = "base64"
    return entry


def _listed(text: str) -> Iterator[Any]:
    """Yield the items of `log.entries`, and keep none."""
    at = _member(text, _begin(text, 0, "{"), "log")
    at = _member(text, _begin(text, at, "{"), "entries")
    at = _begin(text, at, "[")
    while text[at : at + 1] != "]":
        value, at = _DECODER.raw_decode(text, at)
        yield value
        at = _after_comma(text, at, "]")


def _member(text: str, at: int, wanted: str) -> int:
    """Return where the value of a member begins, in an object whose first name begins at `at`."""
    while text[at : at + 1] != "}":
        name, at = _DECODER.raw_decode(text, at)
        at = _begin(text, at, ":")
        if name == wanted:
            return at
        at = _after_comma(text, _DECODER.raw_decode(text, at)[1], "}")
    raise ValueError


def _begin(text: str, at: int, sign: str) -> int:
    """Return what follows on a sign that has to stand there, spaces passed over."""
    at = _space(text, at)
    if not text.startswith(sign, at):
        raise ValueError
    return _space(text, at + 1)


def _after_comma(text: str, at: int, end: str) -> int:
    at = _space(text, at)
    return at if text.startswith(end, at) else _begin(text, at, ",")


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
