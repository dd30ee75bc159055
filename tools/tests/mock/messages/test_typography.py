"""How languages set their punctuation: what nobody sees in an editor, and everybody on a page."""

from __future__ import annotations

import re

import pytest

from login_contract.mock.messages.languages import available, language


@pytest.mark.parametrize("tag", available())
def test_no_text_has_a_space_that_nobody_meant(tag: str) -> None:
    untidy = [name for name, text in language(tag).texts.items() if text.strip() != text]
    doubled = [name for name, text in language(tag).texts.items() if re.search(r"\s{2}", text)]
    assert (untidy, doubled) == ([], [])


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
