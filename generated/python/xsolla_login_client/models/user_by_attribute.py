from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present

if TYPE_CHECKING:
    from ..models.attribute import Attribute


T = TypeVar("T", bound="UserByAttribute")


@_attrs_define(repr=False)
class UserByAttribute:
    """A user whom a search by an attribute finds."""

    user_id: UUID
    """ Id of the user on the server. """
    email: None | str
    """ E-mail address of the user. """
    attributes: list[Attribute]
    """ The attributes of a user, by key. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        user_id = str(self.user_id)

        email: None | str
        email = self.email

        attributes = []
        for componentsschemas_attributes_item_data in self.attributes:
            componentsschemas_attributes_item = componentsschemas_attributes_item_data.to_dict()
            attributes.append(componentsschemas_attributes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user_id": user_id,
                "email": email,
                "attributes": attributes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attribute import Attribute  # noqa: PLC0415

        d = present(src_dict, optional=())
        user_id = UUID(d.pop("user_id"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        attributes = []
        _attributes = d.pop("attributes")
        for componentsschemas_attributes_item_data in listed(_attributes):
            componentsschemas_attributes_item = Attribute.from_dict(componentsschemas_attributes_item_data)

            attributes.append(componentsschemas_attributes_item)

        user_by_attribute = cls(
            user_id=user_id,
            email=email,
            attributes=attributes,
        )

        user_by_attribute.additional_properties = d
        return user_by_attribute

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
