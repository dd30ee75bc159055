from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.attribute_permission import AttributePermission, check_attribute_permission
from ..models.attribute_type import AttributeType, check_attribute_type
from ..models.true_or_false import TrueOrFalse, check_true_or_false
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="PartnerAttribute")


@_attrs_define(repr=False)
class PartnerAttribute:
    """An attribute of a user, as a partner with storage of its own tells it."""

    key: str
    """ Name of the attribute, unique for the user across both types. """
    value: bool | float | None | str
    """ A text of up to 256 characters. A number, `true`, `false` and `null` are kept, and told, as the
    text that JSON writes. An object or a list refuses the whole answer. """
    attr_type: AttributeType | Unset = UNSET
    """ Who may change the attribute later; the user's client can change none of `server`. Left out, it is
    `"client"`. """
    permission: AttributePermission | None | Unset = UNSET
    """ Whether other users may read it; null and absent mean `private`. """
    read_only: bool | TrueOrFalse | Unset = UNSET
    """ Whether the client may not change it. Texts are accepted beside booleans. Left out, it is `false`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        value: bool | float | None | str
        value = self.value

        attr_type: str | Unset = UNSET
        if not isinstance(self.attr_type, Unset):
            attr_type = self.attr_type

        permission: None | str | Unset
        if isinstance(self.permission, Unset):
            permission = UNSET
        elif isinstance(self.permission, str):
            permission = self.permission
        else:
            permission = self.permission

        read_only: bool | str | Unset
        if isinstance(self.read_only, Unset):
            read_only = UNSET
        elif isinstance(self.read_only, str):
            read_only = self.read_only
        else:
            read_only = self.read_only

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "value": value,
            }
        )
        if attr_type is not UNSET:
            field_dict["attr_type"] = attr_type
        if permission is not UNSET:
            field_dict["permission"] = permission
        if read_only is not UNSET:
            field_dict["read_only"] = read_only

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("attr_type", "read_only"))
        key = d.pop("key")

        def _parse_value(data: object) -> bool | float | None | str:
            if data is None:
                return data
            return cast(bool | float | None | str, data)

        value = _parse_value(d.pop("value"))

        _attr_type = d.pop("attr_type", UNSET)
        attr_type: AttributeType | Unset
        if isinstance(_attr_type, Unset):
            attr_type = UNSET
        else:
            attr_type = check_attribute_type(_attr_type)

        def _parse_permission(data: object) -> AttributePermission | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                permission_type_0 = check_attribute_permission(data)

                return permission_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttributePermission | None | Unset, data)

        permission = _parse_permission(d.pop("permission", UNSET))

        def _parse_read_only(data: object) -> bool | TrueOrFalse | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                read_only_type_1 = check_true_or_false(data)

                return read_only_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(bool | TrueOrFalse | Unset, data)

        read_only = _parse_read_only(d.pop("read_only", UNSET))

        partner_attribute = cls(
            key=key,
            value=value,
            attr_type=attr_type,
            permission=permission,
            read_only=read_only,
        )

        partner_attribute.additional_properties = d
        return partner_attribute

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
