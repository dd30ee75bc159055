from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="ExternalIdLink")


@_attrs_define(repr=False)
class ExternalIdLink:
    """The user on the server, and the id of the same user elsewhere."""

    external_account_id: str
    """ Id of the user on the server; it counts as it is spelled. """
    user_id: UUID
    """ Id of the user. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        external_account_id = self.external_account_id

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "external_account_id": external_account_id,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        external_account_id = d.pop("external_account_id")

        user_id = UUID(d.pop("user_id"))

        external_id_link = cls(
            external_account_id=external_account_id,
            user_id=user_id,
        )

        external_id_link.additional_properties = d
        return external_id_link

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
