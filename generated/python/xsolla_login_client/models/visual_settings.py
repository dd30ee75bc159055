from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="VisualSettings")


@_attrs_define(repr=False)
class VisualSettings:
    """What a page takes the look of its form from."""

    custom_style_url: str
    """ Address of a style sheet, or an empty text. """
    disallow_external_style: bool
    """ Whether style sheets that the page names are ignored. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        custom_style_url = self.custom_style_url

        disallow_external_style = self.disallow_external_style

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "custom_style_url": custom_style_url,
                "disallow_external_style": disallow_external_style,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        custom_style_url = d.pop("custom_style_url")

        disallow_external_style = d.pop("disallow_external_style")

        visual_settings = cls(
            custom_style_url=custom_style_url,
            disallow_external_style=disallow_external_style,
        )

        visual_settings.additional_properties = d
        return visual_settings

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
