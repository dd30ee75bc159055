from typing import Literal

WithLogout = Literal["0", "1", "false", "true"]

WITH_LOGOUT_VALUES: set[WithLogout] = {
    "0",
    "1",
    "false",
    "true",
}


def check_with_logout(value: str) -> WithLogout:
    if value in WITH_LOGOUT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WITH_LOGOUT_VALUES!r}")
