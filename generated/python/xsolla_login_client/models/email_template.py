from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..models.email_template_type import EmailTemplateType, check_email_template_type
from ..presence import present

T = TypeVar("T", bound="EmailTemplate")


@_attrs_define(repr=False)
class EmailTemplate:
    body: str
    """ HTML. """
    header: str
    """ The subject. """
    locale: str
    template_id: str
    template_type: EmailTemplateType

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        body = self.body

        header = self.header

        locale = self.locale

        template_id = self.template_id

        template_type: str = self.template_type

        field_dict: dict[str, Any] = {}

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

        template_type = check_email_template_type(d.pop("template_type"))

        email_template = cls(
            body=body,
            header=header,
            locale=locale,
            template_id=template_id,
            template_type=template_type,
        )

        return email_template
