from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="TokenRevocation")


@_attrs_define(repr=False)
class TokenRevocation:
    """The token that has to end, and the client it was issued to."""

    token: str
    """ The access or refresh token to end. """
    client_id: str
    """ Id of the client that the token was given to, in decimal. """
    token_type_hint: str | Unset = UNSET
    """ `access_token` or `refresh_token`. It only helps the search; a wrong one does no harm. """
    client_secret: str | Unset = UNSET
    """ Secret of a confidential or server client. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("client_secret", "token"))

    def to_dict(self) -> dict[str, Any]:
        token = self.token

        client_id = self.client_id

        token_type_hint = self.token_type_hint

        client_secret = self.client_secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "token": token,
                "client_id": client_id,
            }
        )
        if token_type_hint is not UNSET:
            field_dict["token_type_hint"] = token_type_hint
        if client_secret is not UNSET:
            field_dict["client_secret"] = client_secret

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("client_secret", "token_type_hint"))
        token = d.pop("token")

        client_id = d.pop("client_id")

        token_type_hint = d.pop("token_type_hint", UNSET)

        client_secret = d.pop("client_secret", UNSET)

        token_revocation = cls(
            token=token,
            client_id=client_id,
            token_type_hint=token_type_hint,
            client_secret=client_secret,
        )

        token_revocation.additional_properties = d
        return token_revocation

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
