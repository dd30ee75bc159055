from typing import Literal

AttributeType = Literal["client", "server"]

ATTRIBUTE_TYPE_VALUES: set[AttributeType] = {
    "client",
    "server",
}


def check_attribute_type(value: str) -> AttributeType:
    if value in ATTRIBUTE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ATTRIBUTE_TYPE_VALUES!r}")
