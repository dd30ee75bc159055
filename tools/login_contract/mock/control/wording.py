"""How the page words what messages and time are."""

from __future__ import annotations

CHANNELS = {"email": "E-mail", "sms": "SMS"}
_KINDS = {"one_time_code": "One-time code"}
_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def channel(name: str) -> str:
    """Return what people call a channel."""
    return CHANNELS.get(name, name)


def kind(name: str) -> str:
    """Return what people call a kind of message."""
    return _KINDS.get(name, name.replace("_", " ").capitalize())


def duration(seconds: float) -> str:
    """Return a duration in words, to the second: ``1 day, 2 hours``."""
    left, told = round(seconds), []
    for unit, size in _UNITS:
        number, left = divmod(left, size)
        if number:
            told.append(f"{number:,} {unit}{'' if number == 1 else 's'}")
    return ", ".join(told) or "0 seconds"
