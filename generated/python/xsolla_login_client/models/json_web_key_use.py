from typing import Literal

JsonWebKeyUse = Literal["enc", "sig"]

JSON_WEB_KEY_USE_VALUES: set[JsonWebKeyUse] = {
    "enc",
    "sig",
}


def check_json_web_key_use(value: str) -> JsonWebKeyUse:
    if value in JSON_WEB_KEY_USE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {JSON_WEB_KEY_USE_VALUES!r}")
