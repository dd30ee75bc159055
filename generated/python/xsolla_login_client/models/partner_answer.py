from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.partner_attribute import PartnerAttribute


T = TypeVar("T", bound="PartnerAnswer")


@_attrs_define(repr=False)
class PartnerAnswer:
    """What the partner tells about the user: attributes, and any other JSON. All but `attributes` is
    kept as the claim `partner_data` of the user's tokens until the next answer replaces it. Without
    `attributes`, written without spaces, it may have up to 1000 characters.

    """

    attributes: list[PartnerAttribute] | Unset = UNSET
    """ Attributes to create or to change. No two may have the same key. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        attributes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.attributes, Unset):
            attributes = []
            for componentsschemas_partner_attributes_item_data in self.attributes:
                componentsschemas_partner_attributes_item = (
                    componentsschemas_partner_attributes_item_data.to_dict()
                )
                attributes.append(componentsschemas_partner_attributes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if attributes is not UNSET:
            field_dict["attributes"] = attributes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.partner_attribute import PartnerAttribute  # noqa: PLC0415

        d = present(src_dict, optional=("attributes",))
        _attributes = d.pop("attributes", UNSET)
        attributes: list[PartnerAttribute] | Unset = UNSET
        if _attributes is not UNSET:
            attributes = []
            for componentsschemas_partner_attributes_item_data in listed(_attributes):
                componentsschemas_partner_attributes_item = PartnerAttribute.from_dict(
                    componentsschemas_partner_attributes_item_data
                )

                attributes.append(componentsschemas_partner_attributes_item)

        partner_answer = cls(
            attributes=attributes,
        )

        partner_answer.additional_properties = d
        return partner_answer

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
