from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="SocialDelivery")


@_attrs_define(repr=False)
class SocialDelivery:
    """Somebody comes through a social network, with what the network tells of them. No source shows the body:
    expect any of these, none of them, and others.

    """

    provider: str | Unset = UNSET
    """ Name of the network. """
    id: str | Unset = UNSET
    """ Who they are there. """
    email: str | Unset = UNSET
    """ Their address, where the network tells it. """
    name: str | Unset = UNSET
    """ The name that the user has at the social network. """
    picture: str | Unset = UNSET
    """ Address of a picture of them. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        provider = self.provider

        id = self.id

        email = self.email

        name = self.name

        picture = self.picture

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if provider is not UNSET:
            field_dict["provider"] = provider
        if id is not UNSET:
            field_dict["id"] = id
        if email is not UNSET:
            field_dict["email"] = email
        if name is not UNSET:
            field_dict["name"] = name
        if picture is not UNSET:
            field_dict["picture"] = picture

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("email", "id", "name", "picture", "provider"))
        provider = d.pop("provider", UNSET)

        id = d.pop("id", UNSET)

        email = d.pop("email", UNSET)

        name = d.pop("name", UNSET)

        picture = d.pop("picture", UNSET)

        social_delivery = cls(
            provider=provider,
            id=id,
            email=email,
            name=name,
            picture=picture,
        )

        social_delivery.additional_properties = d
        return social_delivery

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
