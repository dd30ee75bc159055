from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="CustomId")


@_attrs_define(repr=False)
class CustomId:
    """The id by which a partner's server knows a user."""

    server_custom_id: None | str
    """ Id of the user on the server, which counts as it is spelled; null for none. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        server_custom_id: None | str
        server_custom_id = self.server_custom_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "server_custom_id": server_custom_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())

        def _parse_server_custom_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        server_custom_id = _parse_server_custom_id(d.pop("server_custom_id"))

        custom_id = cls(
            server_custom_id=server_custom_id,
        )

        custom_id.additional_properties = d
        return custom_id

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
