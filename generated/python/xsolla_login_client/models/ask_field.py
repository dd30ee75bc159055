from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..models.ask_field_confirmation import AskFieldConfirmation, check_ask_field_confirmation
from ..models.ask_field_type import AskFieldType, check_ask_field_type
from ..presence import present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.ask_field_validation import AskFieldValidation


T = TypeVar("T", bound="AskField")


@_attrs_define(repr=False)
class AskField:
    """One thing that a project asks its users for after login."""

    name: str
    """ Name of the value, and its key in `updatedFields`. Known: `email`, `phone_number`,
    `country-name`, `gdpr_consent`, `bday`, `promo_email_agreement`.
     """
    required: bool
    """ Whether the login is incomplete without it. """
    type_: AskFieldType
    """ The kind of input that suits the value. """
    step: int
    """ Position in the order of asking. """
    confirmation_type: AskFieldConfirmation | Unset = UNSET
    """ How the user proves that the contact is theirs. """
    validation: AskFieldValidation | Unset = UNSET
    """ Rules that a value has to keep. A rule that is absent does not apply. """
    default_value: Any | Unset = UNSET
    """ What the form shows at first; of whatever type the field has. """

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        required = self.required

        type_: str = self.type_

        step = self.step

        confirmation_type: str | Unset = UNSET
        if not isinstance(self.confirmation_type, Unset):
            confirmation_type = self.confirmation_type

        validation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.validation, Unset):
            validation = self.validation.to_dict()

        default_value = self.default_value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "required": required,
                "type": type_,
                "step": step,
            }
        )
        if confirmation_type is not UNSET:
            field_dict["confirmation_type"] = confirmation_type
        if validation is not UNSET:
            field_dict["validation"] = validation
        if default_value is not UNSET:
            field_dict["default_value"] = default_value

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ask_field_validation import AskFieldValidation  # noqa: PLC0415

        d = present(src_dict, optional=("confirmation_type", "validation"))
        name = d.pop("name")

        required = d.pop("required")

        type_ = check_ask_field_type(d.pop("type"))

        step = d.pop("step")

        _confirmation_type = d.pop("confirmation_type", UNSET)
        confirmation_type: AskFieldConfirmation | Unset
        if isinstance(_confirmation_type, Unset):
            confirmation_type = UNSET
        else:
            confirmation_type = check_ask_field_confirmation(_confirmation_type)

        _validation = d.pop("validation", UNSET)
        validation: AskFieldValidation | Unset
        if isinstance(_validation, Unset):
            validation = UNSET
        else:
            validation = AskFieldValidation.from_dict(_validation)

        default_value = d.pop("default_value", UNSET)

        ask_field = cls(
            name=name,
            required=required,
            type_=type_,
            step=step,
            confirmation_type=confirmation_type,
            validation=validation,
            default_value=default_value,
        )

        return ask_field
