from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.social_link import SocialLink


T = TypeVar("T", bound="SocialLinks")


@_attrs_define(repr=False)
class SocialLinks:
    """The social networks that the project offers, best known in the user's country first. The country
    is that of `locale`, or else of the caller.

    """

    primary: list[SocialLink]
    """ Those shown at once. """
    secondary: list[SocialLink]
    """ Those shown on demand. """
    custom: SocialLink | Unset = UNSET
    """ A page of the user's elsewhere, and what it is called. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        primary = []
        for primary_item_data in self.primary:
            primary_item = primary_item_data.to_dict()
            primary.append(primary_item)

        secondary = []
        for secondary_item_data in self.secondary:
            secondary_item = secondary_item_data.to_dict()
            secondary.append(secondary_item)

        custom: dict[str, Any] | Unset = UNSET
        if not isinstance(self.custom, Unset):
            custom = self.custom.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "primary": primary,
                "secondary": secondary,
            }
        )
        if custom is not UNSET:
            field_dict["custom"] = custom

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.social_link import SocialLink  # noqa: PLC0415

        d = present(src_dict, optional=("custom",))
        primary = []
        _primary = d.pop("primary")
        for primary_item_data in listed(_primary):
            primary_item = SocialLink.from_dict(primary_item_data)

            primary.append(primary_item)

        secondary = []
        _secondary = d.pop("secondary")
        for secondary_item_data in listed(_secondary):
            secondary_item = SocialLink.from_dict(secondary_item_data)

            secondary.append(secondary_item)

        _custom = d.pop("custom", UNSET)
        custom: SocialLink | Unset
        if isinstance(_custom, Unset):
            custom = UNSET
        else:
            custom = SocialLink.from_dict(_custom)

        social_links = cls(
            primary=primary,
            secondary=secondary,
            custom=custom,
        )

        social_links.additional_properties = d
        return social_links

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
