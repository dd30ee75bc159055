from typing import Literal

ConfirmationRequiredCode = Literal["003-011", "003-014"]

CONFIRMATION_REQUIRED_CODE_VALUES: set[ConfirmationRequiredCode] = {
    "003-011",
    "003-014",
}


def check_confirmation_required_code(value: str) -> ConfirmationRequiredCode:
    if value in CONFIRMATION_REQUIRED_CODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONFIRMATION_REQUIRED_CODE_VALUES!r}")
