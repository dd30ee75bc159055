from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present

if TYPE_CHECKING:
    from ..models.relationship import Relationship


T = TypeVar("T", bound="RelationshipPage")


@_attrs_define(repr=False)
class RelationshipPage:
    """One page of a list of users, and where the next one is."""

    next_after: None | str
    """ What `after` has to be for the next page; null where this is the last one. """
    next_url: None | str
    """ Address of the next page; null where this is the last one. """
    relationships: list[Relationship]
    """ The entries of the page, in the order that was asked for. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        next_after: None | str
        next_after = self.next_after

        next_url: None | str
        next_url = self.next_url

        relationships = []
        for relationships_item_data in self.relationships:
            relationships_item = relationships_item_data.to_dict()
            relationships.append(relationships_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "next_after": next_after,
                "next_url": next_url,
                "relationships": relationships,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.relationship import Relationship  # noqa: PLC0415

        d = present(src_dict, optional=())

        def _parse_next_after(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_after = _parse_next_after(d.pop("next_after"))

        def _parse_next_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_url = _parse_next_url(d.pop("next_url"))

        relationships = []
        _relationships = d.pop("relationships")
        for relationships_item_data in listed(_relationships):
            relationships_item = Relationship.from_dict(relationships_item_data)

            relationships.append(relationships_item)

        relationship_page = cls(
            next_after=next_after,
            next_url=next_url,
            relationships=relationships,
        )

        relationship_page.additional_properties = d
        return relationship_page

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
