"""The description that the generators are given: that of the overlay `portable`, whole or without a part."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from login_contract import resources
from login_contract.codegen.openapi_files import overlay_files
from login_contract.document.loader import load
from login_contract.document.overlay import Overlay
from login_contract.document.prune import pruned
from login_contract.document.writer import to_json

VARIANT = "portable"


def portable(path: Path, *, without: Collection[int] = ()) -> Path:
    """Writes the description in JSON, made without the actions of these numbers, and returns its path.

    Raises:
        DocumentError: the overlay does not fit the description.
    """
    (source,) = overlay_files(VARIANT)
    overlay = load(source)
    overlay["actions"] = [each for number, each in enumerate(overlay["actions"]) if number not in without]
    document: dict[str, Any] = json.loads(resources.path("generated/openapi/login.json").read_bytes())
    applied = pruned(Overlay.from_document(overlay, name=source.name).apply(document))
    path.write_bytes(to_json(applied).encode())
    return path


def actions() -> int:
    """Returns how many actions the overlay has."""
    (source,) = overlay_files(VARIANT)
    return len(load(source)["actions"])
