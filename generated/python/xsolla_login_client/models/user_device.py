from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.device_type import DeviceType, check_device_type
from ..presence import present

T = TypeVar("T", bound="UserDevice")


@_attrs_define(repr=False)
class UserDevice:
    """A device that logs the user in."""

    id: int
    """ Id that the server gave the device. """
    type_: DeviceType | str
    device: str
    """ Make and model, for people. """
    last_used_at: datetime.datetime
    """ When the device logged in last, or was linked. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        type_: str
        if isinstance(self.type_, str):
            type_ = self.type_
        else:
            type_ = self.type_

        device = self.device

        last_used_at = self.last_used_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "type": type_,
                "device": device,
                "last_used_at": last_used_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        id = d.pop("id")

        def _parse_type_(data: object) -> DeviceType | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = check_device_type(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeviceType | str, data)

        type_ = _parse_type_(d.pop("type"))

        device = d.pop("device")

        last_used_at = datetime.datetime.fromisoformat(d.pop("last_used_at"))

        user_device = cls(
            id=id,
            type_=type_,
            device=device,
            last_used_at=last_used_at,
        )

        user_device.additional_properties = d
        return user_device

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
