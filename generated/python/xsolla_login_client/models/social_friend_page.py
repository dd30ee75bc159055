from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..models.social_platform import SocialPlatform, check_social_platform
from ..presence import present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.social_friend import SocialFriend


T = TypeVar("T", bound="SocialFriendPage")


@_attrs_define(repr=False)
class SocialFriendPage:
    data: list[SocialFriend]
    """ The friends of the page, by network and by id there. """
    limit: int
    """ How many a page has at most. """
    offset: int
    """ How many come before the page. """
    total_count: int
    """ How many there are in all. """
    platform: SocialPlatform | Unset = UNSET
    with_xl_uid: bool | Unset = UNSET
    """ Whether it is told who of them uses the project. """

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

        platform: str | Unset = UNSET
        if not isinstance(self.platform, Unset):
            platform = self.platform

        with_xl_uid = self.with_xl_uid

        field_dict: dict[str, Any] = {}

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
        for data_item_data in _data:
            data_item = SocialFriend.from_dict(data_item_data)

            data.append(data_item)

        limit = d.pop("limit")

        offset = d.pop("offset")

        total_count = d.pop("total_count")

        _platform = d.pop("platform", UNSET)
        platform: SocialPlatform | Unset
        if isinstance(_platform, Unset):
            platform = UNSET
        else:
            platform = check_social_platform(_platform)

        with_xl_uid = d.pop("with_xl_uid", UNSET)

        social_friend_page = cls(
            data=data,
            limit=limit,
            offset=offset,
            total_count=total_count,
            platform=platform,
            with_xl_uid=with_xl_uid,
        )

        return social_friend_page
