from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="EmailTemplateWords")


@_attrs_define(repr=False)
class EmailTemplateWords:
    """Subject and body of a mail. `{{name}}` stands for a value: `{{action_link}}` for the link of the mail,
    `{{code}}` for its code, `{{game}}` for the name of the project, and in a mail that a server sends whatever
    it gives.

    """

    header: str
    """ The subject. """
    body: str
    """ HTML. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        header = self.header

        body = self.body

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "header": header,
                "body": body,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        header = d.pop("header")

        body = d.pop("body")

        email_template_words = cls(
            header=header,
            body=body,
        )

        email_template_words.additional_properties = d
        return email_template_words

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
