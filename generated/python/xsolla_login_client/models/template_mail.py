from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

if TYPE_CHECKING:
    from ..models.named_email_template import NamedEmailTemplate


T = TypeVar("T", bound="TemplateMail")


@_attrs_define(repr=False)
class TemplateMail:
    """A recipient, and the template of the mail."""

    email: str
    """ The recipient. """
    template: NamedEmailTemplate
    """ The template that the mail is made of. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        template = self.template.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "email": email,
                "template": template,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_email_template import NamedEmailTemplate  # noqa: PLC0415

        d = present(src_dict, optional=())
        email = d.pop("email")

        template = NamedEmailTemplate.from_dict(d.pop("template"))

        template_mail = cls(
            email=email,
            template=template,
        )

        template_mail.additional_properties = d
        return template_mail

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
