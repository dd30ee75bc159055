from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="PasswordResetFields")


@_attrs_define(repr=False)
class PasswordResetFields:
    """The new password, and the code that proves the address."""

    password: str
    """ The new password as typed. """
    verify_code: str | Unset = UNSET
    """ The `verify_code` of `confirm-password-reset`, when there was one, for the partner to check. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("password", "verify_code"))

    def to_dict(self) -> dict[str, Any]:
        password = self.password

        verify_code = self.verify_code

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "password": password,
            }
        )
        if verify_code is not UNSET:
            field_dict["verify_code"] = verify_code

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("verify_code",))
        password = d.pop("password")

        verify_code = d.pop("verify_code", UNSET)

        password_reset_fields = cls(
            password=password,
            verify_code=verify_code,
        )

        password_reset_fields.additional_properties = d
        return password_reset_fields

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
