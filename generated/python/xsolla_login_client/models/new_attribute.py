from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.attribute_permission import AttributePermission, check_attribute_permission
from ..models.attribute_type import AttributeType, check_attribute_type
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewAttribute")


@_attrs_define(repr=False)
class NewAttribute:
    """An attribute that a login by the server's own id sets."""

    key: str
    """ Name of the attribute, unique for the user across both types. """
    value: bool | float | None | str
    """ Its value, kept as text; a number, a boolean and null as the text that JSON writes. """
    attr_type: AttributeType
    """ Who may change the attribute later; the user's client can change none of `server`. Left out, it is
    `"client"`. """
    permission: AttributePermission
    """ Who may read an attribute besides its user and the server. """
    read_only: bool | None | Unset = UNSET
    """ Whether the client may not change it. Left out, it is `false`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        value: bool | float | None | str
        value = self.value

        attr_type: str = self.attr_type

        permission: str = self.permission

        read_only: bool | None | Unset
        if isinstance(self.read_only, Unset):
            read_only = UNSET
        else:
            read_only = self.read_only

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "value": value,
                "attr_type": attr_type,
                "permission": permission,
            }
        )
        if read_only is not UNSET:
            field_dict["read_only"] = read_only

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        key = d.pop("key")

        def _parse_value(data: object) -> bool | float | None | str:
            if data is None:
                return data
            return cast(bool | float | None | str, data)

        value = _parse_value(d.pop("value"))

        attr_type = check_attribute_type(d.pop("attr_type"))

        permission = check_attribute_permission(d.pop("permission"))

        def _parse_read_only(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        read_only = _parse_read_only(d.pop("read_only", UNSET))

        new_attribute = cls(
            key=key,
            value=value,
            attr_type=attr_type,
            permission=permission,
            read_only=read_only,
        )

        new_attribute.additional_properties = d
        return new_attribute

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
