from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="CustomIdToken")


@_attrs_define(repr=False)
class CustomIdToken:
    """The token of the user, who may have been new."""

    token: str
    """ The user token. While a required field is outstanding it serves `get-ask-fields` and
    `update-token` only. """
    is_new: bool | Unset = UNSET
    """ Whether this call has made the user. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("token",))

    def to_dict(self) -> dict[str, Any]:
        token = self.token

        is_new = self.is_new

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "token": token,
            }
        )
        if is_new is not UNSET:
            field_dict["is_new"] = is_new

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("is_new",))
        token = d.pop("token")

        is_new = d.pop("is_new", UNSET)

        custom_id_token = cls(
            token=token,
            is_new=is_new,
        )

        custom_id_token.additional_properties = d
        return custom_id_token

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
