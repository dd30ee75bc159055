from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.given_attribute import GivenAttribute


T = TypeVar("T", bound="ServerAttributeUpdate")


@_attrs_define(repr=False)
class ServerAttributeUpdate:
    """Attributes to set and attributes to remove, in the name of the server."""

    publisher_id: int | None
    """ Id of the merchant, a number. """
    attributes: list[GivenAttribute] | None | Unset = UNSET
    """ The attributes to create or to change. No two may have the same key. """
    publisher_project_id: int | None | Unset = UNSET
    """ The game whose attributes are changed. Left out or 0, those that are common to all games. """
    removing_keys: list[str] | None | Unset = UNSET
    """ The attributes to remove. One that is not there is passed over, and one that the same update
    writes is kept. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        publisher_id: int | None
        publisher_id = self.publisher_id

        attributes: list[dict[str, Any]] | None | Unset
        if isinstance(self.attributes, Unset):
            attributes = UNSET
        elif isinstance(self.attributes, list):
            attributes = []
            for attributes_type_0_item_data in self.attributes:
                attributes_type_0_item = attributes_type_0_item_data.to_dict()
                attributes.append(attributes_type_0_item)

        else:
            attributes = self.attributes

        publisher_project_id: int | None | Unset
        if isinstance(self.publisher_project_id, Unset):
            publisher_project_id = UNSET
        else:
            publisher_project_id = self.publisher_project_id

        removing_keys: list[str] | None | Unset
        if isinstance(self.removing_keys, Unset):
            removing_keys = UNSET
        elif isinstance(self.removing_keys, list):
            removing_keys = self.removing_keys

        else:
            removing_keys = self.removing_keys

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "publisher_id": publisher_id,
            }
        )
        if attributes is not UNSET:
            field_dict["attributes"] = attributes
        if publisher_project_id is not UNSET:
            field_dict["publisher_project_id"] = publisher_project_id
        if removing_keys is not UNSET:
            field_dict["removing_keys"] = removing_keys

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.given_attribute import GivenAttribute  # noqa: PLC0415

        d = present(src_dict, optional=())

        def _parse_publisher_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        publisher_id = _parse_publisher_id(d.pop("publisher_id"))

        def _parse_attributes(data: object) -> list[GivenAttribute] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                attributes_type_0 = []
                _attributes_type_0 = data
                for attributes_type_0_item_data in listed(_attributes_type_0):
                    attributes_type_0_item = GivenAttribute.from_dict(attributes_type_0_item_data)

                    attributes_type_0.append(attributes_type_0_item)

                return attributes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[GivenAttribute] | None | Unset, data)

        attributes = _parse_attributes(d.pop("attributes", UNSET))

        def _parse_publisher_project_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        publisher_project_id = _parse_publisher_project_id(d.pop("publisher_project_id", UNSET))

        def _parse_removing_keys(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                componentsschemas_removed_keys_type_0 = cast(list[str], data)

                return componentsschemas_removed_keys_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        removing_keys = _parse_removing_keys(d.pop("removing_keys", UNSET))

        server_attribute_update = cls(
            publisher_id=publisher_id,
            attributes=attributes,
            publisher_project_id=publisher_project_id,
            removing_keys=removing_keys,
        )

        server_attribute_update.additional_properties = d
        return server_attribute_update

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
