from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.attribute_data_type import AttributeDataType, check_attribute_data_type
from ..models.attribute_permission import AttributePermission, check_attribute_permission
from ..models.attribute_type import AttributeType, check_attribute_type
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="AttributeByCustomId")


@_attrs_define(repr=False)
class AttributeByCustomId:
    """An attribute of a user who is named by the server's own id."""

    key: str
    """ The name of the attribute, unique among those of the user. """
    value: str
    """ The value as text, whatever its kind is. """
    readonly: bool
    """ Whether a client may not change it; of `server` always. """
    attr_type: AttributeType | str | Unset = UNSET
    data_type: AttributeDataType | None | str | Unset = UNSET
    """ What the value is the text of; null where no update has told. """
    description: None | str | Unset = UNSET
    """ What it is about, for people. """
    format_: None | str | Unset = UNSET
    """ A format of JSON Schema that the value has. """
    permission: AttributePermission | None | str | Unset = UNSET
    """ Who else may read it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        value = self.value

        readonly = self.readonly

        attr_type: str | Unset
        if isinstance(self.attr_type, Unset):
            attr_type = UNSET
        elif isinstance(self.attr_type, str):
            attr_type = self.attr_type
        else:
            attr_type = self.attr_type

        data_type: None | str | Unset
        if isinstance(self.data_type, Unset):
            data_type = UNSET
        elif isinstance(self.data_type, str):
            data_type = self.data_type
        else:
            data_type = self.data_type

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        format_: None | str | Unset
        if isinstance(self.format_, Unset):
            format_ = UNSET
        else:
            format_ = self.format_

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
                "readonly": readonly,
            }
        )
        if attr_type is not UNSET:
            field_dict["attr_type"] = attr_type
        if data_type is not UNSET:
            field_dict["data_type"] = data_type
        if description is not UNSET:
            field_dict["description"] = description
        if format_ is not UNSET:
            field_dict["format"] = format_
        if permission is not UNSET:
            field_dict["permission"] = permission

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("attr_type",))
        key = d.pop("key")

        value = d.pop("value")

        readonly = d.pop("readonly")

        def _parse_attr_type(data: object) -> AttributeType | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                attr_type_type_0 = check_attribute_type(data)

                return attr_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttributeType | str | Unset, data)

        attr_type = _parse_attr_type(d.pop("attr_type", UNSET))

        def _parse_data_type(data: object) -> AttributeDataType | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                componentsschemas_known_data_type_type_0 = check_attribute_data_type(data)

                return componentsschemas_known_data_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttributeDataType | None | str | Unset, data)

        data_type = _parse_data_type(d.pop("data_type", UNSET))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        def _parse_format_(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        format_ = _parse_format_(d.pop("format", UNSET))

        def _parse_permission(data: object) -> AttributePermission | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                permission_type_0_type_0 = check_attribute_permission(data)

                return permission_type_0_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttributePermission | None | str | Unset, data)

        permission = _parse_permission(d.pop("permission", UNSET))

        attribute_by_custom_id = cls(
            key=key,
            value=value,
            readonly=readonly,
            attr_type=attr_type,
            data_type=data_type,
            description=description,
            format_=format_,
            permission=permission,
        )

        attribute_by_custom_id.additional_properties = d
        return attribute_by_custom_id

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
