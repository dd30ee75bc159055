"""The calls of the vendor's guide to its SDK, from the table of facts beside this module."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

DOCUMENT: dict[str, Any] = tomllib.loads(Path(__file__).with_name("sdk_document.toml").read_text("utf-8"))
CALLS: list[dict[str, Any]] = DOCUMENT["call"]
INITIALISATION: list[dict[str, Any]] = DOCUMENT["initialisation"]
EXAMPLES: list[tuple[str, dict[str, Any]]] = [
    (call["name"], example) for call in CALLS for example in call["example"]
]


def in_python(told: dict[str, Any]) -> str:
    """What Python calls a call or a parameter: what the table says, or else the same in snake_case.

    Raises:
        ValueError: the table says another name without a reason.
    """
    if "python" in told:
        if not told.get("because"):
            raise ValueError(f"{told['name']} is called {told['python']} for no reason")
        return str(told["python"])
    # Written anew: the rule of the renderer is under test.
    humps = re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", told["name"])
    return re.sub(r"(?<=[A-Z])([A-Z][a-z])", r"_\1", humps).lower()
