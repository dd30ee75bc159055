from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="AddedPassword")


@_attrs_define(repr=False)
class AddedPassword:
    """A username, an e-mail address and a password for an account that has none."""

    username: str
    """ Unique in the project; upper and lower case are the same. """
    password: str
    """ What the user logs in with beside the name. """
    email: str
    """ Unique in the project; upper and lower case are the same. """
    promo_email_agreement: int | None | Unset = UNSET
    """ Whether the user agrees to mails that advertise; 0 is no. Left out, it is `1`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("password",))

    def to_dict(self) -> dict[str, Any]:
        username = self.username

        password = self.password

        email = self.email

        promo_email_agreement: int | None | Unset
        if isinstance(self.promo_email_agreement, Unset):
            promo_email_agreement = UNSET
        else:
            promo_email_agreement = self.promo_email_agreement

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "username": username,
                "password": password,
                "email": email,
            }
        )
        if promo_email_agreement is not UNSET:
            field_dict["promo_email_agreement"] = promo_email_agreement

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        username = d.pop("username")

        password = d.pop("password")

        email = d.pop("email")

        def _parse_promo_email_agreement(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        promo_email_agreement = _parse_promo_email_agreement(d.pop("promo_email_agreement", UNSET))

        added_password = cls(
            username=username,
            password=password,
            email=email,
            promo_email_agreement=promo_email_agreement,
        )

        added_password.additional_properties = d
        return added_password

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
