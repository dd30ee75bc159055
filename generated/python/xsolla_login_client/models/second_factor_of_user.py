from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..models.second_factor_type import SecondFactorType, check_second_factor_type
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="SecondFactorOfUser")


@_attrs_define(repr=False)
class SecondFactorOfUser:
    """The reference requires none of it."""

    mfa_type: SecondFactorType | Unset = UNSET
    """ How the code of the second factor is sent. """
    enabled: bool | Unset = UNSET
    """ Whether a login of the user wants the second factor. """
    change_restricted: bool | Unset = UNSET
    """ Whether the user may not change it. """

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        mfa_type: str | Unset = UNSET
        if not isinstance(self.mfa_type, Unset):
            mfa_type = self.mfa_type

        enabled = self.enabled

        change_restricted = self.change_restricted

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if mfa_type is not UNSET:
            field_dict["mfa_type"] = mfa_type
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if change_restricted is not UNSET:
            field_dict["change_restricted"] = change_restricted

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("change_restricted", "enabled", "mfa_type"))
        _mfa_type = d.pop("mfa_type", UNSET)
        mfa_type: SecondFactorType | Unset
        if isinstance(_mfa_type, Unset):
            mfa_type = UNSET
        else:
            mfa_type = check_second_factor_type(_mfa_type)

        enabled = d.pop("enabled", UNSET)

        change_restricted = d.pop("change_restricted", UNSET)

        second_factor_of_user = cls(
            mfa_type=mfa_type,
            enabled=enabled,
            change_restricted=change_restricted,
        )

        return second_factor_of_user
