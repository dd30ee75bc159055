from typing import Literal

GetUserForProjectStatus = Literal[0, 1]

GET_USER_FOR_PROJECT_STATUS_VALUES: set[GetUserForProjectStatus] = {
    0,
    1,
}


def check_get_user_for_project_status(value: int) -> GetUserForProjectStatus:
    if value in GET_USER_FOR_PROJECT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GET_USER_FOR_PROJECT_STATUS_VALUES!r}")
