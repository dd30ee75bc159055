from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="ConfirmationCode")


@_attrs_define(repr=False)
class ConfirmationCode:
    code: str
    """ The one-time code whose link has been opened. """

    def __repr__(self) -> str:
        return shown(self, secrets=("code",))

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        code = d.pop("code")

        confirmation_code = cls(
            code=code,
        )

        return confirmation_code
