from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..models.confirmation_required_code import ConfirmationRequiredCode, check_confirmation_required_code
from ..presence import present

if TYPE_CHECKING:
    from ..models.confirmation_required_details import ConfirmationRequiredDetails


T = TypeVar("T", bound="ConfirmationRequiredError")


@_attrs_define(repr=False)
class ConfirmationRequiredError:
    code: ConfirmationRequiredCode
    """ Which contact is to be confirmed. """
    description: str
    details: ConfirmationRequiredDetails

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        description = self.description

        details = self.details.to_dict()

        field_dict: dict[str, Any] = {}

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
        code = check_confirmation_required_code(d.pop("code"))

        description = d.pop("description")

        details = ConfirmationRequiredDetails.from_dict(d.pop("details"))

        confirmation_required_error = cls(
            code=code,
            description=description,
            details=details,
        )

        return confirmation_required_error
