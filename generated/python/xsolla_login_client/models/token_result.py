from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="TokenResult")


@_attrs_define(repr=False)
class TokenResult:
    token: str
    """ The user token. While a required field is outstanding it serves `get-ask-fields` and
    `update-token` only.
     """

    def __repr__(self) -> str:
        return shown(self, secrets=("token",))

    def to_dict(self) -> dict[str, Any]:
        token = self.token

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "token": token,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        token = d.pop("token")

        token_result = cls(
            token=token,
        )

        return token_result
