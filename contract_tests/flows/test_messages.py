"""Mails and SMS as their recipients read them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.control import Message
from login_contract.suite.actors.jwt_client import PASSWORD, JwtClient

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
EMAIL, PHONE = "ann@example.com", "+12025550143"
GERMAN_LOCALES = ["de", "de_DE", "de-DE", "de_AT", "DE", "de_ch"]
# The 20 locales of the SDK, and how else they are asked for.
LANGUAGES = ["ar_AE", "bg_BG", "cz_CZ", "de_DE", "en_XX", "es_ES", "fr_FR", "he_IL", "it_IT", "ja_JP"]
LANGUAGES += ["ko_KR", "pl_PL", "pt_BR", "ro_RO", "ru_RU", "th_TH", "tr_TR", "vi_VN", "zh_CN", "zh_TW"]
NEIGHBOURS = {"cs": "cz_CZ", "cs_CZ": "cz_CZ", "pt_PT": "pt_BR", "cn": "zh_CN", "tw": "zh_TW", "iw": "he_IL"}
ENGLISH_LOCALES = ["en", "en_US", "en_XX", "en-GB", "xx", "tlh_KL", "zz_ZZ", "--", "de" * 30]


def every_message(make_jwt_client: MakeJwtClient, locale: str | None = None) -> list[Message]:
    """One message of every kind and channel, asked for in a language."""
    jwt_client = make_jwt_client(name="Star Pilots")
    query = {} if locale is None else {"locale": locale}
    jwt_client.register(username="ann", email=EMAIL, query=query)
    jwt_client.request_reset("ann", query=query)
    jwt_client.request_code("bob@example.com", query=query, send_link=True)
    jwt_client.request_code(PHONE, query=query)
    return jwt_client.messages()


def subjects(messages: list[Message]) -> list[str]:
    """The subjects without the codes in them."""
    return [str(message.subject).replace(str(message.code), "CODE") for message in messages]


@law("Mails have a subject, a text and an HTML part, an SMS has a text alone")
def test_parts_of_a_message(make_jwt_client: MakeJwtClient) -> None:
    for message in every_message(make_jwt_client):
        assert message.text.strip()
        if message.channel == "email":
            assert message.subject
            assert "<" in str(message.html)
        else:
            assert not message.subject
            assert not message.html
            assert len(message.text) <= 160


@law("A message names the project, and what it is about")
def test_message_names_its_project(make_jwt_client: MakeJwtClient) -> None:
    for message in every_message(make_jwt_client):
        assert "Star Pilots" in message.text + str(message.subject)
        if message.kind == "one_time_code":
            assert str(message.code) in message.text
        if message.link:
            assert message.link in message.text
            assert message.link.replace("&", "&amp;") in str(message.html)


@law("A message names the project that its template gives")
def test_template_gives_the_project_name(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(name="Star Pilots", email_templates={"spin-off": "Moon Pilots"})

    jwt_client.register(username="ann", email=EMAIL, query={"email_template": "spin-off"})
    jwt_client.register(username="bob", email="bob@example.com")

    assert "Moon Pilots" in jwt_client.message(EMAIL).text
    assert "Star Pilots" not in jwt_client.message(EMAIL).text
    assert "Star Pilots" in jwt_client.message("bob@example.com").text


@law("A message is written in the wanted language, else in English, and never an error")
@pytest.mark.parametrize("locale", GERMAN_LOCALES)
def test_german_is_german(make_jwt_client: MakeJwtClient, locale: str) -> None:
    german, english = every_message(make_jwt_client, locale), every_message(make_jwt_client)

    assert {(message.language, message.locale) for message in german} == {("de_DE", locale)}
    for in_german, in_english in zip(german, english, strict=True):
        assert in_german.kind == in_english.kind
        assert in_german.text.split()[:3] != in_english.text.split()[:3]


@law("A message is written in the wanted language, else in English, and never an error")
def test_every_language_has_texts_of_its_own(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(name="Star Pilots")
    written: dict[str | None, set[str]] = {}
    for locale, language in {**dict.fromkeys(LANGUAGES), **NEIGHBOURS}.items():
        jwt_client.request_code(f"{locale}@example.com", query={"locale": locale})
        message = jwt_client.message(f"{locale}@example.com")
        assert (message.locale, message.language) == (locale, language or locale)
        written.setdefault(message.language, set()).add(message.text.replace(str(message.code), "CODE"))

    assert [len(texts) for texts in written.values()] == [1] * len(LANGUAGES)
    assert len(set.union(*written.values())) == len(LANGUAGES)


@law("A message is written in the wanted language, else in English, and never an error")
@pytest.mark.parametrize("locale", ENGLISH_LOCALES)
def test_other_languages_fall_back_to_english(make_jwt_client: MakeJwtClient, locale: str) -> None:
    messages = every_message(make_jwt_client, locale)
    assert {(message.language, message.locale) for message in messages} == {("en_XX", locale)}
    assert subjects(messages) == subjects(every_message(make_jwt_client))


@law("Nothing of a project's name or a user's input becomes markup in a mail", security=True)
def test_names_do_not_become_markup(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(name="<b>Star</b> & Pilots")

    jwt_client.register(username="<i>ann</i>", email=EMAIL)

    html = str(jwt_client.message(EMAIL).html)
    assert "<b>Star</b>" not in html
    assert "<i>ann</i>" not in html
    assert "&lt;b&gt;Star&lt;/b&gt; &amp; Pilots" in html


@law("A message never carries a password", security=True)
def test_message_carries_no_password(make_jwt_client: MakeJwtClient) -> None:
    for message in every_message(make_jwt_client):
        assert PASSWORD not in message.text + str(message.html)
