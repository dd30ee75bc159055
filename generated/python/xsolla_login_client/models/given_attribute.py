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

T = TypeVar("T", bound="GivenAttribute")


@_attrs_define(repr=False)
class GivenAttribute:
    """An attribute as a server sets it."""

    key: str
    """ Name of the attribute, unique for the user among those of a game, or among those of all games. """
    value: str
    """ The value, always a text. """
    permission: AttributePermission | None | Unset = UNSET
    """ Who else may read it. Left out, it stays as it was; a new one is `private`. """
    attr_type: AttributeType | None | Unset = UNSET
    """ Who may change it later. Left out, `client`. """
    data_type: AttributeDataType | None | Unset = UNSET
    """ What its value is the text of, now and after later updates; another value is refused. """
    description: None | str | Unset = UNSET
    """ What it is about, for people. """
    format_: None | str | Unset = UNSET
    """ A format of JSON Schema that its value has, as `date-time` or `uuid`; an unknown one is kept and
    not looked at. """
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

        attr_type: None | str | Unset
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
        if attr_type is not UNSET:
            field_dict["attr_type"] = attr_type
        if data_type is not UNSET:
            field_dict["data_type"] = data_type
        if description is not UNSET:
            field_dict["description"] = description
        if format_ is not UNSET:
            field_dict["format"] = format_

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

        def _parse_attr_type(data: object) -> AttributeType | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                attr_type_type_0 = check_attribute_type(data)

                return attr_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttributeType | None | Unset, data)

        attr_type = _parse_attr_type(d.pop("attr_type", UNSET))

        def _parse_data_type(data: object) -> AttributeDataType | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                data_type_type_0 = check_attribute_data_type(data)

                return data_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttributeDataType | None | Unset, data)

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

        given_attribute = cls(
            key=key,
            value=value,
            permission=permission,
            attr_type=attr_type,
            data_type=data_type,
            description=description,
            format_=format_,
        )

        given_attribute.additional_properties = d
        return given_attribute

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
