from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="SsoCode")


@_attrs_define(repr=False)
class SsoCode:
    code: str
    """ One-time code for the user who is signed in. `generate-jwt` exchanges it, once and within a
    minute.
     """

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

        sso_code = cls(
            code=code,
        )

        return sso_code
