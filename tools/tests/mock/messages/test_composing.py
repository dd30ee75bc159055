from __future__ import annotations

import re
from html import escape, unescape
from typing import Any
from unicodedata import bidirectional

import pytest

from login_contract.mock.messages import ComposedMessage, compose, composing, languages, sms
from login_contract.mock.messages.forms import FORMS

LINK = "https://login.test/api/user/confirm?projectId=4f1c&code=a%20b"
VALUES: dict[str, Any] = {"link": LINK, "code": "482913", "minutes": 3}
EVERY = [(kind, channel, tag) for kind, channel in FORMS for tag in languages.available()]
HOSTILE = "</title></iframe><script>alert(1)</script>\"'&{code}{0}"


def composed(
    kind: str, channel: str, locale: str | None = "en_XX", name: str = "Demo Game", **values: Any
) -> ComposedMessage:
    return compose(kind, channel, locale, project_name=name, values={**VALUES, **values})


def visible(html: str) -> str:
    """What a reader sees: no head, no tags, entities resolved, white space joined."""
    body = html[html.index("<body") :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize(("kind", "channel", "tag"), EVERY)
def test_every_message_names_the_project_and_leaves_no_placeholder_open(
    kind: str, channel: str, tag: str
) -> None:
    message = composed(kind, channel, tag)
    assert message.locale == tag
    assert "Demo Game" in message.text
    assert not re.search(r"[{}$]", message.subject + message.text)
    assert "$" not in message.html
    if channel == "email":
        assert "Demo Game" in message.subject
        assert "Demo Game" in visible(message.html)
        assert not re.search(r"[{}]", visible(message.html))


@pytest.mark.parametrize(("kind", "channel", "tag"), EVERY)
def test_text_and_html_carry_the_same_values(kind: str, channel: str, tag: str) -> None:
    message = composed(kind, channel, tag)
    parts = [message.text] if channel == "sms" else [message.text, visible(message.html)]
    for part in parts:
        assert LINK in part
        assert ("482913" in part) == (kind == "one_time_code")
        assert (languages.language(tag).duration(3) in part) == (kind != "account_confirmation")


@pytest.mark.parametrize("tag", languages.available())
def test_a_code_without_a_link_is_complete(tag: str) -> None:
    message = composed("one_time_code", "email", tag, link=None)
    assert "482913" in message.subject
    assert "482913" in message.text
    assert "482913" in visible(message.html)
    assert "href" not in message.html
    assert "None" not in message.subject + message.text + message.html


@pytest.mark.parametrize("tag", languages.available())
def test_a_code_fits_into_one_sms_or_two_of_16_bits(tag: str) -> None:
    for name in ("Demo Game", "N" * 300, "Š" * 300, "🐉" * 300):
        message = composed("one_time_code", "sms", tag, name, link=None)
        assert (message.subject, message.html) == ("", "")
        assert "482913" in message.text
        assert name[:5] in message.text
        assert sms.is_short(message.text)


@pytest.mark.parametrize("tag", languages.available())
def test_a_code_with_a_name_of_20_letters_is_two_sms_at_most(tag: str) -> None:
    for minutes in (1, 2, 5, 11, 119, 60, 300, 1440, 2880):
        text = composed("one_time_code", "sms", tag, "N" * 20, link=None, minutes=minutes).text
        assert "N" * 20 in text
        assert sms.segments(text) <= 2


@pytest.mark.parametrize("tag", languages.available())
def test_a_name_that_just_fits_an_sms_is_not_shortened(tag: str) -> None:
    text = composed("one_time_code", "sms", tag, "N", link=None).text
    spare = (160 if sms.PLAIN.issuperset(text) else 2 * 67) - len(text)
    assert "N" * (1 + spare) in composed("one_time_code", "sms", tag, "N" * (1 + spare), link=None).text
    assert "N..." in composed("one_time_code", "sms", tag, "N" * (2 + spare), link=None).text


def test_a_number_stays_on_the_line_of_its_unit() -> None:
    for tag in languages.available():
        lifetime = languages.language(tag).duration(3)
        html = composed("password_reset", "email", tag).html
        assert f'<span style="white-space:nowrap">{lifetime}</span>' in html


def test_a_link_in_an_sms_is_whole() -> None:
    link = "https://login.test/" + "x" * 300
    assert composed("one_time_code", "sms", link=link).text.endswith(link)


def test_texts_are_compiled_once_for_all_recipients(monkeypatch: pytest.MonkeyPatch) -> None:
    first = composed("password_reset", "email", name="One")
    monkeypatch.delattr(composing, "compile_form")
    second = composed("password_reset", "email", name="Two")
    assert first.html.replace("One", "Two") == second.html


def test_languages_differ() -> None:
    english, german = composed("password_reset", "email", "en"), composed("password_reset", "email", "de-AT")
    assert (english.subject, german.subject) == (
        "Choose a new password for Demo Game",
        "Wähle ein neues Passwort für Demo Game",
    )
    assert '<html lang="de" dir="ltr">' in german.html


@pytest.mark.parametrize("locale", [None, "", "tlh", "\x00", "x" * 5000])
def test_an_unknown_locale_gets_english(locale: str | None) -> None:
    assert composed("one_time_code", "sms", locale).locale == "en_XX"


@pytest.mark.parametrize(("kind", "channel", "tag"), EVERY)
def test_values_cannot_become_markup(kind: str, channel: str, tag: str) -> None:
    message = composed(kind, channel, tag, HOSTILE, code='1"><b>', link='https://x/"onclick="<i>')
    assert HOSTILE in message.text
    for markup in ("<script", "</iframe", "<b>", "<i>", '"onclick'):
        assert markup not in message.html


def test_a_name_with_line_breaks_stays_one_line() -> None:
    message = composed("one_time_code", "email", name="Demo\r\nBcc: x@example.com")
    assert message.subject == "482913 is your Demo Bcc: x@example.com code"


def test_values_that_a_kind_does_not_use_do_not_appear() -> None:
    message = composed("password_reset", "email", code="SECRET")
    assert "SECRET" not in message.text + message.html


@pytest.mark.parametrize(
    ("kind", "channel", "value"),
    [
        ("account_confirmation", "email", "link"),
        ("one_time_code", "sms", "code"),
        ("one_time_code", "email", "minutes"),
        ("password_reset", "email", "link"),
    ],
)
def test_a_missing_value_is_named(kind: str, channel: str, value: str) -> None:
    with pytest.raises(LookupError, match=f"{kind} needs the value {value}"):
        compose(kind, channel, "en_XX", project_name="Demo Game", values={**VALUES, value: None})


@pytest.mark.parametrize(("kind", "channel"), [("greeting", "email"), ("password_reset", "sms")])
def test_an_unknown_kind_is_named(kind: str, channel: str) -> None:
    with pytest.raises(LookupError, match=f"no {channel} of kind {kind}"):
        composed(kind, channel)


RIGHT_TO_LEFT = [tag for tag in languages.available() if languages.language(tag).direction == "rtl"]


@pytest.mark.parametrize("tag", RIGHT_TO_LEFT)
def test_a_language_written_from_right_to_left_turns_the_mail_but_not_its_code_and_link(tag: str) -> None:
    html = composed("one_time_code", "email", tag).html
    assert f'<html lang="{tag[:2]}" dir="rtl">' in html
    assert re.search(r'class="code" dir="ltr"[^>]*>482913<', html)
    assert re.search(rf'<a href="{re.escape(escape(LINK))}" dir="ltr"', html)
    assert "<bdi>Demo Game</bdi>" in html
    assert not re.search(r"(text-align|float|margin|padding)[-:]\s*(left|right)", html)


@pytest.mark.parametrize("tag", RIGHT_TO_LEFT)
@pytest.mark.parametrize(("kind", "channel"), FORMS)
def test_plain_text_from_right_to_left_keeps_names_and_links_whole(tag: str, kind: str, channel: str) -> None:
    message = composed(kind, channel, tag, "Go!")
    for part in (message.subject, message.text):
        assert part.count("Go!") == part.count("\u2068Go!\u2069")
    # Nothing else stands on the line of a link: what is written after a link becomes part of it.
    assert message.text.splitlines().count(LINK) == 1
    # A line that begins with a Latin letter would run from left to right.
    lines = [line for line in (message.subject, *message.text.splitlines()) if line and line != LINK]
    strong = [
        next((bidirectional(c) for c in line if bidirectional(c) in {"L", "R", "AL"}), None) for line in lines
    ]
    assert "L" not in strong
    assert {"R", "AL"} & set(strong)


@pytest.mark.parametrize(
    ("tag", "name", "shown"),
    [
        ("en_XX", "Demo Game", "Demo Game"),
        ("tr_TR", "Oyun!", "Oyun!"),
        ("en_XX", "\u05de\u05e9\u05d7\u05e7", "\u2068\u05de\u05e9\u05d7\u05e7\u2069"),
        ("tr_TR", "\u0644\u0639\u0628\u0629", "\u2068\u0644\u0639\u0628\u0629\u2069"),
        ("en_XX", "\u202eemaG", "\u2068\u202eemaG\u2069"),
    ],
)
def test_a_name_from_right_to_left_does_not_turn_a_text(tag: str, name: str, shown: str) -> None:
    sms_text = composed("one_time_code", "sms", tag, name, link=None).text
    mail = composed("one_time_code", "email", tag, name)
    for part in (sms_text, mail.subject, mail.text):
        assert part.count(name) == part.count(shown) > 0
        assert ("\u2068" in part) == (shown != name)
    assert f"<bdi>{name}</bdi>" in mail.html


@pytest.mark.parametrize("tag", languages.available())
def test_mails_load_nothing_from_elsewhere_and_adapt_to_dark_mode(tag: str) -> None:
    html = composed("one_time_code", "email", tag).html
    assert "prefers-color-scheme: dark" in html
    assert '<meta name="color-scheme" content="light dark">' in html
    assert not re.search(r"<(script|img|link|iframe|form)|url\(|@import", html)
