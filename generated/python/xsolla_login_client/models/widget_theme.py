from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="WidgetTheme")


@_attrs_define(repr=False)
class WidgetTheme:
    """Colours and forms of the widget. Open; the SDK passes on what it does not know."""

    primary_color: str | Unset = UNSET
    """ The first colour of the theme. """
    secondary_color: str | Unset = UNSET
    """ The second colour of the theme. """
    text_color: str | Unset = UNSET
    """ The colour of texts. """
    error_color: str | Unset = UNSET
    """ The colour of mistakes. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        primary_color = self.primary_color

        secondary_color = self.secondary_color

        text_color = self.text_color

        error_color = self.error_color

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if primary_color is not UNSET:
            field_dict["primary_color"] = primary_color
        if secondary_color is not UNSET:
            field_dict["secondary_color"] = secondary_color
        if text_color is not UNSET:
            field_dict["text_color"] = text_color
        if error_color is not UNSET:
            field_dict["error_color"] = error_color

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=("error_color", "primary_color", "secondary_color", "text_color"))
        primary_color = d.pop("primary_color", UNSET)

        secondary_color = d.pop("secondary_color", UNSET)

        text_color = d.pop("text_color", UNSET)

        error_color = d.pop("error_color", UNSET)

        widget_theme = cls(
            primary_color=primary_color,
            secondary_color=secondary_color,
            text_color=text_color,
            error_color=error_color,
        )

        widget_theme.additional_properties = d
        return widget_theme

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
