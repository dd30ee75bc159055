from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.second_factor_type import SecondFactorType, check_second_factor_type
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="SecondFactorOfUser")


@_attrs_define(repr=False)
class SecondFactorOfUser:
    """The reference requires none of it."""

    mfa_type: SecondFactorType | str | Unset = UNSET
    enabled: bool | Unset = UNSET
    """ Whether a login of the user wants the second factor. """
    change_restricted: bool | Unset = UNSET
    """ Whether the user may not change it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        mfa_type: str | Unset
        if isinstance(self.mfa_type, Unset):
            mfa_type = UNSET
        elif isinstance(self.mfa_type, str):
            mfa_type = self.mfa_type
        else:
            mfa_type = self.mfa_type

        enabled = self.enabled

        change_restricted = self.change_restricted

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if mfa_type is not UNSET:
            field_dict["mfa_type"] = mfa_type
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if change_restricted is not UNSET:
            field_dict["change_restricted"] = change_restricted

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("change_restricted", "enabled", "mfa_type"))

        def _parse_mfa_type(data: object) -> SecondFactorType | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                mfa_type_type_0 = check_second_factor_type(data)

                return mfa_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(SecondFactorType | str | Unset, data)

        mfa_type = _parse_mfa_type(d.pop("mfa_type", UNSET))

        enabled = d.pop("enabled", UNSET)

        change_restricted = d.pop("change_restricted", UNSET)

        second_factor_of_user = cls(
            mfa_type=mfa_type,
            enabled=enabled,
            change_restricted=change_restricted,
        )

        second_factor_of_user.additional_properties = d
        return second_factor_of_user

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
