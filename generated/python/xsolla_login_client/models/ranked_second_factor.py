from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.second_factor_type import SecondFactorType, check_second_factor_type
from ..presence import present

T = TypeVar("T", bound="RankedSecondFactor")


@_attrs_define(repr=False)
class RankedSecondFactor:
    """A second factor, and its place among those that are offered."""

    mfa_type: SecondFactorType
    """ How the code of the second factor is sent. """
    priority: int
    """ What comes first has 1. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        mfa_type: str = self.mfa_type

        priority = self.priority

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mfa_type": mfa_type,
                "priority": priority,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        mfa_type = check_second_factor_type(d.pop("mfa_type"))

        priority = d.pop("priority")

        ranked_second_factor = cls(
            mfa_type=mfa_type,
            priority=priority,
        )

        ranked_second_factor.additional_properties = d
        return ranked_second_factor

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
