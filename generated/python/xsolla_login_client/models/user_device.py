from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..models.device_type import DeviceType, check_device_type
from ..presence import present

T = TypeVar("T", bound="UserDevice")


@_attrs_define(repr=False)
class UserDevice:
    id: int
    """ Id that the server gave the device. """
    type_: DeviceType
    device: str
    """ Make and model, for people. """
    last_used_at: datetime.datetime
    """ When the device logged in last, or was linked. """

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        type_: str = self.type_

        device = self.device

        last_used_at = self.last_used_at.isoformat()

        field_dict: dict[str, Any] = {}

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

        type_ = check_device_type(d.pop("type"))

        device = d.pop("device")

        last_used_at = datetime.datetime.fromisoformat(d.pop("last_used_at"))

        user_device = cls(
            id=id,
            type_=type_,
            device=device,
            last_used_at=last_used_at,
        )

        return user_device
