from typing import Literal

AskFieldConfirmation = Literal["code", "link"]

ASK_FIELD_CONFIRMATION_VALUES: set[AskFieldConfirmation] = {
    "code",
    "link",
}


def check_ask_field_confirmation(value: str) -> AskFieldConfirmation:
    if value in ASK_FIELD_CONFIRMATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ASK_FIELD_CONFIRMATION_VALUES!r}")
