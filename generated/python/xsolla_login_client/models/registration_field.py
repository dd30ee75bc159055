from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

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
    type_: AskFieldType | str
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

        registration_field.additional_properties = d
        return registration_field

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
