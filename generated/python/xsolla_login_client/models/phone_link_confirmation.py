from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="PhoneLinkConfirmation")


@_attrs_define(repr=False)
class PhoneLinkConfirmation:
    """The code of an SMS that proves a number to be the user's."""

    phone_number: str
    """ The number that the code was sent to, as it was given then. """
    operation_id: str
    """ Id that `link-phone-number` answered. """
    code: str
    """ The one-time code of the message. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("code",))

    def to_dict(self) -> dict[str, Any]:
        phone_number = self.phone_number

        operation_id = self.operation_id

        code = self.code

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "phone_number": phone_number,
                "operation_id": operation_id,
                "code": code,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        phone_number = d.pop("phone_number")

        operation_id = d.pop("operation_id")

        code = d.pop("code")

        phone_link_confirmation = cls(
            phone_number=phone_number,
            operation_id=operation_id,
            code=code,
        )

        phone_link_confirmation.additional_properties = d
        return phone_link_confirmation

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
