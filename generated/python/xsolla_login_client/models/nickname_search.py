from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present

if TYPE_CHECKING:
    from ..models.found_user import FoundUser


T = TypeVar("T", bound="NicknameSearch")


@_attrs_define(repr=False)
class NicknameSearch:
    """One page of the users whom a search by nickname finds."""

    offset: int
    """ How many users were passed over. """
    total_count: int
    """ How many users there are to list, from the first one. """
    users: list[FoundUser]
    """ The users of this page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        offset = self.offset

        total_count = self.total_count

        users = []
        for users_item_data in self.users:
            users_item = users_item_data.to_dict()
            users.append(users_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "offset": offset,
                "total_count": total_count,
                "users": users,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.found_user import FoundUser  # noqa: PLC0415

        d = present(src_dict, optional=())
        offset = d.pop("offset")

        total_count = d.pop("total_count")

        users = []
        _users = d.pop("users")
        for users_item_data in listed(_users):
            users_item = FoundUser.from_dict(users_item_data)

            users.append(users_item)

        nickname_search = cls(
            offset=offset,
            total_count=total_count,
            users=users,
        )

        nickname_search.additional_properties = d
        return nickname_search

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
