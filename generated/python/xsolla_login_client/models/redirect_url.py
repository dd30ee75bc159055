from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="RedirectUrl")


@_attrs_define(repr=False)
class RedirectUrl:
    """Everything is stored, nothing has to be confirmed."""

    redirect_url: str
    """ Where the user lands: the Callback URL, with the user's new token in the query parameter
    `token`, or in the OAuth 2.0 protocol the redirect URI, with `code` and `state`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("redirect_url",))

    def to_dict(self) -> dict[str, Any]:
        redirect_url = self.redirect_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "redirect_url": redirect_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        redirect_url = d.pop("redirect_url")

        redirect_url = cls(
            redirect_url=redirect_url,
        )

        redirect_url.additional_properties = d
        return redirect_url

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
