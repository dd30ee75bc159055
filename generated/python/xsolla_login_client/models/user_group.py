from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="UserGroup")


@_attrs_define(repr=False)
class UserGroup:
    """A group of users. Every project has one default group, which everybody is in."""

    id: int
    """ Id of the group; unique on the server but for the default group, and never used again. """
    name: str
    """ The name of the group, unique in the project. """
    is_default: bool
    """ Whether it is the group that everybody is in. """
    is_deletable: bool
    """ Whether the group can be deleted; the default one cannot. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        is_default = self.is_default

        is_deletable = self.is_deletable

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "is_default": is_default,
                "is_deletable": is_deletable,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        id = d.pop("id")

        name = d.pop("name")

        is_default = d.pop("is_default")

        is_deletable = d.pop("is_deletable")

        user_group = cls(
            id=id,
            name=name,
            is_default=is_default,
            is_deletable=is_deletable,
        )

        user_group.additional_properties = d
        return user_group

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
