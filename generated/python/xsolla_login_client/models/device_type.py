from typing import Literal

DeviceType = Literal["android", "ios", "macos", "windows"]

DEVICE_TYPE_VALUES: set[DeviceType] = {
    "android",
    "ios",
    "macos",
    "windows",
}


def check_device_type(value: str) -> DeviceType:
    if value in DEVICE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEVICE_TYPE_VALUES!r}")
