from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..models.ask_field_type import AskFieldType, check_ask_field_type
from ..presence import present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.ask_field_validation import AskFieldValidation


T = TypeVar("T", bound="RegistrationField")


@_attrs_define(repr=False)
class RegistrationField:
    """One field of the registration form."""

    name: str
    """ Name of the value. Known are `username`, `email` and `password`. """
    required: bool
    """ Whether the form must have it. """
    type_: AskFieldType
    """ The kind of input that suits the value. """
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
            }
        )
        if validation is not UNSET:
            field_dict["validation"] = validation
        if default_value is not UNSET:
            field_dict["default_value"] = default_value

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ask_field_validation import AskFieldValidation  # noqa: PLC0415

        d = present(src_dict, optional=("validation",))
        name = d.pop("name")

        required = d.pop("required")

        type_ = check_ask_field_type(d.pop("type"))

        _validation = d.pop("validation", UNSET)
        validation: AskFieldValidation | Unset
        if isinstance(_validation, Unset):
            validation = UNSET
        else:
            validation = AskFieldValidation.from_dict(_validation)

        default_value = d.pop("default_value", UNSET)

        registration_field = cls(
            name=name,
            required=required,
            type_=type_,
            validation=validation,
            default_value=default_value,
        )

        return registration_field
