from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present

if TYPE_CHECKING:
    from ..models.search_user import SearchUser


T = TypeVar("T", bound="UserList")


@_attrs_define(repr=False)
class UserList:
    """One page of a project's users, and where the next one is."""

    count: int
    """ How many users there are to page through. """
    next_after: int | None
    """ What to send as `after` for the next page; null where this is the last one. """
    next_url: None | str
    """ The address of the next page; null where this is the last one. """
    users: list[SearchUser]
    """ The users of this page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        count = self.count

        next_after: int | None
        next_after = self.next_after

        next_url: None | str
        next_url = self.next_url

        users = []
        for users_item_data in self.users:
            users_item = users_item_data.to_dict()
            users.append(users_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "count": count,
                "next_after": next_after,
                "next_url": next_url,
                "users": users,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.search_user import SearchUser  # noqa: PLC0415

        d = present(src_dict, optional=())
        count = d.pop("count")

        def _parse_next_after(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        next_after = _parse_next_after(d.pop("next_after"))

        def _parse_next_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_url = _parse_next_url(d.pop("next_url"))

        users = []
        _users = d.pop("users")
        for users_item_data in listed(_users):
            users_item = SearchUser.from_dict(users_item_data)

            users.append(users_item)

        user_list = cls(
            count=count,
            next_after=next_after,
            next_url=next_url,
            users=users,
        )

        user_list.additional_properties = d
        return user_list

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
