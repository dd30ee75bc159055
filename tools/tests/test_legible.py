from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from login_contract.legible import KEPT, legible, printable
from tests.suite.odd import ODD, SHOWN


def test_what_does_not_show_is_escaped() -> None:
    assert legible(ODD) == SHOWN


@pytest.mark.parametrize("plain", ["", "curl -i", "a\n\tb", "Ünïcödé 日本語 🚀 עברית", "\\x1b"])
def test_what_shows_stays(plain: str) -> None:
    assert legible(plain) == plain


@given(st.text(st.characters(codec=None)))
def test_every_writer_takes_it_and_twice_is_once(text: str) -> None:
    shown = legible(text)

    assert shown.encode("utf-8").decode() == shown
    assert all(character.isprintable() or character in KEPT for character in shown)
    assert legible(shown) == shown


def test_in_one_line_line_ends_are_written_out_as_well() -> None:
    assert printable("a\x1b[31m\r\n\u202eb\ud800ü") == r"a\x1b[31m\r\n\u202eb\ud800ü"
