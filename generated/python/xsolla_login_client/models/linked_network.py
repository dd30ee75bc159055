from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="LinkedNetwork")


@_attrs_define(repr=False)
class LinkedNetwork:
    """An account at a social network that is linked to the user's own."""

    provider: str
    """ Name of a social network or gaming platform. An open set. """
    social_id: str
    """ Id of the user at the social network. """
    full_name: None | str
    """ What the user is called there; null where the social network does not tell it. """
    nickname: None | str
    """ What the user calls themselves there; null where the social network does not tell it. """
    picture: None | str
    """ Address of the picture there; null where the social network does not tell it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        provider = self.provider

        social_id = self.social_id

        full_name: None | str
        full_name = self.full_name

        nickname: None | str
        nickname = self.nickname

        picture: None | str
        picture = self.picture

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "provider": provider,
                "social_id": social_id,
                "full_name": full_name,
                "nickname": nickname,
                "picture": picture,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        provider = d.pop("provider")

        social_id = d.pop("social_id")

        def _parse_full_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        full_name = _parse_full_name(d.pop("full_name"))

        def _parse_nickname(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        nickname = _parse_nickname(d.pop("nickname"))

        def _parse_picture(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        picture = _parse_picture(d.pop("picture"))

        linked_network = cls(
            provider=provider,
            social_id=social_id,
            full_name=full_name,
            nickname=nickname,
            picture=picture,
        )

        linked_network.additional_properties = d
        return linked_network

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
