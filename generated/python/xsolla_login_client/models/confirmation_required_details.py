from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="ConfirmationRequiredDetails")


@_attrs_define(repr=False)
class ConfirmationRequiredDetails:
    operation_id: str

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        operation_id = self.operation_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "operation_id": operation_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        operation_id = d.pop("operation_id")

        confirmation_required_details = cls(
            operation_id=operation_id,
        )

        return confirmation_required_details
