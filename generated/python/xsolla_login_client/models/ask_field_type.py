from typing import Literal

AskFieldType = Literal["bool", "date", "email", "multi-select", "pass", "phone", "select", "str"]

ASK_FIELD_TYPE_VALUES: set[AskFieldType] = {
    "bool",
    "date",
    "email",
    "multi-select",
    "pass",
    "phone",
    "select",
    "str",
}


def check_ask_field_type(value: str) -> AskFieldType:
    if value in ASK_FIELD_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ASK_FIELD_TYPE_VALUES!r}")
