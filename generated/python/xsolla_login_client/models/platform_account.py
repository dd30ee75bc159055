from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.gaming_platform import GamingPlatform, check_gaming_platform
from ..presence import present

T = TypeVar("T", bound="PlatformAccount")


@_attrs_define(repr=False)
class PlatformAccount:
    """An account at a gaming platform."""

    platform: GamingPlatform
    """ The gaming platform. """
    user_id: str
    """ Id of the user on the platform; it counts as it is spelled. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        platform: str = self.platform

        user_id = self.user_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "platform": platform,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        platform = check_gaming_platform(d.pop("platform"))

        user_id = d.pop("user_id")

        platform_account = cls(
            platform=platform,
            user_id=user_id,
        )

        platform_account.additional_properties = d
        return platform_account

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
