"""The calls of the vendor's guide to its SDK and the requests that they are, from the tables beside it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))


DOCUMENT = _read("sdk_document.toml")
REQUESTS: list[dict[str, Any]] = _read("sdk_requests.toml")["request"]
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
