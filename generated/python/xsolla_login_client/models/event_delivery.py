from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.event_type import EventType, check_event_type
from ..presence import present

if TYPE_CHECKING:
    from ..models.event_data import EventData


T = TypeVar("T", bound="EventDelivery")


@_attrs_define(repr=False)
class EventDelivery:
    """Something happened to a user."""

    event_type: EventType
    """ What happened: a sign-up (with a password, a social network, silently, by phone, or made by a
    server), a login (by the same ways), a confirmed address, a linked social account, or a sign-up
    after which every verification that the project wants has been passed. """
    event_time: datetime.datetime
    """ When it happened. """
    project_id: UUID
    """ Id of the Login project. """
    data: EventData
    """ About whom and what; it differs from event to event, and more may come. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        event_type: str = self.event_type

        event_time = self.event_time.isoformat()

        project_id = str(self.project_id)

        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event_type": event_type,
                "event_time": event_time,
                "project_id": project_id,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_data import EventData  # noqa: PLC0415

        d = present(src_dict, optional=())
        event_type = check_event_type(d.pop("event_type"))

        event_time = datetime.datetime.fromisoformat(d.pop("event_time"))

        project_id = UUID(d.pop("project_id"))

        data = EventData.from_dict(d.pop("data"))

        event_delivery = cls(
            event_type=event_type,
            event_time=event_time,
            project_id=project_id,
            data=data,
        )

        event_delivery.additional_properties = d
        return event_delivery

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
