from typing import Literal

GetUserForProjectOrder = Literal["ASC", "asc", "desc", "DESC"]

GET_USER_FOR_PROJECT_ORDER_VALUES: set[GetUserForProjectOrder] = {
    "ASC",
    "asc",
    "desc",
    "DESC",
}


def check_get_user_for_project_order(value: str) -> GetUserForProjectOrder:
    if value in GET_USER_FOR_PROJECT_ORDER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GET_USER_FOR_PROJECT_ORDER_VALUES!r}")
