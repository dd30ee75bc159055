from typing import Literal

RelationshipStatus = Literal["blocked", "friend", "friend_requested", "none"]

RELATIONSHIP_STATUS_VALUES: set[RelationshipStatus] = {
    "blocked",
    "friend",
    "friend_requested",
    "none",
}


def check_relationship_status(value: str) -> RelationshipStatus:
    if value in RELATIONSHIP_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RELATIONSHIP_STATUS_VALUES!r}")
