from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.ask_field_character_count import AskFieldCharacterCount
    from ..models.ask_field_settings_state import AskFieldSettingsState


T = TypeVar("T", bound="AskFieldValidation")


@_attrs_define(repr=False)
class AskFieldValidation:
    """Rules that a value has to keep. A rule that is absent does not apply."""

    allowed_characters: str | Unset = UNSET
    """ The only characters that may occur. """
    forbidden_characters: str | Unset = UNSET
    """ Characters that must not occur. """
    max_length: int | Unset = UNSET
    """ In characters. """
    min_length: int | Unset = UNSET
    """ In characters. """
    regexps: list[str] | Unset = UNSET
    """ Regular expressions, in the dialect of JavaScript, that each have to match. """
    should_contain: list[AskFieldCharacterCount] | Unset = UNSET
    """ Sets of characters, and how many of each must occur at least. """
    settings_state: AskFieldSettingsState | Unset = UNSET
    """ The switches behind the rules, as the project's settings page shows them. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        allowed_characters = self.allowed_characters

        forbidden_characters = self.forbidden_characters

        max_length = self.max_length

        min_length = self.min_length

        regexps: list[str] | Unset = UNSET
        if not isinstance(self.regexps, Unset):
            regexps = self.regexps

        should_contain: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.should_contain, Unset):
            should_contain = []
            for should_contain_item_data in self.should_contain:
                should_contain_item = should_contain_item_data.to_dict()
                should_contain.append(should_contain_item)

        settings_state: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings_state, Unset):
            settings_state = self.settings_state.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if allowed_characters is not UNSET:
            field_dict["allowed_characters"] = allowed_characters
        if forbidden_characters is not UNSET:
            field_dict["forbidden_characters"] = forbidden_characters
        if max_length is not UNSET:
            field_dict["max_length"] = max_length
        if min_length is not UNSET:
            field_dict["min_length"] = min_length
        if regexps is not UNSET:
            field_dict["regexps"] = regexps
        if should_contain is not UNSET:
            field_dict["should_contain"] = should_contain
        if settings_state is not UNSET:
            field_dict["settings_state"] = settings_state

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ask_field_character_count import AskFieldCharacterCount  # noqa: PLC0415
        from ..models.ask_field_settings_state import AskFieldSettingsState  # noqa: PLC0415

        d = present(
            src_dict,
            optional=(
                "allowed_characters",
                "forbidden_characters",
                "max_length",
                "min_length",
                "regexps",
                "settings_state",
                "should_contain",
            ),
        )
        allowed_characters = d.pop("allowed_characters", UNSET)

        forbidden_characters = d.pop("forbidden_characters", UNSET)

        max_length = d.pop("max_length", UNSET)

        min_length = d.pop("min_length", UNSET)

        regexps = cast(list[str], d.pop("regexps", UNSET))

        _should_contain = d.pop("should_contain", UNSET)
        should_contain: list[AskFieldCharacterCount] | Unset = UNSET
        if _should_contain is not UNSET:
            should_contain = []
            for should_contain_item_data in listed(_should_contain):
                should_contain_item = AskFieldCharacterCount.from_dict(should_contain_item_data)

                should_contain.append(should_contain_item)

        _settings_state = d.pop("settings_state", UNSET)
        settings_state: AskFieldSettingsState | Unset
        if isinstance(_settings_state, Unset):
            settings_state = UNSET
        else:
            settings_state = AskFieldSettingsState.from_dict(_settings_state)

        ask_field_validation = cls(
            allowed_characters=allowed_characters,
            forbidden_characters=forbidden_characters,
            max_length=max_length,
            min_length=min_length,
            regexps=regexps,
            should_contain=should_contain,
            settings_state=settings_state,
        )

        ask_field_validation.additional_properties = d
        return ask_field_validation

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
