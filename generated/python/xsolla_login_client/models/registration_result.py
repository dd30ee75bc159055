from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="RegistrationResult")


@_attrs_define(repr=False)
class RegistrationResult:
    """Where the browser of a new user goes."""

    login_url: str
    """ Where the user lands: the Callback URL, with the user's token in the query parameter `token`,
    or in the OAuth 2.0 protocol the redirect URI, with `code` and `state`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("login_url",))

    def to_dict(self) -> dict[str, Any]:
        login_url = self.login_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "login_url": login_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        login_url = d.pop("login_url")

        registration_result = cls(
            login_url=login_url,
        )

        registration_result.additional_properties = d
        return registration_result

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
