from typing import Literal

SearchUsersByFilterOrderColumn = Literal["activity", "contact", "custom_id", "group", "nickname", "username"]

SEARCH_USERS_BY_FILTER_ORDER_COLUMN_VALUES: set[SearchUsersByFilterOrderColumn] = {
    "activity",
    "contact",
    "custom_id",
    "group",
    "nickname",
    "username",
}


def check_search_users_by_filter_order_column(value: str) -> SearchUsersByFilterOrderColumn:
    if value in SEARCH_USERS_BY_FILTER_ORDER_COLUMN_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SEARCH_USERS_BY_FILTER_ORDER_COLUMN_VALUES!r}"
    )
