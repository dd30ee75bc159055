from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.password_reset_fields import PasswordResetFields


T = TypeVar("T", bound="PasswordResetDelivery")


@_attrs_define
class PasswordResetDelivery:
    """Somebody has opened the link of a reset message and typed a new password."""

    username: str
    """ Name of the account, or its address where it has none. """
    email: str
    """ Address that the reset message went to. """
    fields: PasswordResetFields
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        username = self.username

        email = self.email

        fields = self.fields.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "username": username,
                "email": email,
                "fields": fields,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.password_reset_fields import PasswordResetFields  # noqa: PLC0415

        d = dict(src_dict)
        username = d.pop("username")

        email = d.pop("email")

        fields = PasswordResetFields.from_dict(d.pop("fields"))

        password_reset_delivery = cls(
            username=username,
            email=email,
            fields=fields,
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
