"""Which values of a partner's free JSON become properties of a profile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

GENDERS = {"male": "m", "female": "f", "m": "m", "f": "f"}
LONGEST = 255
CUSTOM_ID = re.compile(r"[A-Za-z0-9._-]{1,255}")
_ABSENT = object()


def mapped(key_map: Mapping[str, str], free: Mapping[str, Any]) -> tuple[dict[str, str], list[str]]:
    """Return profile properties with their values, and what was skipped and why.

    ``key_map`` maps a path, names with dots between them, to a property of the profile. A path that leads
    nowhere is no mistake: partners answer different things at different times.
    """
    profile: dict[str, str] = {}
    skipped: list[str] = []
    for path, name in key_map.items():
        value = _at(free, path)
        if value is _ABSENT:
            continue
        fitting = _fitting(name, value)
        if fitting is None:
            skipped.append(f"{path} was skipped: it is no {name.replace('_', ' ')}.")
        else:
            profile[name] = fitting
    return profile, skipped


def _at(free: Mapping[str, Any], path: str) -> Any:
    value: Any = free
    for name in path.split("."):
        if not isinstance(value, Mapping) or name not in value:
            return _ABSENT
        value = value[name]
    return value


def _fitting(name: str, value: Any) -> str | None:
    """Return a value as the profile holds it, or None when it cannot."""
    if isinstance(value, int) and not isinstance(value, bool) and name == "server_custom_id":
        value = str(value)
    if not isinstance(value, str) or not value:
        return None
    if name == "gender":
        return GENDERS.get(value.lower())
    if name == "birthday":
        return value if is_date(value) else None
    if name == "server_custom_id":
        return value if CUSTOM_ID.fullmatch(value) else None
    return value if len(value) <= LONGEST else None


def is_date(value: str) -> bool:
    """Say whether a text is a day of the calendar, as ISO 8601 writes it."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
