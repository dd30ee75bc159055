"""No text is translated for nothing: every one of the pages in front of users is shown somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.contract.refusals import (
    METHOD_NOT_ALLOWED,
    NOT_FOUND,
    UNPROCESSABLE_VALUE,
    WRONG_RESET_CODE,
)
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.hosted import error_page, form, provider_page, two_factor_page
from login_contract.mock.hosted.ask_answers import Problem
from login_contract.mock.messages import languages
from login_contract.mock.messages.page_texts import PAGE_TEXTS
from pages import asked, rendered
from tests.mock.hosted.asked import asked as field
from tests.mock.hosted.asked import fields_html


class Shown(dict[str, str]):
    """The texts of a language, which remember the ones that were looked up."""

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__(texts)
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: str | None = None) -> str | None:  # type: ignore[override]
        self.names.add(name)
        return super().get(name, default)


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Shown:
    words = languages.language("en_XX")
    texts = Shown(dict(words.texts))
    monkeypatch.setattr(form, "language", lambda tag: evolve(words, texts=texts))
    return texts


def pages() -> Iterator[object]:
    for of_tag in (
        rendered.sign_in,
        rendered.provider,
        rendered.second_factor,
        rendered.reset_form,
        asked.ask,
    ):
        yield of_tag("en")
    for refusal in (*(Refusal(422, code) for code in form.REFUSALS), NOT_FOUND, METHOD_NOT_ALLOWED):
        yield form.alert(form.Texts.of("sign_in", "en"), LoginError(refusal))
        yield error_page.page(LoginError(refusal), meaning="", locale="en")
    for refusal in (WRONG_RESET_CODE, UNPROCESSABLE_VALUE):
        yield form.alert(form.Texts.of("reset_form", "en"), LoginError(refusal))
    yield form.alert(form.Texts.of("sign_in", "en"), LoginError(Refusal(422, "unknown")))
    known: dict[str, Any] = {"project_name": "Demo", "refusal": None, "locale": "en"}
    for changes in (False, True):
        yield two_factor_page.page(
            challenge_id="c", recipient_hint="m***", sent_again=False, changes_setting=changes, **known
        )
    yield provider_page.page(provider="google", state="s", identities=[], **known)
    yield fields_html([field(name, "str", required=False) for name in ("first_name", "family-name")])
    rules = {"allowed_characters": "ab", "max_length": 1}
    broken = [Problem(name) for name in ("invalid_date", "unsuitable")]
    yield fields_html([field("bday", "date", problems=broken, validation=rules)])


def test_every_text_of_a_page_is_shown_somewhere(texts: Shown) -> None:
    assert list(pages())

    names = {name.removesuffix(".one").removesuffix(".other") for name in texts.names}
    owed = {
        f"{section}.{name}" for section, named in PAGE_TEXTS.items() if section != "account" for name in named
    }
    assert owed - names == set()
