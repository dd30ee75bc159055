from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.attribute_permission import AttributePermission, check_attribute_permission
from ..types import UNSET, Unset

T = TypeVar("T", bound="Attribute")


@_attrs_define
class Attribute:
    key: str
    value: str
    permission: AttributePermission | None | Unset = UNSET
    """ Who else may read it. """

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        value = self.value

        permission: None | str | Unset
        if isinstance(self.permission, Unset):
            permission = UNSET
        elif isinstance(self.permission, str):
            permission = self.permission
        else:
            permission = self.permission

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "key": key,
                "value": value,
            }
        )
        if permission is not UNSET:
            field_dict["permission"] = permission

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        key = d.pop("key")

        value = d.pop("value")

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

        attribute = cls(
            key=key,
            value=value,
            permission=permission,
        )

        return attribute
