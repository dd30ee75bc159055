from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.ranked_second_factor import RankedSecondFactor


T = TypeVar("T", bound="SecondFactorsChange")


@_attrs_define(repr=False)
class SecondFactorsChange:
    """The second factors that the project offers from now on, and in which order."""

    mfa_types: list[RankedSecondFactor]
    """ The second factors that logins may want, in their order. """
    mfa_url: None | str | Unset = UNSET
    """ The page that asks for the code; it gets `challenge_id` in its query and calls `otp-validate`. Without
    it, the page is the Login server's own. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        mfa_types = []
        for mfa_types_item_data in self.mfa_types:
            mfa_types_item = mfa_types_item_data.to_dict()
            mfa_types.append(mfa_types_item)

        mfa_url: None | str | Unset
        if isinstance(self.mfa_url, Unset):
            mfa_url = UNSET
        else:
            mfa_url = self.mfa_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mfa_types": mfa_types,
            }
        )
        if mfa_url is not UNSET:
            field_dict["mfa_url"] = mfa_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ranked_second_factor import RankedSecondFactor  # noqa: PLC0415

        d = present(src_dict, optional=())
        mfa_types = []
        _mfa_types = d.pop("mfa_types")
        for mfa_types_item_data in listed(_mfa_types):
            mfa_types_item = RankedSecondFactor.from_dict(mfa_types_item_data)

            mfa_types.append(mfa_types_item)

        def _parse_mfa_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        mfa_url = _parse_mfa_url(d.pop("mfa_url", UNSET))

        second_factors_change = cls(
            mfa_types=mfa_types,
            mfa_url=mfa_url,
        )

        second_factors_change.additional_properties = d
        return second_factors_change

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
