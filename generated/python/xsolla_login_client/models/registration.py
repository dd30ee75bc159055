from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.registration_fields import RegistrationFields


T = TypeVar("T", bound="Registration")


@_attrs_define
class Registration:
    username: str
    """ Unique in the project; upper and lower case are the same. """
    password: str
    email: str
    """ Unique in the project; upper and lower case are the same. """
    accept_consent: bool | Unset = UNSET
    """ Whether the user has agreed to the project's terms. """
    nickname: str | Unset = UNSET
    """ Same as `fields.nickname`, which wins when both are given. """
    promo_email_agreement: int | Unset = UNSET
    """ Same as `fields.promo_email_agreement`, as `0` or `1`; the field wins. """
    fields: RegistrationFields | Unset = UNSET
    """ Further data about the user, an open object. The known names come in two spellings
    (`given_name`, `given-name`); both pass.
     """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        username = self.username

        password = self.password

        email = self.email

        accept_consent = self.accept_consent

        nickname = self.nickname

        promo_email_agreement = self.promo_email_agreement

        fields: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fields, Unset):
            fields = self.fields.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "username": username,
                "password": password,
                "email": email,
            }
        )
        if accept_consent is not UNSET:
            field_dict["accept_consent"] = accept_consent
        if nickname is not UNSET:
            field_dict["nickname"] = nickname
        if promo_email_agreement is not UNSET:
            field_dict["promo_email_agreement"] = promo_email_agreement
        if fields is not UNSET:
            field_dict["fields"] = fields

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.registration_fields import RegistrationFields  # noqa: PLC0415

        d = dict(src_dict)
        username = d.pop("username")

        password = d.pop("password")

        email = d.pop("email")

        accept_consent = d.pop("accept_consent", UNSET)

        nickname = d.pop("nickname", UNSET)

        promo_email_agreement = d.pop("promo_email_agreement", UNSET)

        _fields = d.pop("fields", UNSET)
        fields: RegistrationFields | Unset
        if isinstance(_fields, Unset):
            fields = UNSET
        else:
            fields = RegistrationFields.from_dict(_fields)

        registration = cls(
            username=username,
            password=password,
            email=email,
            accept_consent=accept_consent,
            nickname=nickname,
            promo_email_agreement=promo_email_agreement,
            fields=fields,
        )

        registration.additional_properties = d
        return registration

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
