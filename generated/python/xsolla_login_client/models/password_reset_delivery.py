from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.password_reset_fields import PasswordResetFields


T = TypeVar("T", bound="PasswordResetDelivery")


@_attrs_define(repr=False)
class PasswordResetDelivery:
    """Somebody has opened the link of a reset message and typed a new password. They are named by `username`,
    by `email`, or by both.

    """

    fields: PasswordResetFields
    """ The new password, and the code that proves the address. """
    username: str | Unset = UNSET
    """ Name of the account, or its address where it has none. """
    email: str | Unset = UNSET
    """ Address that the reset message went to. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        fields = self.fields.to_dict()

        username = self.username

        email = self.email

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "fields": fields,
            }
        )
        if username is not UNSET:
            field_dict["username"] = username
        if email is not UNSET:
            field_dict["email"] = email

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.password_reset_fields import PasswordResetFields  # noqa: PLC0415

        d = present(src_dict, optional=("email", "username"))
        fields = PasswordResetFields.from_dict(d.pop("fields"))

        username = d.pop("username", UNSET)

        email = d.pop("email", UNSET)

        password_reset_delivery = cls(
            fields=fields,
            username=username,
            email=email,
        )

        password_reset_delivery.additional_properties = d
        return password_reset_delivery

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
