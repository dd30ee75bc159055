from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

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
    `country-name`, `gdpr_consent`, `bday`, `promo_email_agreement`. """
    required: bool
    """ Whether the login is incomplete without it. """
    type_: AskFieldType | str
    step: int
    """ Position in the order of asking. """
    confirmation_type: AskFieldConfirmation | str | Unset = UNSET
    validation: AskFieldValidation | Unset = UNSET
    """ Rules that a value has to keep. A rule that is absent does not apply. """
    default_value: Any | Unset = UNSET
    """ What the form shows at first; of whatever type the field has. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        required = self.required

        type_: str
        if isinstance(self.type_, str):
            type_ = self.type_
        else:
            type_ = self.type_

        step = self.step

        confirmation_type: str | Unset
        if isinstance(self.confirmation_type, Unset):
            confirmation_type = UNSET
        elif isinstance(self.confirmation_type, str):
            confirmation_type = self.confirmation_type
        else:
            confirmation_type = self.confirmation_type

        validation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.validation, Unset):
            validation = self.validation.to_dict()

        default_value = self.default_value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
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

        def _parse_type_(data: object) -> AskFieldType | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = check_ask_field_type(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AskFieldType | str, data)

        type_ = _parse_type_(d.pop("type"))

        step = d.pop("step")

        def _parse_confirmation_type(data: object) -> AskFieldConfirmation | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmation_type_type_0 = check_ask_field_confirmation(data)

                return confirmation_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AskFieldConfirmation | str | Unset, data)

        confirmation_type = _parse_confirmation_type(d.pop("confirmation_type", UNSET))

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

        ask_field.additional_properties = d
        return ask_field

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
