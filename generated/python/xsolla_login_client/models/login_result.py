from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.ask_field import AskField


T = TypeVar("T", bound="LoginResult")


@_attrs_define(repr=False)
class LoginResult:
    """Where the browser of a logged-in user goes, with the token on the way."""

    login_url: str
    """ Where the user lands. In the JWT protocol the Callback URL, with the user's token in the
    query parameter `token`; in the OAuth 2.0 protocol the redirect URI, with `state` and, unless
    a required field is outstanding, `code`. A login that needs a second factor leads to the page
    that asks for it, with `challenge_id` in the query. """
    token: str | Unset = UNSET
    """ Present together with `ask_fields`. In the JWT protocol the token of `login_url`: while a
    required field is outstanding it serves `get-ask-fields` and `update-token` only, otherwise
    it is a full user token. In the OAuth 2.0 protocol it always serves `get-ask-fields` and
    `oauth-20-user-ask` only. """
    ask_fields: list[AskField] | Unset = UNSET
    """ In the order of `step`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("login_url", "token"))

    def to_dict(self) -> dict[str, Any]:
        login_url = self.login_url

        token = self.token

        ask_fields: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.ask_fields, Unset):
            ask_fields = []
            for componentsschemas_ask_fields_item_data in self.ask_fields:
                componentsschemas_ask_fields_item = componentsschemas_ask_fields_item_data.to_dict()
                ask_fields.append(componentsschemas_ask_fields_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "login_url": login_url,
            }
        )
        if token is not UNSET:
            field_dict["token"] = token
        if ask_fields is not UNSET:
            field_dict["ask_fields"] = ask_fields

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ask_field import AskField  # noqa: PLC0415

        d = present(src_dict, optional=("ask_fields", "token"))
        login_url = d.pop("login_url")

        token = d.pop("token", UNSET)

        _ask_fields = d.pop("ask_fields", UNSET)
        ask_fields: list[AskField] | Unset = UNSET
        if _ask_fields is not UNSET:
            ask_fields = []
            for componentsschemas_ask_fields_item_data in listed(_ask_fields):
                componentsschemas_ask_fields_item = AskField.from_dict(componentsschemas_ask_fields_item_data)

                ask_fields.append(componentsschemas_ask_fields_item)

        login_result = cls(
            login_url=login_url,
            token=token,
            ask_fields=ask_fields,
        )

        login_result.additional_properties = d
        return login_result

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
