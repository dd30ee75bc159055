from __future__ import annotations

from html import escape
from typing import Any

import pytest

from login_contract.mock.contract.refusals import TOO_MANY_REQUESTS, WRONG_CREDENTIALS
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.hosted import sign_in_page
from login_contract.mock.hosted.form import REFUSALS
from login_contract.mock.messages import languages
from tests.mock.hosted.forms import forms_of, told


def page(step: str = "start", **options: Any) -> str:
    given = {
        "ticket": "t-1",
        "project_name": "Demo Game",
        "providers": ["google", "steam"],
        "refusal": None,
        "locale": "en_US",
        **options,
    }
    return sign_in_page.page(step=step, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("step", ["start", "code"])
def test_every_form_posts_the_ticket_to_the_page_in_its_language(step: str) -> None:
    for form in forms_of(page(step, locale="de", email="a@example.com", operation_id="o-1")):
        assert (form.method, form.action) == ("post", "/_mock/sign-in?locale=de_DE")
        assert form.hidden["ticket"] == "t-1"


def test_the_start_offers_a_password_a_code_social_networks_and_the_way_out() -> None:
    actions = {form.hidden["action"]: form for form in forms_of(page())}
    assert list(actions) == ["password", "send-code", "social", "cancel"]
    assert actions["password"].fields == {"username": "", "password": ""}
    assert actions["send-code"].fields == {"email": ""}
    assert actions["social"].buttons == {
        "Continue with Google": ("provider", "google"),
        "Continue with Steam": ("provider", "steam"),
    }


def test_the_start_names_the_project() -> None:
    assert "Continue to <bdi>Demo Game</bdi>." in page()


def test_a_project_without_social_networks_offers_none() -> None:
    html = page(providers=[])
    assert "Continue with" not in html
    assert html.count('<p class="or">') == 1


def test_social_networks_stay_in_order_and_all_but_four_are_folded_up() -> None:
    providers = ["vk", "google", "epicgames", "my-own", "xbox", "steam"]
    html = page(providers=providers)
    first, others = (form for form in forms_of(html) if form.hidden["action"] == "social")
    assert [value for _, value in first.buttons.values()] == providers[:4]
    assert others.buttons == {"Xbox": ("provider", "xbox"), "Steam": ("provider", "steam")}
    assert html.index("<details>") < html.index('value="xbox"')
    assert 'aria-label="Continue with Xbox"' in html


def test_a_social_network_that_is_not_known_is_called_by_its_id() -> None:
    assert "Continue with <bdi>my-own</bdi>" in page(providers=["my-own"])


def test_what_was_typed_stands_there_again_but_never_a_password() -> None:
    password, code, *_ = forms_of(
        page(username="demo", email="demo@example.com", refusal=LoginError(WRONG_CREDENTIALS))
    )
    assert password.fields == {"username": "demo", "password": ""}
    assert code.fields == {"email": "demo@example.com"}


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"username": "demo"}, {"username", "password"}),
        ({"email": "a@example.com"}, {"email"}),
        ({}, set()),
    ],
)
def test_a_refusal_belongs_to_the_fields_that_were_sent(given: dict[str, str], refused: set[str]) -> None:
    html = page(refusal=LoginError(TOO_MANY_REQUESTS), **given)
    assert {name for form in forms_of(html) for name in form.refused} == refused
    assert 'role="alert" id="refusal" dir="auto">That was too often' in html


def test_the_code_goes_back_with_what_it_was_made_for() -> None:
    html = page("code", email="a@example.com", operation_id="o-1")
    code, again = forms_of(html)
    assert code.hidden == {
        "ticket": "t-1",
        "action": "code",
        "email": "a@example.com",
        "operation_id": "o-1",
    }
    assert code.fields == {"code": ""}
    assert again.hidden == {**code.hidden, "action": "send-code"}
    assert "We sent it to <bdi>a@example.com</bdi>." in html


def test_from_the_code_a_link_leads_back_to_the_start() -> None:
    html = page("code", ticket="a&b=1", locale="de")
    assert 'href="/_mock/sign-in?ticket=a%26b%3D1&amp;locale=de_DE">Zurück</a>' in html


@pytest.mark.parametrize("tag", languages.available())
def test_every_refusal_has_words_in_every_language(tag: str) -> None:
    texts = {
        code: page(refusal=LoginError(Refusal(422, code)), locale=tag)
        .partition('role="alert"')[2]
        .partition("</p>")[0]
        for code in [*REFUSALS, "999-999"]
    }
    assert len(set(texts.values())) == len(set(REFUSALS.values())) + 1
    assert not any(code in text for code, text in texts.items())


def test_an_unknown_refusal_is_told_in_general_words() -> None:
    assert "That did not work. Try it again." in page(refusal=LoginError(Refusal(422, "<b>")))
    assert "refusal" not in page().partition("<body>")[2]


@pytest.mark.parametrize(
    ("locale", "code", "title"),
    [("de-AT", "de", "Anmelden"), ("hu_HU", "en", "Sign in"), (None, "en", "Sign in")],
)
def test_the_page_speaks_the_readers_language(locale: str | None, code: str, title: str) -> None:
    html = page(locale=locale)
    assert f'<html lang="{code}" dir="ltr">' in html
    assert f"<title>{title}</title>" in html


@pytest.mark.parametrize("step", ["start", "code"])
def test_markup_in_values_is_text(step: str) -> None:
    hostile = "\"'></form><script>alert(1)</script>{project_name}{0}"
    names = ("ticket", "project_name", "username", "email", "operation_id")
    html = page(step, **dict.fromkeys(names, hostile), refusal=told(hostile), providers=[hostile] * 6)
    assert "<script" not in html
    assert "\"'>" not in html
    assert escape(hostile) in html
