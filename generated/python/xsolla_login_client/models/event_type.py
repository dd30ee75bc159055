from typing import Literal

EventType = Literal[
    "authorization", "email_confirmation", "link_social_account", "new_verified_user", "registration"
]

EVENT_TYPE_VALUES: set[EventType] = {
    "authorization",
    "email_confirmation",
    "link_social_account",
    "new_verified_user",
    "registration",
}


def check_event_type(value: str) -> EventType:
    if value in EVENT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVENT_TYPE_VALUES!r}")
