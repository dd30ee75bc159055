from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present

if TYPE_CHECKING:
    from ..models.user_by_attribute import UserByAttribute


T = TypeVar("T", bound="UsersByAttribute")


@_attrs_define(repr=False)
class UsersByAttribute:
    """One page of the users who have an attribute."""

    users: list[UserByAttribute]
    """ The users of this page. """
    next_after: None | str
    """ Where the next page begins, null after the last one. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        users = []
        for users_item_data in self.users:
            users_item = users_item_data.to_dict()
            users.append(users_item)

        next_after: None | str
        next_after = self.next_after

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "users": users,
                "next_after": next_after,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.user_by_attribute import UserByAttribute  # noqa: PLC0415

        d = present(src_dict, optional=())
        users = []
        _users = d.pop("users")
        for users_item_data in listed(_users):
            users_item = UserByAttribute.from_dict(users_item_data)

            users.append(users_item)

        def _parse_next_after(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_after = _parse_next_after(d.pop("next_after"))

        users_by_attribute = cls(
            users=users,
            next_after=next_after,
        )

        users_by_attribute.additional_properties = d
        return users_by_attribute

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
