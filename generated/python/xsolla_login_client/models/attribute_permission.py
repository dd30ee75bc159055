from typing import Literal

AttributePermission = Literal["private", "public"]

ATTRIBUTE_PERMISSION_VALUES: set[AttributePermission] = {
    "private",
    "public",
}


def check_attribute_permission(value: str) -> AttributePermission:
    if value in ATTRIBUTE_PERMISSION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ATTRIBUTE_PERMISSION_VALUES!r}")
