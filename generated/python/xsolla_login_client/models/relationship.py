from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..models.relationship_status import RelationshipStatus, check_relationship_status
from ..presence import present

if TYPE_CHECKING:
    from ..models.related_user import RelatedUser


T = TypeVar("T", bound="Relationship")


@_attrs_define(repr=False)
class Relationship:
    status_incoming: RelationshipStatus
    status_outgoing: RelationshipStatus
    updated: float
    """ Since when it is so, in unix seconds with a fraction. """
    user: RelatedUser

    def __repr__(self) -> str:
        return shown(self, secrets=())

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

        d = present(src_dict, optional=())
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
