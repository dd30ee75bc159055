"""A description with overlays applied: what `login-contract overlay apply` reads and writes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from login_contract.description.references import escape
from login_contract.document.loader import load, parse
from login_contract.document.overlay import Overlay
from login_contract.document.problem import DocumentError, Problem, in_one_line
from login_contract.document.validity import validity_faults
from login_contract.document.writer import to_json, to_yaml
from login_contract.errors import UsageError
from login_contract.output import write

Format = Literal["yaml", "json"]
_INPUT = Path("-")
_SUFFIXES: dict[str, Format] = {".json": "json"}


def write_overlaid(
    document: Path,
    overlays: Sequence[Path],
    *,
    output: Path | None = None,
    form: Format | None = None,
    allow_invalid: bool = False,
) -> None:
    """Applies overlays to a YAML or JSON document, in order, and writes the result.

    References to other files stay as they are: nothing is bundled. A path `-` is standard input. Without
    `output` the result goes to standard output; without `form` it is YAML, except in an output that ends
    in `.json`.

    Raises:
        UsageError: a file cannot be read or written, an overlay is none, one cannot be applied, or, unless
            `allow_invalid`, a valid description became an invalid one.
    """
    try:
        result = apply_overlays(document, overlays, allow_invalid=allow_invalid)
        form = form or _SUFFIXES.get(output.suffix if output else "", "yaml")
        content = (to_json if form == "json" else to_yaml)(result).encode()
    except DocumentError as error:
        raise UsageError(in_one_line(error)) from None
    except RecursionError:
        raise UsageError(f"{_name(document)}: nested too deeply") from None
    write(content, output)


def apply_overlays(document: Path, overlays: Sequence[Path], *, allow_invalid: bool = False) -> Any:
    """Answers what becomes of a document; every overlay is read before the first is applied.

    Raises:
        UsageError: standard input is to be read twice.
        DocumentError: a file cannot be read, an overlay is none or cannot be applied, or, unless
            `allow_invalid`, a valid description became an invalid one.
    """
    if [document, *overlays].count(_INPUT) > 1:
        raise UsageError("standard input (-) can be read only once")
    original = _read(document)
    if not isinstance(original, dict):
        raise DocumentError([Problem(_name(document), "not an object")])
    result = original
    for overlay in [Overlay.from_document(_read(path), name=_name(path)) for path in overlays]:
        result = overlay.apply(result)
    if not allow_invalid:
        _refuse_spoilt(original, result, name=_name(document))
    return result


def _refuse_spoilt(original: Any, result: Any, *, name: str) -> None:
    # A description that was invalid before may stay so: then the overlays are not what to complain about.
    faults = validity_faults(result) if isinstance(result, dict) else [((), "not an object")]
    if not faults or validity_faults(original):
        return
    pointer, message = faults[0]
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    raise DocumentError(
        [
            Problem(
                name,
                "the overlays make this valid description invalid: "
                f"#{escape(pointer)}: {message}{more}; --allow-invalid writes it anyway",
            )
        ]
    )


def _read(path: Path) -> Any:
    if path != _INPUT:
        return load(path, plain_keys=True)
    try:
        # Python has no standard input at all when the caller closed it.
        content = sys.stdin.buffer.read() if sys.stdin else b""
    except OSError as error:
        raise DocumentError([Problem(_name(path), error.strerror or str(error))]) from None
    return parse(content, name=_name(path), plain_keys=True)


def _name(path: Path) -> str:
    return "standard input" if path == _INPUT else str(path)
