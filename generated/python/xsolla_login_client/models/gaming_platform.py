from typing import Literal

GamingPlatform = Literal["epicgames", "psn", "steam", "xbox"]

GAMING_PLATFORM_VALUES: set[GamingPlatform] = {
    "epicgames",
    "psn",
    "steam",
    "xbox",
}


def check_gaming_platform(value: str) -> GamingPlatform:
    if value in GAMING_PLATFORM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GAMING_PLATFORM_VALUES!r}")
