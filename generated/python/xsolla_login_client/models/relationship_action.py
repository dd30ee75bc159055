from typing import Literal

RelationshipAction = Literal[
    "block",
    "friend_remove",
    "friend_request_add",
    "friend_request_approve",
    "friend_request_cancel",
    "friend_request_deny",
    "unblock",
]

RELATIONSHIP_ACTION_VALUES: set[RelationshipAction] = {
    "block",
    "friend_remove",
    "friend_request_add",
    "friend_request_approve",
    "friend_request_cancel",
    "friend_request_deny",
    "unblock",
}


def check_relationship_action(value: str) -> RelationshipAction:
    if value in RELATIONSHIP_ACTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RELATIONSHIP_ACTION_VALUES!r}")
