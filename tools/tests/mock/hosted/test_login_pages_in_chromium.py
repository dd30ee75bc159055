"""The pages that a login leads through, in a real browser: they can be used, and their forms arrive."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.mock.contract.refusals import TOO_MANY_WRONG_CODES, WRONG_CODE
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import ask_page, provider_page, sign_in_page, two_factor_page
from login_contract.mock.hosted.form import content_security_policy
from tests.mock.hosted.asked import asked, code_html, fields_html, inputs
from tests.mock.hosted.forms import told
from tests.mock.hosted.site import HOSTILE, Site

GINA = {"id": "google-1", "name": "Gina", "email": "gina@example.com"}
PROVIDERS = ["google", "facebook", "apple", "steam", "twitch", "discord"]
LOCALE = "?locale=en_XX"
FOCUS = """() => {
  const has = document.activeElement
  if (has === document.body) return ["", 0]
  const all = [...document.querySelectorAll("a, button, summary, input, select")]
  return [`${all.indexOf(has)} ${has.outerHTML}`, parseFloat(getComputedStyle(has).outlineWidth)]
}"""


def sign_in_html(step: str, text: str = "Demo Game", **overrides: Any) -> str:
    given = {
        "ticket": "t-1",
        "project_name": text,
        "providers": PROVIDERS,
        "refusal": None,
        "locale": "en",
        **overrides,
    }
    return sign_in_page.page(step=step, **given)  # type: ignore[arg-type]


def provider_html(text: str = "Demo Game", **overrides: Any) -> str:
    given = {
        "provider": "google",
        "state": "s-1",
        "project_name": text,
        "identities": [GINA],
        "refusal": None,
        "locale": "en",
        **overrides,
    }
    return provider_page.page(**given)


def two_factor_html(text: str = "Demo Game", **overrides: Any) -> str:
    given = {
        "challenge_id": "c-1",
        "project_name": text,
        "recipient_hint": "d***@example.com",
        "refusal": None,
        "sent_again": True,
        "locale": "en",
        **overrides,
    }
    return two_factor_page.page(**given)


def pages_full_of(text: str) -> dict[str, str]:
    typed: dict[str, Any] = {
        "username": text,
        "email": text,
        "operation_id": text,
        "ticket": text,
        "refusal": told(text),
    }
    identity = dict.fromkeys(("id", "name", "email", "picture"), text)
    return {
        "start": sign_in_html("start", text, **typed, providers=[text] * 6),
        "code": sign_in_html("code", text, **typed),
        "ask": fields_html(inputs(text, name=text), text=text, refusal=told(text)),
        "ask for a code": code_html(text=text, refusal=told(text)),
        "provider": provider_html(text, provider=text, state=text, identities=[identity], given=identity),
        "second factor": two_factor_html(text, challenge_id=text, recipient_hint=text, refusal=told(text)),
    }


def pages_in(locale: str) -> dict[str, str]:
    wrong: dict[str, Any] = {"refusal": LoginError(TOO_MANY_WRONG_CODES), "locale": locale}
    return {
        "start": sign_in_html("start", locale=locale),
        "start, refused": sign_in_html("start", username="demo", **wrong),
        "code": sign_in_html("code", email="a@example.com", operation_id="o-1", **wrong),
        "ask": fields_html([each for each in inputs() if each.kind not in ("yes_no", "date")], locale=locale),
        "ask for a code": code_html(**wrong),
        "provider": provider_html(locale=locale),
        "provider, refused": provider_html(given=GINA, **wrong),
        "second factor": two_factor_html(**wrong),
    }


def unfold(tab: Any) -> None:
    for fold in tab.locator("details:not([open]) > summary").all():
        fold.click()


@pytest.mark.parametrize("name", pages_full_of(""))
def test_hostile_values_are_inert_even_without_the_policy(tab: Any, site: Site, name: str) -> None:
    site.html = pages_full_of(HOSTILE)[name]
    tab.goto(site.origin, wait_until="networkidle")
    assert "fetch('/called')" in tab.locator("body").inner_text()
    assert "/called" not in site.requests


@pytest.mark.parametrize("width", [320, 1400])
def test_pages_never_scroll_sideways(browser: Any, site: Site, width: int) -> None:
    pages = pages_full_of("Pneumonoultramicroscopicsilicovolcanoconiosis" * 5)
    with browser.new_context(viewport={"width": width, "height": 700}) as context:
        tab = context.new_page()
        for name, site.html in pages.items():
            tab.goto(site.origin)
            unfold(tab)
            assert tab.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize("locale", ["en", "de"])
def test_pages_never_scroll_sideways_at_twice_the_text_size(browser: Any, site: Site, locale: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 700}) as context:
        tab = context.new_page()
        for name, page in pages_in(locale).items():
            site.html = page.replace("</style>", "html { font-size: 200% }</style>")
            tab.goto(site.origin)
            unfold(tab)
            assert tab.evaluate("document.documentElement.scrollWidth") <= 320, name
            for button in tab.locator("button:visible").all():
                assert button.evaluate("button => button.scrollWidth <= button.clientWidth + 1"), name


def test_whatever_has_the_focus_is_framed(browser: Any, site: Site) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        for name, site.html in pages_in("en").items():
            tab.goto(site.origin)
            unfold(tab)
            wanted = tab.locator("a, button:visible, summary, input:visible, select:visible").count()
            tab.evaluate("document.activeElement.blur()")
            reached = set()
            for _ in range(wanted + 1):
                tab.keyboard.press("Tab")
                where, width = tab.evaluate(FOCUS)
                if where:
                    reached.add(where)
                    assert width >= 2, f"{name}: {where}"
            assert len(reached) == wanted, name


def test_a_password_arrives_without_javascript_and_the_login_ends_on_another_site(
    browser: Any, site: Site
) -> None:
    site.html = sign_in_html("start")
    site.policy = content_security_policy("http://127.0.0.1/")
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        site.redirects = {f"{sign_in_page.ACTION}{LOCALE}": f"http://localhost:{site.server_port}/callback"}
        tab.goto(site.origin)
        tab.get_by_label("Username or e-mail address").fill("demo")
        tab.get_by_label("Password").fill("correct horse & ünïcode")
        tab.get_by_label("Password").press("Enter")
        tab.wait_for_url(f"http://localhost:{site.server_port}/callback")
    assert site.form == {
        "ticket": "t-1",
        "action": "password",
        "username": "demo",
        "password": "correct horse & ünïcode",
    }


@pytest.mark.parametrize(
    ("label", "provider_name"), [("Continue with Apple", "apple"), ("Continue with Discord", "discord")]
)
def test_a_social_network_is_one_press_away_or_unfolded_first(
    tab: Any, site: Site, label: str, provider_name: str
) -> None:
    site.html = sign_in_html("start")
    site.policy = content_security_policy("")
    site.redirects = {f"{sign_in_page.ACTION}{LOCALE}": "/next"}
    tab.goto(site.origin)
    if provider_name not in PROVIDERS[:4]:
        tab.get_by_text("More ways to sign in").click()
    tab.get_by_role("button", name=label).click()
    tab.wait_for_url("**/next")
    assert site.form == {"ticket": "t-1", "action": "social", "provider": provider_name}


def test_an_address_arrives_as_it_was_typed(tab: Any, site: Site) -> None:
    site.html = sign_in_html("start")
    site.policy = content_security_policy("")
    site.redirects = {f"{sign_in_page.ACTION}{LOCALE}": "/next"}
    tab.goto(site.origin)
    tab.get_by_label("E-mail address", exact=True).fill("jörg@münchen.example")
    tab.get_by_role("button", name="Send me a code").click()
    tab.wait_for_url("**/next")
    assert site.form == {"ticket": "t-1", "action": "send-code", "email": "jörg@münchen.example"}


def test_a_code_can_be_typed_at_once_and_its_refusal_is_part_of_the_field(tab: Any, site: Site) -> None:
    site.html = sign_in_html(
        "code", email="a@example.com", operation_id="o-1", refusal=LoginError(WRONG_CODE)
    )
    site.policy = content_security_policy("")
    site.redirects = {f"{sign_in_page.ACTION}{LOCALE}": "/next"}
    tab.goto(site.origin)
    described = tab.get_by_label("Code").evaluate(
        "field => document.getElementById(field.getAttribute('aria-describedby')).innerText"
    )
    assert described == "This code is wrong, used or expired."
    tab.keyboard.type("482913")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/next")
    assert site.form == {
        "ticket": "t-1",
        "action": "code",
        "email": "a@example.com",
        "operation_id": "o-1",
        "code": "482913",
    }


def test_an_identity_is_picked_or_added(tab: Any, site: Site) -> None:
    site.html = provider_html()
    site.policy = content_security_policy("")
    site.redirects = {f"{provider_page.ACTION}/google{LOCALE}": "/next"}
    tab.goto(site.origin)
    tab.get_by_role("button", name="Gina").click()
    tab.wait_for_url("**/next")
    assert site.form == {"state": "s-1", "action": "pick", "id": "google-1"}
    tab.goto(site.origin)
    tab.get_by_text("Add an identity").click()
    tab.get_by_label("Name").fill("Greta")
    tab.get_by_label("Id", exact=True).fill("google-3")
    tab.get_by_role("button", name="Add and continue").click()
    tab.wait_for_url("**/next")
    assert site.form == {"state": "s-1", "action": "add", "name": "Greta", "id": "google-3", "email": ""}


def test_the_second_factor_arrives(tab: Any, site: Site) -> None:
    site.html = two_factor_html()
    site.policy = content_security_policy("")
    site.redirects = {f"{two_factor_page.ACTION}{LOCALE}": "/next"}
    tab.goto(site.origin)
    tab.get_by_role("button", name="Send a new code").click()
    tab.wait_for_url("**/next")
    assert site.form == {"challenge_id": "c-1", "action": "resend"}
    tab.goto(site.origin)
    tab.get_by_label("Code").fill("482913")
    tab.get_by_role("button", name="Continue").click()
    tab.wait_for_url("**/next")
    assert site.form == {"challenge_id": "c-1", "action": "check", "code": "482913"}


def test_answers_of_every_kind_arrive_without_javascript(browser: Any, site: Site) -> None:
    shown = [each for each in inputs("Mage") if each.kind not in ("date", "str")]
    site.html = fields_html([*shown, asked("bday", "date", "1990-04-23"), asked("nickname", "str", "M<")])
    site.policy = content_security_policy("")
    site.redirects = {f"{ask_page.ACTION}{LOCALE}": "/next"}
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(site.origin)
        tab.get_by_label("E-mail address").fill("no address")
        tab.locator("select").select_option("other")
        tab.get_by_role("group", name="Multi select").get_by_label("other").check()
        tab.get_by_role("radiogroup", name="Yes no").get_by_label("No").check()
        tab.locator("input[type=password]").fill("s3cret")
        tab.get_by_label("I agree").check()
        tab.get_by_role("button", name="Continue").click()
        tab.wait_for_url("**/next")
    assert site.form == {
        "ticket": "t-1",
        "action": "answer",
        "field.email": "no address",
        "field.phone": "Mage",
        "field.select": "other",
        "choice.0.multi_select": "Mage",
        "choice.1.multi_select": "other",
        "field.yes_no": "false",
        "field.pass": "s3cret",
        "field.consent": "true",
        "field.bday": "1990-04-23",
        "field.nickname": "M<",
    }
