from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_attribute import NewAttribute
    from ..models.platform_account import PlatformAccount


T = TypeVar("T", bound="CustomIdLogin")


@_attrs_define(repr=False)
class CustomIdLogin:
    """The id by which a server knows a user, and what to keep of the user with it."""

    server_custom_id: str
    """ Id of the user on the server; it counts as it is spelled. """
    attributes: list[NewAttribute] | None | Unset = UNSET
    """ Attributes to set beside those that the user has. """
    social_profile: None | PlatformAccount | Unset = UNSET
    """ The user's account at a gaming platform, which stands for them from now on. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        from ..models.platform_account import PlatformAccount  # noqa: PLC0415

        server_custom_id = self.server_custom_id

        attributes: list[dict[str, Any]] | None | Unset
        if isinstance(self.attributes, Unset):
            attributes = UNSET
        elif isinstance(self.attributes, list):
            attributes = []
            for attributes_type_0_item_data in self.attributes:
                attributes_type_0_item = attributes_type_0_item_data.to_dict()
                attributes.append(attributes_type_0_item)

        else:
            attributes = self.attributes

        social_profile: dict[str, Any] | None | Unset
        if isinstance(self.social_profile, Unset):
            social_profile = UNSET
        elif isinstance(self.social_profile, PlatformAccount):
            social_profile = self.social_profile.to_dict()
        else:
            social_profile = self.social_profile

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "server_custom_id": server_custom_id,
            }
        )
        if attributes is not UNSET:
            field_dict["attributes"] = attributes
        if social_profile is not UNSET:
            field_dict["social_profile"] = social_profile

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_attribute import NewAttribute  # noqa: PLC0415
        from ..models.platform_account import PlatformAccount  # noqa: PLC0415

        d = present(src_dict, optional=())
        server_custom_id = d.pop("server_custom_id")

        def _parse_attributes(data: object) -> list[NewAttribute] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                attributes_type_0 = []
                _attributes_type_0 = data
                for attributes_type_0_item_data in listed(_attributes_type_0):
                    attributes_type_0_item = NewAttribute.from_dict(attributes_type_0_item_data)

                    attributes_type_0.append(attributes_type_0_item)

                return attributes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[NewAttribute] | None | Unset, data)

        attributes = _parse_attributes(d.pop("attributes", UNSET))

        def _parse_social_profile(data: object) -> None | PlatformAccount | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                social_profile_type_0 = PlatformAccount.from_dict(data)

                return social_profile_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PlatformAccount | Unset, data)

        social_profile = _parse_social_profile(d.pop("social_profile", UNSET))

        custom_id_login = cls(
            server_custom_id=server_custom_id,
            attributes=attributes,
            social_profile=social_profile,
        )

        custom_id_login.additional_properties = d
        return custom_id_login

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
