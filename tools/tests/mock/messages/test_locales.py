from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from login_contract.mock.messages import languages, locales, resolve_locale

# fmt: off
SDK_LOCALES = [
    "ar_AE", "bg_BG", "cz_CZ", "en_XX", "de_DE", "es_ES", "fr_FR", "he_IL", "it_IT", "ja_JP",
    "ko_KR", "pl_PL", "pt_BR", "ro_RO", "ru_RU", "th_TH", "tr_TR", "vi_VN", "zh_CN", "zh_TW",
]
# fmt: on


@pytest.mark.parametrize("tag", SDK_LOCALES)
def test_a_tag_with_texts_resolves_to_itself(tag: str) -> None:
    assert locales.nearest(tag, SDK_LOCALES) == tag
    assert locales.nearest(tag.replace("_", "-").upper(), SDK_LOCALES) == tag


@pytest.mark.parametrize(
    ("wanted", "tag"),
    [
        ("de", "de_DE"),
        ("de_AT", "de_DE"),
        ("DE-ch", "de_DE"),
        ("de_DE.UTF-8", "de_DE"),
        (" de ", "de_DE"),
        ("pt_PT", "pt_BR"),
        ("cs", "cz_CZ"),
        ("cs_CZ", "cz_CZ"),
        ("cs-SK", "cz_CZ"),
        ("cz", "cz_CZ"),
        ("iw_IL", "he_IL"),
        ("en", "en_XX"),
        ("en_US", "en_XX"),
        ("zh", "zh_CN"),
        ("zh_SG", "zh_CN"),
        ("zh-Hans-CN", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh_HK", "zh_TW"),
        ("cn", "zh_CN"),
        ("tw", "zh_TW"),
        ("hu_HU", "en_XX"),
        ("deu", "en_XX"),
        ("xx_DE", "en_XX"),
        ("", "en_XX"),
        ("__", "en_XX"),
        (None, "en_XX"),
    ],
)
def test_another_spelling_or_region_resolves_to_the_language(wanted: str | None, tag: str) -> None:
    assert locales.nearest(wanted, SDK_LOCALES) == tag


def test_a_language_without_texts_resolves_to_english() -> None:
    assert locales.nearest("ja_JP", ["de_DE", "en_XX"]) == "en_XX"
    assert locales.nearest("zh_CN", ["en_XX", "zh_TW"]) == "zh_TW"


def test_the_resolver_knows_exactly_the_languages_that_have_a_file() -> None:
    assert set(languages.available()) == set(SDK_LOCALES)
    assert [resolve_locale(tag) for tag in languages.available()] == list(languages.available())


@given(st.text())
@example("de\x00")
@example("İ_ß")
@example("_" * 10_000)
@example("de" * 100_000)
def test_no_string_is_an_error(wanted: str) -> None:
    assert resolve_locale(wanted) in languages.available()
