"""An attribute as an update is given it, and the games that it may be for."""

from __future__ import annotations

from typing import Any

GAME, OTHER_GAME = 44056, 44057


def attribute(key: str, value: Any = "7", **told: Any) -> dict[str, Any]:
    return {"key": key, "value": value, **told}
