from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.confirmation_required_code import ConfirmationRequiredCode, check_confirmation_required_code
from ..presence import present

if TYPE_CHECKING:
    from ..models.confirmation_required_details import ConfirmationRequiredDetails


T = TypeVar("T", bound="ConfirmationRequiredError")


@_attrs_define(repr=False)
class ConfirmationRequiredError:
    """Says that a contact has to be confirmed by the code just sent to it."""

    code: ConfirmationRequiredCode | str
    description: str
    """ What went wrong, in English, for people. The wording may change. """
    details: ConfirmationRequiredDetails
    """ What the missing code has to be sent with. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        code: str
        if isinstance(self.code, str):
            code = self.code
        else:
            code = self.code

        description = self.description

        details = self.details.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "description": description,
                "details": details,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.confirmation_required_details import ConfirmationRequiredDetails  # noqa: PLC0415

        d = present(src_dict, optional=())

        def _parse_code(data: object) -> ConfirmationRequiredCode | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                code_type_0 = check_confirmation_required_code(data)

                return code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConfirmationRequiredCode | str, data)

        code = _parse_code(d.pop("code"))

        description = d.pop("description")

        details = ConfirmationRequiredDetails.from_dict(d.pop("details"))

        confirmation_required_error = cls(
            code=code,
            description=description,
            details=details,
        )

        confirmation_required_error.additional_properties = d
        return confirmation_required_error

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
