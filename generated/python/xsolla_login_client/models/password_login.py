from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="PasswordLogin")


@_attrs_define(repr=False)
class PasswordLogin:
    """What a user logs in with."""

    username: str
    """ Username or e-mail address, in any case. """
    password: str
    """ A password shorter than a new one may be is simply wrong, not invalid. """
    remember_me: bool | None | Unset = UNSET
    """ Passed on to the Callback URL; in OAuth 2.0 it has no effect. Left out, it is `false`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("password",))

    def to_dict(self) -> dict[str, Any]:
        username = self.username

        password = self.password

        remember_me: bool | None | Unset
        if isinstance(self.remember_me, Unset):
            remember_me = UNSET
        else:
            remember_me = self.remember_me

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "username": username,
                "password": password,
            }
        )
        if remember_me is not UNSET:
            field_dict["remember_me"] = remember_me

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        username = d.pop("username")

        password = d.pop("password")

        def _parse_remember_me(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        remember_me = _parse_remember_me(d.pop("remember_me", UNSET))

        password_login = cls(
            username=username,
            password=password,
            remember_me=remember_me,
        )

        password_login.additional_properties = d
        return password_login

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
