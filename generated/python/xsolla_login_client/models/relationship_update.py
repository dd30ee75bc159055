from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.relationship_action import RelationshipAction, check_relationship_action
from ..presence import present

T = TypeVar("T", bound="RelationshipUpdate")


@_attrs_define(repr=False)
class RelationshipUpdate:
    """The other user, and what changes between the two."""

    action: RelationshipAction
    """ What the user wants to be to the other from now on. """
    user: UUID
    """ Id of the other user. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        action: str = self.action

        user = str(self.user)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "user": user,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        action = check_relationship_action(d.pop("action"))

        user = UUID(d.pop("user"))

        relationship_update = cls(
            action=action,
            user=user,
        )

        relationship_update.additional_properties = d
        return relationship_update

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
