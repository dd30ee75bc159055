from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.relationship_status import RelationshipStatus, check_relationship_status
from ..presence import present

if TYPE_CHECKING:
    from ..models.related_user import RelatedUser


T = TypeVar("T", bound="Relationship")


@_attrs_define(repr=False)
class Relationship:
    """What two users are to each other, seen from one of them."""

    status_incoming: RelationshipStatus | str
    """ What the other user says of this one. """
    status_outgoing: RelationshipStatus | str
    """ What this user says of the other one. """
    updated: float
    """ Since when it is so, in unix seconds with a fraction. """
    user: RelatedUser
    """ What a user may know of another whom a list names. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        status_incoming: str
        if isinstance(self.status_incoming, str):
            status_incoming = self.status_incoming
        else:
            status_incoming = self.status_incoming

        status_outgoing: str
        if isinstance(self.status_outgoing, str):
            status_outgoing = self.status_outgoing
        else:
            status_outgoing = self.status_outgoing

        updated = self.updated

        user = self.user.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status_incoming": status_incoming,
                "status_outgoing": status_outgoing,
                "updated": updated,
                "user": user,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.related_user import RelatedUser  # noqa: PLC0415

        d = present(src_dict, optional=())

        def _parse_status_incoming(data: object) -> RelationshipStatus | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_incoming_type_0 = check_relationship_status(data)

                return status_incoming_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(RelationshipStatus | str, data)

        status_incoming = _parse_status_incoming(d.pop("status_incoming"))

        def _parse_status_outgoing(data: object) -> RelationshipStatus | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_outgoing_type_0 = check_relationship_status(data)

                return status_outgoing_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(RelationshipStatus | str, data)

        status_outgoing = _parse_status_outgoing(d.pop("status_outgoing"))

        updated = d.pop("updated")

        user = RelatedUser.from_dict(d.pop("user"))

        relationship = cls(
            status_incoming=status_incoming,
            status_outgoing=status_outgoing,
            updated=updated,
            user=user,
        )

        relationship.additional_properties = d
        return relationship

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
