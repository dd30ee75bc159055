from typing import Literal

GetUserForProjectOrder = Literal["asc", "ASC", "DESC", "desc"]

GET_USER_FOR_PROJECT_ORDER_VALUES: set[GetUserForProjectOrder] = {
    "asc",
    "ASC",
    "DESC",
    "desc",
}


def check_get_user_for_project_order(value: str) -> GetUserForProjectOrder:
    if value in GET_USER_FOR_PROJECT_ORDER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GET_USER_FOR_PROJECT_ORDER_VALUES!r}")
