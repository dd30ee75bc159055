from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="CustomIdAttributeQuery")


@_attrs_define(repr=False)
class CustomIdAttributeQuery:
    """The users by the server's own ids, and which of their attributes to read."""

    keys: list[str] | None | Unset = UNSET
    """ The attributes wanted. Left out or empty, all of them. """
    server_custom_ids: list[str] | None | Unset = UNSET
    """ The users, by their ids on the partner's server. Left out, nobody. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        keys: list[str] | None | Unset
        if isinstance(self.keys, Unset):
            keys = UNSET
        elif isinstance(self.keys, list):
            keys = self.keys

        else:
            keys = self.keys

        server_custom_ids: list[str] | None | Unset
        if isinstance(self.server_custom_ids, Unset):
            server_custom_ids = UNSET
        elif isinstance(self.server_custom_ids, list):
            server_custom_ids = self.server_custom_ids

        else:
            server_custom_ids = self.server_custom_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if keys is not UNSET:
            field_dict["keys"] = keys
        if server_custom_ids is not UNSET:
            field_dict["server_custom_ids"] = server_custom_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())

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

        def _parse_server_custom_ids(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                server_custom_ids_type_0 = cast(list[str], data)

                return server_custom_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        server_custom_ids = _parse_server_custom_ids(d.pop("server_custom_ids", UNSET))

        custom_id_attribute_query = cls(
            keys=keys,
            server_custom_ids=server_custom_ids,
        )

        custom_id_attribute_query.additional_properties = d
        return custom_id_attribute_query

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
