from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="PasswordAnswer")


@_attrs_define(repr=False)
class PasswordAnswer:
    email_confirmation_required: bool
    """ Whether the link in a mail has to be opened before the password counts. """

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        email_confirmation_required = self.email_confirmation_required

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email_confirmation_required": email_confirmation_required,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        email_confirmation_required = d.pop("email_confirmation_required")

        password_answer = cls(
            email_confirmation_required=email_confirmation_required,
        )

        return password_answer
