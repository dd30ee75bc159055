from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from login_contract.mock.messages import languages
from login_contract.mock.messages.forms import required_texts
from login_contract.mock.messages.languages import Language, LanguageFileError

ENGLISH = (languages.FOLDER / "en_XX.toml").read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "xx_YY.toml"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("tag", languages.available())
def test_every_language_file_has_every_text_with_its_placeholders(tag: str) -> None:
    read = languages.read(languages.FOLDER / f"{tag}.toml")
    assert read.tag == tag
    plain = {name for name, holds in required_texts().items() if "n" not in holds}
    assert plain <= read.texts.keys()
    assert {name.rpartition(".")[0] for name in read.texts.keys() - plain} == required_texts().keys() - plain


@pytest.mark.parametrize("tag", languages.available())
def test_every_language_names_in_each_text_what_english_names_there(tag: str) -> None:
    assert named(languages.language(tag)) == named(languages.language("en_XX"))


def named(words: Language) -> dict[str, set[str]]:
    """Return the placeholders of each text; the forms of a text that counts are one text."""
    found: dict[str, set[str]] = {}
    for name, text in words.texts.items():
        whole = name if name in required_texts() else name.rpartition(".")[0]
        found.setdefault(whole, set()).update(languages.placeholders(text))
    return found


def test_every_file_among_the_texts_is_found() -> None:
    assert len(languages.available()) == len(list(languages.FOLDER.iterdir()))


def test_a_missing_text_is_named(file: Path) -> None:
    for name in required_texts():
        section, _, key = name.rpartition(".")
        head, mark, rest = ENGLISH.partition(f"[{section}]\n")
        lines = rest.splitlines()
        lines.remove(next(line for line in lines if line.startswith(f"{key} = ")))
        file.write_text(head + mark + "\n".join(lines), encoding="utf-8")
        with pytest.raises(LanguageFileError, match=rf"xx_YY\.toml: {name}(\.\w+)? is missing"):
            languages.read(file)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("valid for {lifetime}. Do not", "valid. Do not", r"one_time_code\.sms\.text lacks \{lifetime\}"),
        ("The {project_name} team", "The {projectname} team", r"mail\.signature lacks \{project_name\}"),
        ("Here is your code", "Here is {code}", r"one_time_code\.email\.heading cannot use \{code\}"),
        ("Or open: {link}", "Or open: {link.__class__}", "must be a plain name"),
        ("Or open: {link}", "Or open: {link!r}", "must be a plain name"),
        ("Or open: {link}", "Or open: {}", "must be a plain name"),
        ("Or open: {link}", "Or open: {link", "expected '}'"),
        ('"Or open: {link}"', '" "', r"one_time_code\.sms\.link must be a text that is not empty"),
        ('"Or open: {link}"', "7", r"one_time_code\.sms\.link must be a text"),
        ("[reset_form]", '[reset_form]\nsubtitle = "x"', r"reset_form\.subtitle is not a known text"),
        ('other = "{n} hours"', 'other = "hours"', r"duration\.hour\.other lacks \{n\}"),
        ('plural = "one"', 'plural = "czech"', r"account\.\w+\.few is missing"),
        ('plural = "one"', 'plural = "two"', "plural is 'two', not one of"),
        ('direction = "ltr"', 'direction = "up"', "direction is 'up', not one of ltr, rtl"),
        ('language = "en"', "", "language is missing"),
        ("[mail]", "[mail", "not valid TOML"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(file: Path, old: str, new: str, complaint: str) -> None:
    change(file, old, new)
    with pytest.raises(LanguageFileError, match=complaint) as refused:
        languages.read(file)
    assert str(refused.value).startswith("xx_YY.toml: ")


def test_a_language_that_has_a_word_for_two_needs_no_number_there(file: Path) -> None:
    change(file, 'plural = "one"', 'plural = "hebrew"')
    english = file.read_text(encoding="utf-8")
    doubled = re.sub(r'other = "(.*?)" }', r'two = "\1", other = "\1" }', english)
    file.write_text(doubled.replace('two = "{n} minutes"', 'two = "a couple"'), encoding="utf-8")
    assert languages.read(file).duration(2) == "a couple"


def test_a_language_file_is_read_once_and_only_when_a_message_needs_it() -> None:
    script = (
        "import sys, login_contract.mock.messages as messages\n"
        "assert 'tomllib' not in sys.modules\n"
        "from login_contract.mock.messages import languages\n"
        "read, reads = languages.read, []\n"
        "languages.read = lambda path: reads.append(path.stem) or read(path)\n"
        "for locale in ('de', 'de_AT', 'de_DE'):\n"
        "    values = {'code': '1', 'minutes': 3}\n"
        "    messages.compose('one_time_code', 'sms', locale, project_name='', values=values)\n"
        "assert reads == ['de_DE'], reads\n"
        "assert 'jinja2' not in sys.modules\n"
    )
    subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        env={"PYTHONPATH": str(Path(languages.__file__).parents[3])},
    )
