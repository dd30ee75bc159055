from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="SocialTokenLogin")


@_attrs_define(repr=False)
class SocialTokenLogin:
    """The token that a social network gave an app."""

    access_token: str
    """ Access token that the social network gave to the application. """
    access_token_secret: None | str | Unset = UNSET
    """ Secret of the access token; Twitter has one. """
    openid: None | str | Unset = UNSET
    """ Id of the user; WeChat gives one. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("access_token", "access_token_secret"))

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        access_token_secret: None | str | Unset
        if isinstance(self.access_token_secret, Unset):
            access_token_secret = UNSET
        else:
            access_token_secret = self.access_token_secret

        openid: None | str | Unset
        if isinstance(self.openid, Unset):
            openid = UNSET
        else:
            openid = self.openid

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "access_token": access_token,
            }
        )
        if access_token_secret is not UNSET:
            field_dict["access_token_secret"] = access_token_secret
        if openid is not UNSET:
            field_dict["openid"] = openid

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        access_token = d.pop("access_token")

        def _parse_access_token_secret(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        access_token_secret = _parse_access_token_secret(d.pop("access_token_secret", UNSET))

        def _parse_openid(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        openid = _parse_openid(d.pop("openid", UNSET))

        social_token_login = cls(
            access_token=access_token,
            access_token_secret=access_token_secret,
            openid=openid,
        )

        social_token_login.additional_properties = d
        return social_token_login

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
