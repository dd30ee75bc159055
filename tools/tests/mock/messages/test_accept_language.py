from __future__ import annotations

import pytest

from login_contract.mock.messages.accept_language import preferred


@pytest.mark.parametrize(
    ("header", "tag"),
    [
        ("de", "de_DE"),
        ("de-AT,de;q=0.9,en;q=0.8", "de_DE"),
        ("en;q=0.8,de;q=0.9", "de_DE"),
        ("en-GB, de", "en_XX"),
        ("nl, ja;q=0.5", "ja_JP"),
        ("zh-Hant-HK", "zh_TW"),
        ("ZH-cn ; q=1.000", "zh_CN"),
        ("de;q=0, ja;q=0.001", "ja_JP"),
        ("de ;q = 0.5 , fr", "fr_FR"),
        ("de, fr", "de_DE"),
    ],
)
def test_the_language_that_is_liked_best_of_those_with_texts_counts(header: str, tag: str) -> None:
    assert preferred(header) == tag


@pytest.mark.parametrize("header", ["", "nl", "*", "*;q=0.5, nl", "de;q=0", ",;,", "x" * 9000, "enx"])
def test_no_language_is_no_answer(header: str) -> None:
    assert preferred(header) is None


@pytest.mark.parametrize(
    "bad", ["de;q=2", "de;q=1.5", "de;q=-1", "de;q=", "de;q=0.1234", "d_e!", "de;level=1"]
)
def test_what_is_malformed_counts_as_if_it_was_not_there(bad: str) -> None:
    assert preferred(bad) is None
    assert preferred(f"{bad}, ja;q=0.1") == "ja_JP"


def test_a_header_of_many_languages_is_read_so_far_and_no_further() -> None:
    assert preferred(",".join(["nl"] * 31 + ["de"])) == "de_DE"
    assert preferred(",".join(["nl"] * 32 + ["de"])) is None
