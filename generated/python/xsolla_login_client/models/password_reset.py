from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="PasswordReset")


@_attrs_define(repr=False)
class PasswordReset:
    """The code of a mail, and the password that counts from now on."""

    new_password: str
    """ What the user logs in with from now on. """
    reset_code: str
    """ Query parameter `code` of the address that the mail leads to. """
    user_id: str
    """ Query parameter `user_id` of the address that the mail leads to. """
    verify_code: None | str | Unset = UNSET
    """ For a partner with storage of its own, who gets it in the `fields` of the webhook and may check
    it as well. Without such a partner it has no effect. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("new_password", "reset_code", "verify_code"))

    def to_dict(self) -> dict[str, Any]:
        new_password = self.new_password

        reset_code = self.reset_code

        user_id = self.user_id

        verify_code: None | str | Unset
        if isinstance(self.verify_code, Unset):
            verify_code = UNSET
        else:
            verify_code = self.verify_code

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "new_password": new_password,
                "reset_code": reset_code,
                "user_id": user_id,
            }
        )
        if verify_code is not UNSET:
            field_dict["verify_code"] = verify_code

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        new_password = d.pop("new_password")

        reset_code = d.pop("reset_code")

        user_id = d.pop("user_id")

        def _parse_verify_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        verify_code = _parse_verify_code(d.pop("verify_code", UNSET))

        password_reset = cls(
            new_password=new_password,
            reset_code=reset_code,
            user_id=user_id,
            verify_code=verify_code,
        )

        password_reset.additional_properties = d
        return password_reset

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
