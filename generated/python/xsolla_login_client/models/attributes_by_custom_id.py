from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attribute_by_custom_id import AttributeByCustomId


T = TypeVar("T", bound="AttributesByCustomId")


@_attrs_define(repr=False)
class AttributesByCustomId:
    """The attributes of one user who is named by the server's own id."""

    attributes: list[AttributeByCustomId]
    """ Attributes of both types, by key. """
    server_custom_id: str | Unset = UNSET
    """ Id of the user on the partner's server. """
    user_id: str | Unset = UNSET
    """ Id of the user. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        attributes = []
        for attributes_item_data in self.attributes:
            attributes_item = attributes_item_data.to_dict()
            attributes.append(attributes_item)

        server_custom_id = self.server_custom_id

        user_id = self.user_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attributes": attributes,
            }
        )
        if server_custom_id is not UNSET:
            field_dict["server_custom_id"] = server_custom_id
        if user_id is not UNSET:
            field_dict["user_id"] = user_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attribute_by_custom_id import AttributeByCustomId  # noqa: PLC0415

        d = present(src_dict, optional=("server_custom_id", "user_id"))
        attributes = []
        _attributes = d.pop("attributes")
        for attributes_item_data in listed(_attributes):
            attributes_item = AttributeByCustomId.from_dict(attributes_item_data)

            attributes.append(attributes_item)

        server_custom_id = d.pop("server_custom_id", UNSET)

        user_id = d.pop("user_id", UNSET)

        attributes_by_custom_id = cls(
            attributes=attributes,
            server_custom_id=server_custom_id,
            user_id=user_id,
        )

        attributes_by_custom_id.additional_properties = d
        return attributes_by_custom_id

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
