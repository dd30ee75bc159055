"""What the User Account page says: its texts in one language, and the languages that it offers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from attrs import frozen

from login_contract.mock.messages.languages import Language, available, language
from login_contract.mock.messages.locales import resolve_locale

SECTIONS = ("account", "refusal")
# The codes of the page, each language in its own words [seed].
OWN_NAMES: Mapping[str, str] = {
    "en": "English",
    "ar": "العربية",
    "bg": "Български",
    "cs": "Čeština",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "he": "עברית",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "ru": "Русский",
    "th": "ไทย",
    "tr": "Türkçe",
    "vi": "Tiếng Việt",
    "cn": "简体中文",
    "tw": "繁體中文",
}


@frozen
class Offered:
    """A language to choose: its ``locale``, its name in its own words, what HTML calls ``lang``."""

    locale: str
    name: str
    code: str


def told(locale: str | None) -> dict[str, Any]:
    """Return the texts that come closest to a locale, by section and name; plural ones are tables."""
    words = language(resolve_locale(locale))
    head = {"tag": words.tag, "language": words.code, "direction": words.direction}
    return head | {section: _section(words, section) for section in SECTIONS}


def _section(words: Language, section: str) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for full_name, text in words.texts.items():
        of_section, _, name = full_name.partition(".")
        name, _, form = name.partition(".")
        if of_section == section and form:
            texts.setdefault(name, {})[form] = text
        elif of_section == section:
            texts[name] = text
    return texts


@cache
def offered() -> Mapping[str, Offered]:
    """Return the languages that have texts, by tag: those of the page's codes, and then any other."""
    codes = {resolve_locale(code): code for code in OWN_NAMES}
    codes |= {tag: tag for tag in available() if tag not in codes}
    return {tag: Offered(code, OWN_NAMES.get(code, code), language(tag).code) for tag, code in codes.items()}
