from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="PhoneCodeConfirmation")


@_attrs_define(repr=False)
class PhoneCodeConfirmation:
    """The code of an SMS, and the request that it belongs to."""

    code: str
    """ The one-time code of the message, or of `get-confirmation-code`. """
    operation_id: str
    """ Id that the request for the code, or the token update, answered. """
    phone_number: str
    """ The number that the code was sent to. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("code",))

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        operation_id = self.operation_id

        phone_number = self.phone_number

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "operation_id": operation_id,
                "phone_number": phone_number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        code = d.pop("code")

        operation_id = d.pop("operation_id")

        phone_number = d.pop("phone_number")

        phone_code_confirmation = cls(
            code=code,
            operation_id=operation_id,
            phone_number=phone_number,
        )

        phone_code_confirmation.additional_properties = d
        return phone_code_confirmation

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
