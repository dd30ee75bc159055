from typing import Literal

SecondFactorType = Literal["email", "sms"]

SECOND_FACTOR_TYPE_VALUES: set[SecondFactorType] = {
    "email",
    "sms",
}


def check_second_factor_type(value: str) -> SecondFactorType:
    if value in SECOND_FACTOR_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECOND_FACTOR_TYPE_VALUES!r}")
