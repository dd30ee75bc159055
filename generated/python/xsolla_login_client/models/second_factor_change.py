from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.second_factor_type import SecondFactorType, check_second_factor_type
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="SecondFactorChange")


@_attrs_define(repr=False)
class SecondFactorChange:
    """A second factor that the server turns on or off for a user."""

    mfa_type: SecondFactorType
    """ How the code of the second factor is sent. """
    enabled: bool | None | Unset = UNSET
    """ Whether a login of the user wants the second factor. Left out, it is `false`. """
    change_restricted: bool | None | Unset = UNSET
    """ Whether the user may not change it. Left out, it is `false`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        mfa_type: str = self.mfa_type

        enabled: bool | None | Unset
        if isinstance(self.enabled, Unset):
            enabled = UNSET
        else:
            enabled = self.enabled

        change_restricted: bool | None | Unset
        if isinstance(self.change_restricted, Unset):
            change_restricted = UNSET
        else:
            change_restricted = self.change_restricted

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mfa_type": mfa_type,
            }
        )
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if change_restricted is not UNSET:
            field_dict["change_restricted"] = change_restricted

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        mfa_type = check_second_factor_type(d.pop("mfa_type"))

        def _parse_enabled(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        enabled = _parse_enabled(d.pop("enabled", UNSET))

        def _parse_change_restricted(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        change_restricted = _parse_change_restricted(d.pop("change_restricted", UNSET))

        second_factor_change = cls(
            mfa_type=mfa_type,
            enabled=enabled,
            change_restricted=change_restricted,
        )

        second_factor_change.additional_properties = d
        return second_factor_change

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
