from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewUserDelivery")


@_attrs_define(repr=False)
class NewUserDelivery:
    """Somebody registers. The Login server keeps no password; the partner stores it. `username` is missing in
    some samples, and an address in others.

    """

    email: str
    """ Address of the account, not confirmed yet. """
    password: str
    """ The password as typed. """
    username: str | Unset = UNSET
    """ Name of the account. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("password",))

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        username = self.username

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "email": email,
                "password": password,
            }
        )
        if username is not UNSET:
            field_dict["username"] = username

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("username",))
        email = d.pop("email")

        password = d.pop("password")

        username = d.pop("username", UNSET)

        new_user_delivery = cls(
            email=email,
            password=password,
            username=username,
        )

        new_user_delivery.additional_properties = d
        return new_user_delivery

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
