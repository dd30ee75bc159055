from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="UserVerificationDelivery")


@_attrs_define(repr=False)
class UserVerificationDelivery:
    """Somebody logs in with a password, which only the partner can judge. They are named by `username`, by
    `email`, or by both.

    """

    password: str
    """ The password as typed. """
    username: str | Unset = UNSET
    """ What was typed as the name, which may be an address. """
    email: str | Unset = UNSET
    """ Address of the account, where the Login server knows it or it was typed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("password",))

    def to_dict(self) -> dict[str, Any]:
        password = self.password

        username = self.username

        email = self.email

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "password": password,
            }
        )
        if username is not UNSET:
            field_dict["username"] = username
        if email is not UNSET:
            field_dict["email"] = email

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("email", "username"))
        password = d.pop("password")

        username = d.pop("username", UNSET)

        email = d.pop("email", UNSET)

        user_verification_delivery = cls(
            password=password,
            username=username,
            email=email,
        )

        user_verification_delivery.additional_properties = d
        return user_verification_delivery

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
