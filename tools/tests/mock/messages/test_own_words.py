"""Every file speaks its own language: its letters, its punctuation, and none of the English texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from unicodedata import category, name, normalize

import pytest

from login_contract.mock.messages.languages import available, language

TONES = "\u0300\u0301\u0303\u0309\u0323"
VIETNAMESE = normalize("NFC", "".join(vowel + tone for vowel, tone in product("aăâeêioôơuưy", TONES)))
# The letters beyond a to z of the languages that are written with them, and the whole Cyrillic alphabets.
LETTERS = {
    "bg_BG": "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
    "cz_CZ": "áčďéěíňóřšťúůýž",
    "de_DE": "äöüß",
    "en_XX": "",
    "es_ES": "áéíñóúü",
    "fr_FR": "àâçéèêëîïôœùû",
    "it_IT": "àèéìòù",
    "pl_PL": "ąćęłńóśźż",
    "pt_BR": "áàâãçéêíóôõú",
    "ro_RO": "ăâîșț",
    "ru_RU": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "tr_TR": "çğıöşü",
    "vi_VN": f"đăâêôơư{VIETNAMESE}",
}
# What Unicode calls the letters of the others, and of those that have Latin letters in names alone.
SCRIPTS = {
    "ar_AE": {"ARABIC"},
    "bg_BG": {"CYRILLIC"},
    "he_IL": {"HEBREW"},
    "ja_JP": {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK"},
    "ko_KR": {"HANGUL"},
    "ru_RU": {"CYRILLIC"},
    "th_TH": {"THAI"},
    "zh_CN": {"CJK"},
    "zh_TW": {"CJK"},
}
NAMES = {"PNG", "JPEG", "GIF", "WebP", "SMS", "ID", "URL", "token"}
# The marks that a language sets; of quotation marks its own, and so none that are straight.
WESTERN = ".,:;?!()#-/+…"
EASTERN = "。，、：；？！（）「」『』【】～·#/+…"
MARKS = {
    "ar_AE": ".،:؛؟!()#+…«»",
    "bg_BG": f"{WESTERN}–„“",
    "cz_CZ": f"{WESTERN}„“",
    "de_DE": f"{WESTERN}„“",
    "en_XX": f"{WESTERN}“”’",
    "es_ES": f"{WESTERN}¿¡«»",
    "fr_FR": f"{WESTERN}’«»",
    "he_IL": f"{WESTERN}״׳„”",
    "it_IT": f"{WESTERN}’«»",
    "ja_JP": EASTERN,
    "ko_KR": f"{WESTERN}~‘’“”",
    "pl_PL": f"{WESTERN}–„”",
    "pt_BR": f"{WESTERN}“”",
    "ro_RO": f"{WESTERN}„”",
    "ru_RU": f"{WESTERN}—«»",
    "th_TH": ",:()#…“”",
    "tr_TR": f"{WESTERN}“”’",
    "vi_VN": f"{WESTERN}“”",
    "zh_CN": f"{EASTERN}“”",
    "zh_TW": EASTERN,
}
# Where a language has the same word as English.
ALIKE = {
    "de_DE": {"Code", "Name", "optional"},
    "es_ES": {"No", "Zoom"},
    "fr_FR": {"Code", "Zoom", "{n} minute", "{n} minutes"},
    "it_IT": {"No", "Zoom", "Nickname", "Password"},
    "pt_BR": {"Zoom"},
    "ro_RO": {"Zoom", "{n} minute"},
}
# The same characters as each side writes them, frequent in such texts.
SIMPLIFIED = (
    "个们这来时说对开关闭发码话号验证请输录账户邮设备删数据长选择"
    "错误网络连续语无从过为会还没进给试单仅确认载图张龄区达经务项"
)
TRADITIONAL = (
    "個們這來時說對開關閉發碼話號驗證請輸錄賬戶郵設備刪數據長選擇"
    "錯誤網絡連續語無從過為會還沒進給試單僅確認載圖張齡區達經務項"
)


def texts(tag: str) -> Iterator[tuple[str, str]]:
    """The texts of a language with their names, without placeholders."""
    for key, text in language(tag).texts.items():
        yield key, re.sub(r"\{\w+\}", "", text)


def letters(tag: str) -> set[str]:
    """Every letter that a language's texts are written with, as a small one."""
    return {letter for _, text in texts(tag) for letter in text.lower() if letter.isalpha()}


def test_no_text_was_left_in_english() -> None:
    english = set(language("en_XX").texts.values())
    for tag in set(available()) - {"en_XX"}:
        left = english & set(language(tag).texts.values())
        assert left <= ALIKE.get(tag, set()), tag


def test_a_language_of_latin_or_cyrillic_letters_uses_its_own_and_no_others() -> None:
    for tag, own in LETTERS.items():
        used = letters(tag) - set("abcdefghijklmnopqrstuvwxyz")
        assert used <= set(own), tag
        # Text of a neighbour, or text whose accents were lost, has too few of them.
        assert len(used) * 2 >= len(own), tag


def test_a_language_of_another_script_has_latin_letters_in_names_alone() -> None:
    for tag, own in SCRIPTS.items():
        for key, text in texts(tag):
            latin = set(re.findall("[A-Za-z]+", text))
            others = {letter for letter in re.sub("[A-Za-z]", "", text) if letter.isalpha()}
            assert latin <= NAMES, (tag, key)
            assert {name(letter).split()[0] for letter in others} <= own, (tag, key)
            assert others or text in NAMES, (tag, key)


def test_every_language_is_checked_for_its_letters() -> None:
    assert LETTERS.keys() | SCRIPTS.keys() == set(available())


@pytest.mark.parametrize("tag", available())
def test_a_language_sets_its_own_marks(tag: str) -> None:
    for key, text in texts(tag):
        marks = {mark for mark in text if category(mark)[0] in "PS"}
        assert marks <= set(MARKS[tag]), key
        # Dots are one character.
        assert ".." not in text, key


def test_chinese_is_simplified_or_traditional_throughout() -> None:
    simplified, traditional = set(SIMPLIFIED), set(TRADITIONAL)
    assert letters("zh_CN") & traditional == set()
    assert letters("zh_TW") & simplified == set()
    assert len(letters("zh_CN") & simplified) > len(simplified) / 2
    assert len(letters("zh_TW") & traditional) > len(traditional) / 2
