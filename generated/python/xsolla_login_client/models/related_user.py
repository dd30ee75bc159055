from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.presence import Presence, check_presence
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="RelatedUser")


@_attrs_define(repr=False)
class RelatedUser:
    """What a user may know of another whom a list names."""

    id: UUID
    """ Id of the user on the server. """
    name: None | str
    """ The name of the user, where one is known. """
    nickname: None | str
    """ What the user wants to be called. """
    picture: None | str
    """ Address of the picture. """
    tag: None | str
    """ What tells users of one nickname apart, without `#`. """
    presence: Presence | str | Unset = UNSET
    """ Whether the user is signed in. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name: None | str
        name = self.name

        nickname: None | str
        nickname = self.nickname

        picture: None | str
        picture = self.picture

        tag: None | str
        tag = self.tag

        presence: str | Unset
        if isinstance(self.presence, Unset):
            presence = UNSET
        elif isinstance(self.presence, str):
            presence = self.presence
        else:
            presence = self.presence

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "nickname": nickname,
                "picture": picture,
                "tag": tag,
            }
        )
        if presence is not UNSET:
            field_dict["presence"] = presence

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("presence",))
        id = UUID(d.pop("id"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

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

        def _parse_tag(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tag = _parse_tag(d.pop("tag"))

        def _parse_presence(data: object) -> Presence | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                presence_type_0 = check_presence(data)

                return presence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Presence | str | Unset, data)

        presence = _parse_presence(d.pop("presence", UNSET))

        related_user = cls(
            id=id,
            name=name,
            nickname=nickname,
            picture=picture,
            tag=tag,
            presence=presence,
        )

        related_user.additional_properties = d
        return related_user

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
