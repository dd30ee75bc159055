from typing import Literal

SearchUsersByFilterSearchBy = Literal[
    "contact", "custom_id", "id", "nickname", "phone", "social-id", "username"
]

SEARCH_USERS_BY_FILTER_SEARCH_BY_VALUES: set[SearchUsersByFilterSearchBy] = {
    "contact",
    "custom_id",
    "id",
    "nickname",
    "phone",
    "social-id",
    "username",
}


def check_search_users_by_filter_search_by(value: str) -> SearchUsersByFilterSearchBy:
    if value in SEARCH_USERS_BY_FILTER_SEARCH_BY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SEARCH_USERS_BY_FILTER_SEARCH_BY_VALUES!r}"
    )
