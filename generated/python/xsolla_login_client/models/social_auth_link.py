from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="SocialAuthLink")


@_attrs_define(repr=False)
class SocialAuthLink:
    """A social network, and the address where a login with it starts."""

    auth_url: str
    """ The page of the social network to send the user to. It is good for ten minutes. """
    provider: str
    """ Name of a social network or gaming platform. An open set. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("auth_url",))

    def to_dict(self) -> dict[str, Any]:
        auth_url = self.auth_url

        provider = self.provider

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "auth_url": auth_url,
                "provider": provider,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        auth_url = d.pop("auth_url")

        provider = d.pop("provider")

        social_auth_link = cls(
            auth_url=auth_url,
            provider=provider,
        )

        social_auth_link.additional_properties = d
        return social_auth_link

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
