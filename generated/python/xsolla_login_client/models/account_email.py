from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="AccountEmail")


@_attrs_define(repr=False)
class AccountEmail:
    current_email: None | str
    """ The address; null for an account without one. """

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        current_email: None | str
        current_email = self.current_email

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "current_email": current_email,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())

        def _parse_current_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        current_email = _parse_current_email(d.pop("current_email"))

        account_email = cls(
            current_email=current_email,
        )

        return account_email
