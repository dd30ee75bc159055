from typing import Literal

Presence = Literal["offline", "online"]

PRESENCE_VALUES: set[Presence] = {
    "offline",
    "online",
}


def check_presence(value: str) -> Presence:
    if value in PRESENCE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRESENCE_VALUES!r}")
