from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

if TYPE_CHECKING:
    from ..models.token_update_setting import TokenUpdateSetting


T = TypeVar("T", bound="TokenUpdateSettings")


@_attrs_define(repr=False)
class TokenUpdateSettings:
    """How a contact is confirmed, under the name of its field."""

    additional_properties: dict[str, None | TokenUpdateSetting] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        from ..models.token_update_setting import TokenUpdateSetting  # noqa: PLC0415

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            if isinstance(prop, TokenUpdateSetting):
                field_dict[prop_name] = prop.to_dict()
            else:
                field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.token_update_setting import TokenUpdateSetting  # noqa: PLC0415

        d = present(src_dict, optional=())
        token_update_settings = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():

            def _parse_additional_property(data: object) -> None | TokenUpdateSetting:
                if data is None:
                    return data
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    additional_property_type_0 = TokenUpdateSetting.from_dict(data)

                    return additional_property_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(None | TokenUpdateSetting, data)

            additional_property = _parse_additional_property(prop_dict)

            additional_properties[prop_name] = additional_property

        token_update_settings.additional_properties = additional_properties
        return token_update_settings

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> None | TokenUpdateSetting:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: None | TokenUpdateSetting) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
