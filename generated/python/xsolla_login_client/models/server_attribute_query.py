from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="ServerAttributeQuery")


@_attrs_define(repr=False)
class ServerAttributeQuery:
    """Which attributes of a user the server wants to read."""

    publisher_id: int | None
    """ Id of the merchant, a number. """
    keys: list[str] | None | Unset = UNSET
    """ The attributes wanted. Left out or empty, all of them. """
    publisher_project_id: int | None | Unset = UNSET
    """ The game whose attributes are wanted. Left out or 0, those of every game and those common to all. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        publisher_id: int | None
        publisher_id = self.publisher_id

        keys: list[str] | None | Unset
        if isinstance(self.keys, Unset):
            keys = UNSET
        elif isinstance(self.keys, list):
            keys = self.keys

        else:
            keys = self.keys

        publisher_project_id: int | None | Unset
        if isinstance(self.publisher_project_id, Unset):
            publisher_project_id = UNSET
        else:
            publisher_project_id = self.publisher_project_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "publisher_id": publisher_id,
            }
        )
        if keys is not UNSET:
            field_dict["keys"] = keys
        if publisher_project_id is not UNSET:
            field_dict["publisher_project_id"] = publisher_project_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())

        def _parse_publisher_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        publisher_id = _parse_publisher_id(d.pop("publisher_id"))

        def _parse_keys(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                componentsschemas_attribute_keys_type_0 = cast(list[str], data)

                return componentsschemas_attribute_keys_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        keys = _parse_keys(d.pop("keys", UNSET))

        def _parse_publisher_project_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        publisher_project_id = _parse_publisher_project_id(d.pop("publisher_project_id", UNSET))

        server_attribute_query = cls(
            publisher_id=publisher_id,
            keys=keys,
            publisher_project_id=publisher_project_id,
        )

        server_attribute_query.additional_properties = d
        return server_attribute_query

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
