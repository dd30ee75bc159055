from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.attribute_permission import AttributePermission, check_attribute_permission
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="PlainAttribute")


@_attrs_define(repr=False)
class PlainAttribute:
    """An attribute as a user sets it, a key with its value."""

    key: str
    """ Name of the attribute, unique for the user among those of a game, or among those of all games. """
    value: str
    """ The value, always a text. """
    permission: AttributePermission | None | Unset = UNSET
    """ Who else may read it. Left out, it stays as it was; a new one is `private`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

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
        field_dict.update(self.additional_properties)
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
        d = present(src_dict, optional=())
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
                componentsschemas_given_permission_type_0 = check_attribute_permission(data)

                return componentsschemas_given_permission_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttributePermission | None | Unset, data)

        permission = _parse_permission(d.pop("permission", UNSET))

        plain_attribute = cls(
            key=key,
            value=value,
            permission=permission,
        )

        plain_attribute.additional_properties = d
        return plain_attribute

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
