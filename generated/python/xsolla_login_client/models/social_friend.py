from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.social_platform import SocialPlatform, check_social_platform
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="SocialFriend")


@_attrs_define(repr=False)
class SocialFriend:
    """A friend at a social network, who may have an account here as well."""

    name: str
    """ What they are called at the social network. """
    platform: SocialPlatform | str
    user_id: str
    """ Their id at the social network. """
    avatar: str | Unset = UNSET
    """ Address of their picture at the social network. """
    xl_uid: UUID | Unset = UNSET
    """ Their id in the project, where that is asked for and they use it. """
    tag: str | Unset = UNSET
    """ Their tag in the project, where their id there is told. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        platform: str
        if isinstance(self.platform, str):
            platform = self.platform
        else:
            platform = self.platform

        user_id = self.user_id

        avatar = self.avatar

        xl_uid: str | Unset = UNSET
        if not isinstance(self.xl_uid, Unset):
            xl_uid = str(self.xl_uid)

        tag = self.tag

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "platform": platform,
                "user_id": user_id,
            }
        )
        if avatar is not UNSET:
            field_dict["avatar"] = avatar
        if xl_uid is not UNSET:
            field_dict["xl_uid"] = xl_uid
        if tag is not UNSET:
            field_dict["tag"] = tag

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("avatar", "tag", "xl_uid"))
        name = d.pop("name")

        def _parse_platform(data: object) -> SocialPlatform | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                platform_type_0 = check_social_platform(data)

                return platform_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(SocialPlatform | str, data)

        platform = _parse_platform(d.pop("platform"))

        user_id = d.pop("user_id")

        avatar = d.pop("avatar", UNSET)

        _xl_uid = d.pop("xl_uid", UNSET)
        xl_uid: UUID | Unset
        if isinstance(_xl_uid, Unset):
            xl_uid = UNSET
        else:
            xl_uid = UUID(_xl_uid)

        tag = d.pop("tag", UNSET)

        social_friend = cls(
            name=name,
            platform=platform,
            user_id=user_id,
            avatar=avatar,
            xl_uid=xl_uid,
            tag=tag,
        )

        social_friend.additional_properties = d
        return social_friend

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
