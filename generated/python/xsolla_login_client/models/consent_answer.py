from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="ConsentAnswer")


@_attrs_define(repr=False)
class ConsentAnswer:
    """Whether the user has agreed to everything that the client asks for."""

    approval: bool
    """ Whether the user has agreed to every scope in question. """
    refused_scopes: list[str] | None | Unset = UNSET
    """ The scopes that the user has not agreed to. Null or absent when there are none. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        approval = self.approval

        refused_scopes: list[str] | None | Unset
        if isinstance(self.refused_scopes, Unset):
            refused_scopes = UNSET
        elif isinstance(self.refused_scopes, list):
            refused_scopes = self.refused_scopes

        else:
            refused_scopes = self.refused_scopes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "approval": approval,
            }
        )
        if refused_scopes is not UNSET:
            field_dict["refused_scopes"] = refused_scopes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        approval = d.pop("approval")

        def _parse_refused_scopes(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                refused_scopes_type_0 = cast(list[str], data)

                return refused_scopes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        refused_scopes = _parse_refused_scopes(d.pop("refused_scopes", UNSET))

        consent_answer = cls(
            approval=approval,
            refused_scopes=refused_scopes,
        )

        consent_answer.additional_properties = d
        return consent_answer

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
