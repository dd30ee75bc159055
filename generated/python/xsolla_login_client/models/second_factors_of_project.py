from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.offered_second_factor import OfferedSecondFactor


T = TypeVar("T", bound="SecondFactorsOfProject")


@_attrs_define(repr=False)
class SecondFactorsOfProject:
    """The second factors that a project offers its users."""

    mfa_types: list[OfferedSecondFactor]
    """ The second factors that are offered, each with its place. """
    mfa_url: str | Unset = UNSET
    """ The page that asks for the code; without it, the page of the Login server. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        mfa_types = []
        for mfa_types_item_data in self.mfa_types:
            mfa_types_item = mfa_types_item_data.to_dict()
            mfa_types.append(mfa_types_item)

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
        from ..models.offered_second_factor import OfferedSecondFactor  # noqa: PLC0415

        d = present(src_dict, optional=("mfa_url",))
        mfa_types = []
        _mfa_types = d.pop("mfa_types")
        for mfa_types_item_data in listed(_mfa_types):
            mfa_types_item = OfferedSecondFactor.from_dict(mfa_types_item_data)

            mfa_types.append(mfa_types_item)

        mfa_url = d.pop("mfa_url", UNSET)

        second_factors_of_project = cls(
            mfa_types=mfa_types,
            mfa_url=mfa_url,
        )

        second_factors_of_project.additional_properties = d
        return second_factors_of_project

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
