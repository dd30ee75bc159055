"""Texts of the description in docstrings."""

from __future__ import annotations

from login_contract.codegen.python.paragraphs import filled


def test_paragraphs_fill_their_lines() -> None:
    assert filled("one two\nthree four\n\nfive", 14) == "one two three\nfour\n\nfive"


def test_lists_and_tables_stay_as_they_are() -> None:
    for text in ("- one\n- two three four five", "| a |\n|---|\n| b |", "1. one\n2. two", "a\n    code here"):
        assert filled(text, 10) == text


def test_words_stay_whole() -> None:
    assert (
        filled("see https://login.xsolla.com/api/long-path", 12)
        == "see\nhttps://login.xsolla.com/api/long-path"
    )
