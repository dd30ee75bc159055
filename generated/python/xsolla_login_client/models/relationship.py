from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.relationship_status import RelationshipStatus, check_relationship_status

if TYPE_CHECKING:
    from ..models.related_user import RelatedUser


T = TypeVar("T", bound="Relationship")


@_attrs_define
class Relationship:
    status_incoming: RelationshipStatus
    status_outgoing: RelationshipStatus
    updated: float
    """ Since when it is so, in unix seconds with a fraction. """
    user: RelatedUser

    def to_dict(self) -> dict[str, Any]:
        status_incoming: str = self.status_incoming

        status_outgoing: str = self.status_outgoing

        updated = self.updated

        user = self.user.to_dict()

        field_dict: dict[str, Any] = {}

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

        d = dict(src_dict)
        status_incoming = check_relationship_status(d.pop("status_incoming"))

        status_outgoing = check_relationship_status(d.pop("status_outgoing"))

        updated = d.pop("updated")

        user = RelatedUser.from_dict(d.pop("user"))

        relationship = cls(
            status_incoming=status_incoming,
            status_outgoing=status_outgoing,
            updated=updated,
            user=user,
        )

        return relationship
