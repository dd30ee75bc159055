from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="AskFieldCharacterCount")


@_attrs_define(repr=False)
class AskFieldCharacterCount:
    characters: str
    count: int

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        characters = self.characters

        count = self.count

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "characters": characters,
                "count": count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        characters = d.pop("characters")

        count = d.pop("count")

        ask_field_character_count = cls(
            characters=characters,
            count=count,
        )

        return ask_field_character_count
