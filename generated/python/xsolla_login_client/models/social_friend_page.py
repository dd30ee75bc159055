from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.social_platform import SocialPlatform, check_social_platform
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.social_friend import SocialFriend


T = TypeVar("T", bound="SocialFriendPage")


@_attrs_define(repr=False)
class SocialFriendPage:
    """One page of a user's friends at social networks."""

    data: list[SocialFriend]
    """ The friends of the page, by network and by id there. """
    limit: int
    """ How many a page has at most. """
    offset: int
    """ How many come before the page. """
    total_count: int
    """ How many there are in all. """
    platform: SocialPlatform | str | Unset = UNSET
    """ The network that was asked for; left out, all of them. """
    with_xl_uid: bool | Unset = UNSET
    """ Whether it is told who of them uses the project. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        data = []
        for data_item_data in self.data:
            data_item = data_item_data.to_dict()
            data.append(data_item)

        limit = self.limit

        offset = self.offset

        total_count = self.total_count

        platform: str | Unset
        if isinstance(self.platform, Unset):
            platform = UNSET
        elif isinstance(self.platform, str):
            platform = self.platform
        else:
            platform = self.platform

        with_xl_uid = self.with_xl_uid

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "limit": limit,
                "offset": offset,
                "total_count": total_count,
            }
        )
        if platform is not UNSET:
            field_dict["platform"] = platform
        if with_xl_uid is not UNSET:
            field_dict["with_xl_uid"] = with_xl_uid

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.social_friend import SocialFriend  # noqa: PLC0415

        d = present(src_dict, optional=("platform", "with_xl_uid"))
        data = []
        _data = d.pop("data")
        for data_item_data in listed(_data):
            data_item = SocialFriend.from_dict(data_item_data)

            data.append(data_item)

        limit = d.pop("limit")

        offset = d.pop("offset")

        total_count = d.pop("total_count")

        def _parse_platform(data: object) -> SocialPlatform | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                platform_type_0 = check_social_platform(data)

                return platform_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(SocialPlatform | str | Unset, data)

        platform = _parse_platform(d.pop("platform", UNSET))

        with_xl_uid = d.pop("with_xl_uid", UNSET)

        social_friend_page = cls(
            data=data,
            limit=limit,
            offset=offset,
            total_count=total_count,
            platform=platform,
            with_xl_uid=with_xl_uid,
        )

        social_friend_page.additional_properties = d
        return social_friend_page

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
