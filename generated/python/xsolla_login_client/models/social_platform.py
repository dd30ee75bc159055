from typing import Literal

SocialPlatform = Literal["facebook", "steam", "twitter", "vk", "xbox"]

SOCIAL_PLATFORM_VALUES: set[SocialPlatform] = {
    "facebook",
    "steam",
    "twitter",
    "vk",
    "xbox",
}


def check_social_platform(value: str) -> SocialPlatform:
    if value in SOCIAL_PLATFORM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SOCIAL_PLATFORM_VALUES!r}")
