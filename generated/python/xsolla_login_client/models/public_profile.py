from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="PublicProfile")


@_attrs_define(repr=False)
class PublicProfile:
    """What every user of the project may know of another."""

    user_id: UUID
    """ Id of the user whose profile it is. """
    registered: datetime.datetime
    """ When the account was made, in UTC. """
    last_login: datetime.datetime
    """ When the user last logged in, in UTC. """
    nickname: None | str | Unset = UNSET
    """ What the user wants to be called. """
    tag: str | Unset = UNSET
    """ What tells users of one nickname apart. """
    avatar: str | Unset = UNSET
    """ Address of the user's picture, where there is one. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        user_id = str(self.user_id)

        registered = self.registered.isoformat()

        last_login = self.last_login.isoformat()

        nickname: None | str | Unset
        if isinstance(self.nickname, Unset):
            nickname = UNSET
        else:
            nickname = self.nickname

        tag = self.tag

        avatar = self.avatar

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user_id": user_id,
                "registered": registered,
                "last_login": last_login,
            }
        )
        if nickname is not UNSET:
            field_dict["nickname"] = nickname
        if tag is not UNSET:
            field_dict["tag"] = tag
        if avatar is not UNSET:
            field_dict["avatar"] = avatar

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("avatar", "tag"))
        user_id = UUID(d.pop("user_id"))

        registered = datetime.datetime.fromisoformat(d.pop("registered"))

        last_login = datetime.datetime.fromisoformat(d.pop("last_login"))

        def _parse_nickname(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        nickname = _parse_nickname(d.pop("nickname", UNSET))

        tag = d.pop("tag", UNSET)

        avatar = d.pop("avatar", UNSET)

        public_profile = cls(
            user_id=user_id,
            registered=registered,
            last_login=last_login,
            nickname=nickname,
            tag=tag,
            avatar=avatar,
        )

        public_profile.additional_properties = d
        return public_profile

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
