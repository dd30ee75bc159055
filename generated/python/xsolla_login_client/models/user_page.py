from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present

if TYPE_CHECKING:
    from ..models.search_user import SearchUser


T = TypeVar("T", bound="UserPage")


@_attrs_define(repr=False)
class UserPage:
    """One page of the users whom a search finds, and where the next one starts."""

    count: int
    """ How many users there are to page through. """
    next_after: int | None
    """ The `offset` of the next page; null where this is the last one. """
    users: list[SearchUser]
    """ The users of this page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        count = self.count

        next_after: int | None
        next_after = self.next_after

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

        users = []
        _users = d.pop("users")
        for users_item_data in listed(_users):
            users_item = SearchUser.from_dict(users_item_data)

            users.append(users_item)

        user_page = cls(
            count=count,
            next_after=next_after,
            users=users,
        )

        user_page.additional_properties = d
        return user_page

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
