from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="MembershipChange")


@_attrs_define(repr=False)
class MembershipChange:
    """The groups that the user joins, and those that the user leaves."""

    add_user_groups: list[int] | None | Unset = UNSET
    """ The groups that the user is put into; the default group is none of them. """
    remove_user_groups: list[int] | None | Unset = UNSET
    """ The groups that the user is taken out of; the default group is none of them. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        add_user_groups: list[int] | None | Unset
        if isinstance(self.add_user_groups, Unset):
            add_user_groups = UNSET
        elif isinstance(self.add_user_groups, list):
            add_user_groups = self.add_user_groups

        else:
            add_user_groups = self.add_user_groups

        remove_user_groups: list[int] | None | Unset
        if isinstance(self.remove_user_groups, Unset):
            remove_user_groups = UNSET
        elif isinstance(self.remove_user_groups, list):
            remove_user_groups = self.remove_user_groups

        else:
            remove_user_groups = self.remove_user_groups

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if add_user_groups is not UNSET:
            field_dict["add_user_groups"] = add_user_groups
        if remove_user_groups is not UNSET:
            field_dict["remove_user_groups"] = remove_user_groups

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())

        def _parse_add_user_groups(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                add_user_groups_type_0 = cast(list[int], data)

                return add_user_groups_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        add_user_groups = _parse_add_user_groups(d.pop("add_user_groups", UNSET))

        def _parse_remove_user_groups(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                remove_user_groups_type_0 = cast(list[int], data)

                return remove_user_groups_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        remove_user_groups = _parse_remove_user_groups(d.pop("remove_user_groups", UNSET))

        membership_change = cls(
            add_user_groups=add_user_groups,
            remove_user_groups=remove_user_groups,
        )

        membership_change.additional_properties = d
        return membership_change

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
