from typing import Literal

SearchUsersByFilterOrderDir = Literal["asc", "desc"]

SEARCH_USERS_BY_FILTER_ORDER_DIR_VALUES: set[SearchUsersByFilterOrderDir] = {
    "asc",
    "desc",
}


def check_search_users_by_filter_order_dir(value: str) -> SearchUsersByFilterOrderDir:
    if value in SEARCH_USERS_BY_FILTER_ORDER_DIR_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SEARCH_USERS_BY_FILTER_ORDER_DIR_VALUES!r}"
    )
