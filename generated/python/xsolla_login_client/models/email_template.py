from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.email_template_type import EmailTemplateType, check_email_template_type
from ..presence import present

T = TypeVar("T", bound="EmailTemplate")


@_attrs_define(repr=False)
class EmailTemplate:
    """One mail of a template in one language."""

    body: str
    """ HTML. """
    header: str
    """ The subject. """
    locale: str
    """ Language and region of a template, as `en_US`. """
    template_id: str
    """ Id of the template. """
    template_type: EmailTemplateType | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        body = self.body

        header = self.header

        locale = self.locale

        template_id = self.template_id

        template_type: str
        if isinstance(self.template_type, str):
            template_type = self.template_type
        else:
            template_type = self.template_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "body": body,
                "header": header,
                "locale": locale,
                "template_id": template_id,
                "template_type": template_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        body = d.pop("body")

        header = d.pop("header")

        locale = d.pop("locale")

        template_id = d.pop("template_id")

        def _parse_template_type(data: object) -> EmailTemplateType | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                template_type_type_0 = check_email_template_type(data)

                return template_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EmailTemplateType | str, data)

        template_type = _parse_template_type(d.pop("template_type"))

        email_template = cls(
            body=body,
            header=header,
            locale=locale,
            template_id=template_id,
            template_type=template_type,
        )

        email_template.additional_properties = d
        return email_template

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
