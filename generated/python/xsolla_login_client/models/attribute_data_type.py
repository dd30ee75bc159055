from typing import Literal

AttributeDataType = Literal["boolean", "integer", "number", "string"]

ATTRIBUTE_DATA_TYPE_VALUES: set[AttributeDataType] = {
    "boolean",
    "integer",
    "number",
    "string",
}


def check_attribute_data_type(value: str) -> AttributeDataType:
    if value in ATTRIBUTE_DATA_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ATTRIBUTE_DATA_TYPE_VALUES!r}")
