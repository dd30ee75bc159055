from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="ConsentQuestion")


@_attrs_define(repr=False)
class ConsentQuestion:
    """A client, and the scopes it asks a user for."""

    client_id: int | str
    """ Id of the client. The SDK sends it as it was configured, a number or a text of digits. """
    scope: str
    """ The scopes in question, with spaces between them. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        client_id: int | str
        client_id = self.client_id

        scope = self.scope

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "scope": scope,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())

        def _parse_client_id(data: object) -> int | str:
            return cast(int | str, data)

        client_id = _parse_client_id(d.pop("client_id"))

        scope = d.pop("scope")

        consent_question = cls(
            client_id=client_id,
            scope=scope,
        )

        consent_question.additional_properties = d
        return consent_question

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
