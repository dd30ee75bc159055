from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from login_contract.mock.messages import languages, locales, resolve_locale

# The codes of the User Account page [seed], each with the tag that the SDK has for the language [sdk-js].
CODES = {
    "en": "en_XX",
    "ar": "ar_AE",
    "bg": "bg_BG",
    "cs": "cz_CZ",
    "de": "de_DE",
    "es": "es_ES",
    "fr": "fr_FR",
    "he": "he_IL",
    "it": "it_IT",
    "ja": "ja_JP",
    "ko": "ko_KR",
    "pl": "pl_PL",
    "pt": "pt_BR",
    "ro": "ro_RO",
    "ru": "ru_RU",
    "th": "th_TH",
    "tr": "tr_TR",
    "vi": "vi_VN",
    "cn": "zh_CN",
    "tw": "zh_TW",
}
SPELLINGS = {
    "en_XX": ["en_US", "en-GB", "EN", "en_US_POSIX"],
    "ar_AE": ["ar_SA", "ar-EG", "ar_001"],
    "bg_BG": ["BG", "bg-bg"],
    "cz_CZ": ["cs_CZ", "cs-SK", "cz", "CS"],
    "de_DE": ["de_AT", "DE-ch", "de_DE.UTF-8", "de_DE@euro", " de "],
    "es_ES": ["es_MX", "es-419"],
    "fr_FR": ["fr_CA", "fr-be"],
    "he_IL": ["iw", "iw_IL", "IW-il"],
    "ja_JP": ["ja_JP_JP", "JA"],
    "pt_BR": ["pt_PT", "pt-pt", "pt_AO"],
    "ro_RO": ["ro_MD"],
    "ru_RU": ["ru_KZ", "ru-RU-u-nu-latn"],
    "th_TH": ["th_TH_TH"],
    "zh_CN": ["zh", "zh_SG", "zh-Hans", "zh-Hans-CN", "zh_Hans_HK", "cn_CN", "CN"],
    "zh_TW": ["zh_Hant", "zh-Hant-TW", "zh_hant_hk", "zh_HK", "zh-MO", "tw_TW", "TW"],
}
# Of no language that has texts; some begin like one that has.
ENGLISH = [
    "fil_PH",
    "km-KH",
    "hu_HU",
    "deu",
    "ita",
    "csb",
    "xx_DE",
    "xx_zh_CN",
    "zhx",
    "",
    "__",
    "C",
    "%",
    None,
]


def test_the_languages_of_the_sdk_have_texts_and_no_others_have() -> None:
    assert languages.available() == tuple(sorted(CODES.values()))


def test_every_code_of_the_account_page_and_every_tag_resolves_in_any_spelling() -> None:
    for code, tag in CODES.items():
        for wanted in (code, tag):
            spellings = {wanted, wanted.upper(), wanted.lower(), wanted.replace("_", "-"), f"{wanted}.UTF-8"}
            assert {each: resolve_locale(each) for each in spellings} == dict.fromkeys(spellings, tag)


@pytest.mark.parametrize("tag", SPELLINGS)
def test_another_spelling_or_region_resolves_to_the_language(tag: str) -> None:
    wanted = SPELLINGS[tag]
    assert {each: resolve_locale(each) for each in wanted} == dict.fromkeys(wanted, tag)


def test_english_stands_in_for_a_language_without_texts() -> None:
    assert {each: resolve_locale(each) for each in ENGLISH} == dict.fromkeys(ENGLISH, "en_XX")
    assert locales.nearest("ja_JP", ["de_DE", "en_XX"]) == "en_XX"


def test_chinese_that_is_written_the_other_way_is_closer_than_english() -> None:
    assert locales.nearest("zh_CN", ["en_XX", "zh_TW"]) == "zh_TW"


@given(st.text())
@example("de\x00")
@example("İ_ß")
@example("_" * 10_000)
@example("de" * 100_000)
def test_no_string_is_an_error(wanted: str) -> None:
    assert resolve_locale(wanted) in languages.available()
