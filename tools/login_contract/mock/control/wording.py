"""How the page words what messages and time are, and what it calls users."""

from __future__ import annotations

from login_contract.mock.store.user_rows import User

CHANNELS = {"email": "E-mail", "sms": "SMS"}
_KINDS = {"one_time_code": "One-time code"}
_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def channel(name: str) -> str:
    """Return what people call a channel."""
    return CHANNELS.get(name, name)


def kind(name: str) -> str:
    """Return what people call a kind of message."""
    return _KINDS.get(name, name.replace("_", " ").capitalize())


def user(who: User) -> str:
    """Return what people call a user: a name, an address or a number, else the id."""
    return who.username or who.email or who.phone_number or who.nickname or who.user_id


def duration(seconds: float) -> str:
    """Return a duration in words, to the second: ``1 day, 2 hours``."""
    left, told = round(seconds), []
    for unit, size in _UNITS:
        number, left = divmod(left, size)
        if number:
            told.append(f"{number:,} {unit}{'' if number == 1 else 's'}")
    return ", ".join(told) or "0 seconds"
