from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

if TYPE_CHECKING:
    from ..models.confirmation_required_error import ConfirmationRequiredError


T = TypeVar("T", bound="ConfirmationRequired")


@_attrs_define(repr=False)
class ConfirmationRequired:
    """A message with a code is on its way. The code is confirmed like that of a passwordless login,
    with the `operation_id` given here.

    """

    error: ConfirmationRequiredError
    """ Says that a contact has to be confirmed by the code just sent to it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        error = self.error.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "error": error,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.confirmation_required_error import ConfirmationRequiredError  # noqa: PLC0415

        d = present(src_dict, optional=())
        error = ConfirmationRequiredError.from_dict(d.pop("error"))

        confirmation_required = cls(
            error=error,
        )

        confirmation_required.additional_properties = d
        return confirmation_required

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
