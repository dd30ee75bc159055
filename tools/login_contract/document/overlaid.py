"""A description with overlays applied: what `login-contract overlay apply` reads and writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from login_contract.document.load import load
from login_contract.document.overlay import Overlay
from login_contract.document.problem import DocumentError, Problem
from login_contract.document.write import to_json, to_yaml
from login_contract.errors import UsageError
from login_contract.output import write

Format = Literal["yaml", "json"]
_SUFFIXES: dict[str, Format] = {".json": "json"}


def write_overlaid(
    document: Path,
    overlays: Sequence[Path],
    *,
    output: Path | None = None,
    form: Format | None = None,
) -> None:
    """Applies overlays to a YAML or JSON document, in order, and writes the result.

    References to other files stay as they are: nothing is bundled. Without `output` the result goes to
    standard output; without `form` it is YAML, except in an output that ends in `.json`.

    Raises:
        UsageError: a file cannot be read or written, an overlay is none, or one cannot be applied.
    """
    try:
        result = apply_overlays(document, overlays)
        form = form or _SUFFIXES.get(output.suffix if output else "", "yaml")
        content = (to_json if form == "json" else to_yaml)(result).encode()
    except DocumentError as error:
        raise UsageError(_line(error)) from None
    except UnicodeEncodeError as error:
        broken = ascii(error.object[error.start])
        raise UsageError(f"{document}: the result holds half a character, {broken}") from None
    except RecursionError:
        raise UsageError(f"{document}: nested too deeply") from None
    write(content, output)


def apply_overlays(document: Path, overlays: Sequence[Path]) -> Any:
    """Answers what becomes of a document; every overlay is read before the first is applied.

    Raises:
        DocumentError: a file cannot be read, an overlay is none, or one cannot be applied.
    """
    result = load(document, plain_keys=True)
    if not isinstance(result, dict):
        raise DocumentError([Problem(str(document), "not an object")])
    read = [Overlay.from_document(load(path, plain_keys=True), name=str(path)) for path in overlays]
    for overlay in read:
        result = overlay.apply(result)
    return result


def _line(error: DocumentError) -> str:
    first, *rest = error.problems
    about_file = not first.pointer and first.line is None
    line = f"{first.file}: {first.message}" if about_file else str(first)
    return f"{line} (and {len(rest)} more)" if rest else line
