"""Defects of the language that a message is written in."""

from __future__ import annotations

import pytest

from login_contract.mock.messages import composing
from login_contract.mock.messages.languages import language
from login_contract.mock.messages.locales import resolve_locale


def two_languages_are_one(patch: pytest.MonkeyPatch) -> None:
    _read_as(patch, {"zh_TW": "zh_CN"})


def neighbour_not_recognised(patch: pytest.MonkeyPatch) -> None:
    _read_as(patch, {"pt_PT": "en_XX"})


def messages_of_a_language_left_in_english(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(composing, "language", lambda tag: language({"bg_BG": "en_XX"}.get(tag, tag)))
    for kept in ("_compiled", "_duration"):
        patch.setattr(composing, kept, getattr(composing, kept).__wrapped__)


def _read_as(patch: pytest.MonkeyPatch, mistaken: dict[str, str]) -> None:
    patch.setattr(
        composing, "resolve_locale", lambda wanted: mistaken.get(wanted or "") or resolve_locale(wanted)
    )
