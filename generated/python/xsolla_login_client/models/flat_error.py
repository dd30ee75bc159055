from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="FlatError")


@_attrs_define(repr=False)
class FlatError:
    """The body of a refusal by the calls about attributes, where it is not the envelope."""

    error_code: str | Unset = UNSET
    """ What went wrong, for programs. """
    error_description: str | Unset = UNSET
    """ What went wrong, in English, for people. The wording may change. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        error_code = self.error_code

        error_description = self.error_description

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if error_code is not UNSET:
            field_dict["error_code"] = error_code
        if error_description is not UNSET:
            field_dict["error_description"] = error_description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("error_code", "error_description"))
        error_code = d.pop("error_code", UNSET)

        error_description = d.pop("error_description", UNSET)

        flat_error = cls(
            error_code=error_code,
            error_description=error_description,
        )

        flat_error.additional_properties = d
        return flat_error

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
