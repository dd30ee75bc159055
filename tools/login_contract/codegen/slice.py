"""The description that a team's own client is made from: ours or theirs, with their overlays applied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from login_contract import resources
from login_contract.codegen.client_validity import client_faults
from login_contract.codegen.openapi_files import FOLDER, LOGIN, OPEN, VARIANTS, overlay_files
from login_contract.document.joined import joined
from login_contract.document.loader import load
from login_contract.document.overlay import Overlay
from login_contract.document.problem import DocumentError, Problem
from login_contract.document.prune import pruned
from login_contract.document.validity import validity_faults

#: Overlays of the kit that may be named without a path; no client calls what only the mock has.
OWN = tuple(name for name in VARIANTS if name not in (LOGIN, "mock"))


def own_description(source: Path | None, overlays: Sequence[str]) -> dict[str, Any]:
    """Reads a description (default: ours, its answers open), applies overlays, prunes and checks it.

    An overlay is a file or, where there is none, one of the kit's by its name. All are read before the first
    applies. References to other files are followed by the rules of `bundle`.

    Raises:
        DocumentError: a file cannot be read, an overlay cannot be applied, or the result is no valid OpenAPI
            3.0 or 3.1, or no client can be made of it.
    """
    document = _ours() if source is None else joined(source)
    # Ours is open already.
    named = [one for one in overlays if not (source is None and one == OPEN and not Path(one).is_file())]
    for overlay in [read for name in named for read in _read(name)]:
        document = overlay.apply(document)
    name = str(source or "the description")
    if not (isinstance(document, dict) and str(document.get("openapi")).startswith(("3.0.", "3.1."))):
        raise DocumentError([Problem(name, "is no OpenAPI 3.0 or 3.1")])
    kept = _pruned(document)
    faults = validity_faults(kept) or list(client_faults(kept))
    if faults:
        after = f"after {', '.join(overlays)}: " if overlays else ""
        raise DocumentError(
            Problem(name, f"{after}{message}", pointer=pointer) for pointer, message in faults
        )
    return kept


def _ours() -> Any:
    return load(resources.path(f"{FOLDER}/{OPEN}.json"))


def _read(name: str) -> list[Overlay]:
    if name in OWN and not Path(name).is_file():
        found = overlay_files(name)
        return [Overlay.from_document(load(path), name=f"{name}, {path.name}") for path in found]
    try:
        return [Overlay.from_document(load(Path(name), plain_keys=True), name=name)]
    except DocumentError as error:
        if Path(name).exists():
            raise
        first = error.problems[0].message
        hint = f"{first} (overlays that are known by name: {', '.join(OWN)})"
        raise DocumentError([Problem(name, hint)]) from None


def _pruned(document: dict[str, Any]) -> dict[str, Any]:
    try:
        return pruned(document)
    except (AttributeError, KeyError, TypeError, ValueError):
        # It is not what a description looks like; the check tells where.
        return document
