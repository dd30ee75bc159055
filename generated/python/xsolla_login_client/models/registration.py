from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.registration_fields import RegistrationFields


T = TypeVar("T", bound="Registration")


@_attrs_define(repr=False)
class Registration:
    """The account that somebody wants to have."""

    username: str
    """ Unique in the project; upper and lower case are the same. """
    password: str
    """ What the user logs in with beside the name. """
    email: str
    """ Unique in the project; upper and lower case are the same. """
    accept_consent: bool | int | None | str | Unset = UNSET
    """ Whether the user has agreed to the project's terms. """
    nickname: None | str | Unset = UNSET
    """ Same as `fields.nickname`, which wins when both are given. """
    promo_email_agreement: bool | int | None | str | Unset = UNSET
    """ Same as `fields.promo_email_agreement`, in game SDKs as `0` or `1`; the field wins. Left out, it is `1`. """
    fields: list[str] | None | RegistrationFields | Unset = UNSET
    """ Further data about the user, by name. One game SDK sends a list of texts, in which nothing
    has a name; it is accepted and has no effect. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("password",))

    def to_dict(self) -> dict[str, Any]:
        from ..models.registration_fields import RegistrationFields  # noqa: PLC0415

        username = self.username

        password = self.password

        email = self.email

        accept_consent: bool | int | None | str | Unset
        if isinstance(self.accept_consent, Unset):
            accept_consent = UNSET
        else:
            accept_consent = self.accept_consent

        nickname: None | str | Unset
        if isinstance(self.nickname, Unset):
            nickname = UNSET
        else:
            nickname = self.nickname

        promo_email_agreement: bool | int | None | str | Unset
        if isinstance(self.promo_email_agreement, Unset):
            promo_email_agreement = UNSET
        else:
            promo_email_agreement = self.promo_email_agreement

        fields: dict[str, Any] | list[str] | None | Unset
        if isinstance(self.fields, Unset):
            fields = UNSET
        elif isinstance(self.fields, RegistrationFields):
            fields = self.fields.to_dict()
        elif isinstance(self.fields, list):
            fields = self.fields

        else:
            fields = self.fields

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

        d = present(src_dict, optional=())
        username = d.pop("username")

        password = d.pop("password")

        email = d.pop("email")

        def _parse_accept_consent(data: object) -> bool | int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | int | None | str | Unset, data)

        accept_consent = _parse_accept_consent(d.pop("accept_consent", UNSET))

        def _parse_nickname(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        nickname = _parse_nickname(d.pop("nickname", UNSET))

        def _parse_promo_email_agreement(data: object) -> bool | int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | int | None | str | Unset, data)

        promo_email_agreement = _parse_promo_email_agreement(d.pop("promo_email_agreement", UNSET))

        def _parse_fields(data: object) -> list[str] | None | RegistrationFields | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fields_type_0 = RegistrationFields.from_dict(data)

                return fields_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                fields_type_1 = cast(list[str], data)

                return fields_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | RegistrationFields | Unset, data)

        fields = _parse_fields(d.pop("fields", UNSET))

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
