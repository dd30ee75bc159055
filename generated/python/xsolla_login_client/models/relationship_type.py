from typing import Literal

RelationshipType = Literal["blocked", "blocked_by", "friend_requested", "friend_requested_by", "friends"]

RELATIONSHIP_TYPE_VALUES: set[RelationshipType] = {
    "blocked",
    "blocked_by",
    "friend_requested",
    "friend_requested_by",
    "friends",
}


def check_relationship_type(value: str) -> RelationshipType:
    if value in RELATIONSHIP_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RELATIONSHIP_TYPE_VALUES!r}")
