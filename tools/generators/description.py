"""What the generators are given: the variant `portable`, whole or without a part of its overlay."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection
from pathlib import Path
from typing import Any

from login_contract import resources
from login_contract.codegen.openapi_files import FOLDER, LOGIN, overlay_files
from login_contract.document.loader import load
from login_contract.document.overlay import Overlay
from login_contract.document.prune import pruned
from login_contract.document.writer import to_json

VARIANT = "portable"


def portable(path: Path, *, without: Collection[int] = ()) -> Path:
    """Writes the description in JSON, or one made without the actions of these numbers, and returns its path.

    Raises:
        DocumentError: the overlay does not fit the description.
    """
    if not without:
        shutil.copyfile(resources.path(f"{FOLDER}/{VARIANT}.json"), path)
        return path
    (source,) = overlay_files(VARIANT)
    overlay = load(source)
    overlay["actions"] = [each for number, each in enumerate(overlay["actions"]) if number not in without]
    document: dict[str, Any] = json.loads(resources.path(f"{FOLDER}/{LOGIN}.json").read_bytes())
    applied = pruned(Overlay.from_document(overlay, name=source.name).apply(document))
    path.write_bytes(to_json(applied).encode())
    return path


def actions() -> int:
    """Returns how many actions the overlay has."""
    (source,) = overlay_files(VARIANT)
    return len(load(source)["actions"])
