"""Somebody's description as one document, whether it stands in one file or in several."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from login_contract.description.references import replace_references
from login_contract.document.bundle import bundle
from login_contract.document.loader import load


def joined(source: Path) -> Any:
    """Reads a description; references to other files are followed by the rules of `bundle`.

    A document that refers to none comes as it stands, whatever it is.

    Raises:
        DocumentError: a file cannot be read, or a reference leads nowhere.
    """
    document = load(source, plain_keys=True)
    elsewhere: list[Any] = []

    def note(reference: Any, pointer: Any) -> Any:
        if isinstance(reference, str) and not reference.startswith("#"):
            elsewhere.append(reference)
        return reference

    replace_references(document, note)
    return bundle(source, plain_keys=True).document if elsewhere else document
