from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.second_factor_type import SecondFactorType, check_second_factor_type
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="OwnSecondFactor")


@_attrs_define(repr=False)
class OwnSecondFactor:
    """A second factor that the user turns on or off."""

    mfa_type: SecondFactorType
    """ How the code of the second factor is sent. """
    enabled: bool | None | Unset = UNSET
    """ Whether a login of the user wants this second factor. Left out, it is `false`. """
    locale: None | str | Unset = UNSET
    """ Language of the message and of the page, as `<language>_<COUNTRY>`. """
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

        locale: None | str | Unset
        if isinstance(self.locale, Unset):
            locale = UNSET
        else:
            locale = self.locale

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mfa_type": mfa_type,
            }
        )
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if locale is not UNSET:
            field_dict["locale"] = locale

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

        def _parse_locale(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        locale = _parse_locale(d.pop("locale", UNSET))

        own_second_factor = cls(
            mfa_type=mfa_type,
            enabled=enabled,
            locale=locale,
        )

        own_second_factor.additional_properties = d
        return own_second_factor

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
