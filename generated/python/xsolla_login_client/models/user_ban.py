from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="UserBan")


@_attrs_define(repr=False)
class UserBan:
    """A ban that holds or is to come."""

    date_from: str
    """ A moment to the second, with an offset that has no colon. """
    date_to: None | str
    """ When the ban ends; null where it does not. """
    reason: str | Unset = UNSET
    """ Why, as the partner's server told it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        date_from = self.date_from

        date_to: None | str
        date_to = self.date_to

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "date_from": date_from,
                "date_to": date_to,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("reason",))
        date_from = d.pop("date_from")

        def _parse_date_to(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        date_to = _parse_date_to(d.pop("date_to"))

        reason = d.pop("reason", UNSET)

        user_ban = cls(
            date_from=date_from,
            date_to=date_to,
            reason=reason,
        )

        user_ban.additional_properties = d
        return user_ban

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
