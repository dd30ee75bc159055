"""How languages set their punctuation: what nobody sees in an editor, and everybody on a page."""

from __future__ import annotations

import re
import unicodedata

import pytest

from login_contract.mock.messages.languages import available, language


@pytest.mark.parametrize("tag", available())
def test_no_text_has_a_space_that_nobody_meant(tag: str) -> None:
    untidy = [name for name, text in language(tag).texts.items() if text.strip() != text]
    doubled = [name for name, text in language(tag).texts.items() if re.search(r"\s{2}", text)]
    assert (untidy, doubled) == ([], [])


@pytest.mark.parametrize("tag", available())
def test_letters_are_composed(tag: str) -> None:
    texts = language(tag).texts.items()
    assert [name for name, text in texts if text != unicodedata.normalize("NFC", text)] == []


@pytest.mark.parametrize("tag", ["bg_BG", "ru_RU"])
def test_no_cyrillic_word_has_a_latin_letter_that_looks_alike(tag: str) -> None:
    mixed = re.compile("[а-яё][a-z]|[a-z][а-яё]", re.IGNORECASE)
    assert [name for name, text in language(tag).texts.items() if mixed.search(text)] == []


def test_romanian_has_commas_below_and_no_cedillas() -> None:
    texts = language("ro_RO").texts
    assert [name for name, text in texts.items() if re.search("[şţ]", text, re.IGNORECASE)] == []
    assert re.search("ș.*ț", " ".join(texts.values()))


def test_french_keeps_its_spaced_punctuation_on_the_line_of_its_word() -> None:
    loose = re.compile("(?<!\u202f)[?!;]|(?<!\u00a0):|«(?!\u00a0)|(?<!\u00a0)»")
    assert [name for name, text in language("fr_FR").texts.items() if loose.search(text)] == []


def test_spanish_opens_every_question_and_exclamation() -> None:
    texts = language("es_ES").texts.items()
    uneven = [
        name
        for name, text in texts
        if (text.count("¿"), text.count("¡")) != (text.count("?"), text.count("!"))
    ]
    assert uneven == []


@pytest.mark.parametrize("tag", ["fr_FR", "it_IT"])
def test_an_apostrophe_is_the_typographic_one(tag: str) -> None:
    assert [name for name, text in language(tag).texts.items() if "'" in text] == []
