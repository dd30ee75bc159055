from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..models.second_factor_type import SecondFactorType, check_second_factor_type
from ..presence import present

T = TypeVar("T", bound="OfferedSecondFactor")


@_attrs_define(repr=False)
class OfferedSecondFactor:
    mfa_type: SecondFactorType
    """ How the code of the second factor is sent. """
    priority: int
    """ What comes first has 1. """

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        mfa_type: str = self.mfa_type

        priority = self.priority

        field_dict: dict[str, Any] = {}

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

        offered_second_factor = cls(
            mfa_type=mfa_type,
            priority=priority,
        )

        return offered_second_factor
