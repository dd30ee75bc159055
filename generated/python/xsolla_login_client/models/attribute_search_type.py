from typing import Literal

AttributeSearchType = Literal["equal", "like"]

ATTRIBUTE_SEARCH_TYPE_VALUES: set[AttributeSearchType] = {
    "equal",
    "like",
}


def check_attribute_search_type(value: str) -> AttributeSearchType:
    if value in ATTRIBUTE_SEARCH_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ATTRIBUTE_SEARCH_TYPE_VALUES!r}")
