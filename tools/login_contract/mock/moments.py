"""How moments, which are unix seconds everywhere inside, are told: each list of the API has its own way."""

from __future__ import annotations

from datetime import UTC, datetime


def rfc3339(seconds: float) -> str:
    """Return a moment as public profiles, searches and devices tell it [doc]."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def with_offset(seconds: float) -> str:
    """Return a moment as profiles and bans tell it, with an offset that has no colon [doc]."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S%z")


def in_milliseconds(seconds: float) -> str:
    """Return a moment as login events and the control interface tell it."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def whole(seconds: float) -> str:
    """Return a moment as an export tells it, to be read back as it was."""
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")
