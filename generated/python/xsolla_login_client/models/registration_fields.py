from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="RegistrationFields")


@_attrs_define(repr=False)
class RegistrationFields:
    """Further data about the user, an open object. The known names come in two spellings
    (`given_name`, `given-name`); both pass.

    """

    nickname: None | str | Unset = UNSET
    """ Reaches the user's profile. """
    promo_email_agreement: bool | int | None | str | Unset = UNSET
    """ Whether the user agrees to advertising by e-mail; reaches the token. """
    additional_agreement: bool | int | None | str | Unset = UNSET
    """ Whether the user agrees to the project's further terms. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
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

        additional_agreement: bool | int | None | str | Unset
        if isinstance(self.additional_agreement, Unset):
            additional_agreement = UNSET
        else:
            additional_agreement = self.additional_agreement

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if nickname is not UNSET:
            field_dict["nickname"] = nickname
        if promo_email_agreement is not UNSET:
            field_dict["promo_email_agreement"] = promo_email_agreement
        if additional_agreement is not UNSET:
            field_dict["additional_agreement"] = additional_agreement

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())

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

        def _parse_additional_agreement(data: object) -> bool | int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | int | None | str | Unset, data)

        additional_agreement = _parse_additional_agreement(d.pop("additional_agreement", UNSET))

        registration_fields = cls(
            nickname=nickname,
            promo_email_agreement=promo_email_agreement,
            additional_agreement=additional_agreement,
        )

        registration_fields.additional_properties = d
        return registration_fields

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
