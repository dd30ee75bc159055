"""The pages in a real browser: nothing foreign runs, everything fits, forms arrive."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.mock.contract.refusals import WRONG_RESET_CODE
from login_contract.mock.control import outbox_page
from login_contract.mock.control.page_content import Content
from login_contract.mock.control.page_view import View
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import error_page, reset_form_page
from login_contract.mock.hosted.form import content_security_policy
from login_contract.mock.messages import compose
from login_contract.mock.messages.durations import PLURALS
from login_contract.mock.messages.languages import available, language
from tests.mock.hosted.forms import told
from tests.mock.hosted.site import HOSTILE, Site


def message(kind: str, channel: str, /, *, name: str = "Demo Game", **overrides: Any) -> dict[str, Any]:
    values = {"code": "482913", "minutes": 3, "link": "http://127.0.0.1:9/api/otc/push?a=1&state=xyz"}
    composed = compose(kind, channel, "en", project_name=name, values=values)
    return {
        "channel": channel,
        "kind": kind,
        "recipient": "mia@example.com",
        "subject": composed.subject,
        "text": composed.text,
        "html": composed.html,
        "locale": composed.locale,
        "created_at": "2026-03-01T12:00:00Z",
        **values,
        **overrides,
    }


def outbox_html(messages: list[dict[str, Any]], project_name: str = "Demo Game") -> str:
    project = {"project_id": "p", "name": project_name, "callback_urls": [f"https://x/{project_name}"]}
    content = Content(messages=messages, projects=[project])
    return outbox_page.page(content, View(), base_url="http://127.0.0.1:9")


def form_page(**overrides: Any) -> str:
    given: dict[str, Any] = {
        "project_name": "Demo Game",
        "user_id": "u-1",
        "code": "c-1",
        "project_id": "p-1",
    }
    given |= {"login_url": "https://example.com/", "refusal": None, "done": False, "locale": "en"}
    return reset_form_page.page(**{**given, **overrides})


def hostile_pages() -> dict[str, str]:
    fields = ("recipient", "kind", "channel", "subject", "text", "code", "link", "locale", "created_at")
    messages = [
        message("one_time_code", "email", name=HOSTILE, **dict.fromkeys(fields, HOSTILE)),
        message("one_time_code", "email", name=HOSTILE, recipient=HOSTILE),
        message("one_time_code", "sms", name=HOSTILE, link=f"https://x/{HOSTILE}"),
    ]
    values = dict.fromkeys(("project_name", "user_id", "code", "project_id", "login_url"), HOSTILE)
    return {
        "outbox": outbox_html(messages, HOSTILE),
        "form": form_page(**values, refusal=told(HOSTILE)),
        "done": form_page(**values, done=True),
        "error": error_page.page(told(HOSTILE), meaning=HOSTILE, locale="en"),
    }


@pytest.mark.parametrize("name", ["outbox", "form", "done", "error"])
def test_hostile_values_are_inert_even_without_the_policy(tab: Any, site: Site, name: str) -> None:
    site.html = hostile_pages()[name]
    tab.goto(site.origin, wait_until="networkidle")
    assert "fetch('/called')" in tab.locator("body").inner_text()
    assert "/called" not in site.requests


def test_a_mail_whose_html_is_hostile_cannot_run_scripts_or_load_anything(tab: Any, site: Site) -> None:
    site.html = outbox_html([message("one_time_code", "email", html=f"<p>Mail</p>{HOSTILE}")])
    site.policy = outbox_page.CONTENT_SECURITY_POLICY
    tab.goto(site.origin, wait_until="networkidle")
    assert tab.frame_locator("iframe").get_by_text("Mail").is_visible()
    assert site.requests == ["/", "/pages/outbox.js"]


def test_the_sandbox_alone_stops_the_scripts_of_a_mail(tab: Any, site: Site) -> None:
    script = "<script>fetch('/called'); top.location = '/called'</script>"
    site.html = outbox_html([message("one_time_code", "email", html=f"<p>Mail</p>{script}")])
    tab.goto(site.origin, wait_until="networkidle")
    assert tab.frame_locator("iframe").get_by_text("Mail").is_visible()
    assert "/called" not in site.requests


def test_the_outbox_works_without_javascript_under_its_policy(browser: Any, site: Site) -> None:
    site.html = outbox_html([message("one_time_code", "email"), message("one_time_code", "sms")])
    site.policy = outbox_page.CONTENT_SECURITY_POLICY
    complaints: list[str] = []
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.on("console", lambda said: complaints.append(said.text))
        tab.goto(site.origin, wait_until="networkidle")
        assert tab.frame_locator("iframe").get_by_text("Here is your code").is_visible()
        assert not tab.locator("pre").is_visible()
        tab.get_by_text("Plain text").click()
        assert tab.locator("pre").is_visible()
        assert tab.get_by_text("482913 is your Demo Game code, valid for 3 minutes.").is_visible()
        tab.get_by_role("link", name="Refresh", exact=True).click()
        tab.wait_for_load_state("networkidle")
    assert site.requests == ["/", "/"]
    assert complaints == []


def test_a_click_selects_the_whole_code(tab: Any, site: Site) -> None:
    site.html = outbox_html([message("one_time_code", "sms", code="482 913-x")])
    tab.goto(site.origin)
    tab.locator(".use code").click()
    assert tab.evaluate("getSelection().toString()") == "482 913-x"


@pytest.mark.parametrize("width", [320, 360, 1400])
def test_pages_never_scroll_sideways(browser: Any, site: Site, width: int) -> None:
    word = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 5
    long = dict.fromkeys(("recipient", "subject", "text", "code", "locale"), word)
    pages = [
        outbox_html(
            [
                message(kind, channel, **long)
                for kind, channel in (("one_time_code", "email"), ("one_time_code", "sms"))
            ],
            word,
        ),
        form_page(project_name=word, refusal=told(word)),
        form_page(project_name=word, done=True),
        error_page.page(told(word), meaning=word, locale="en"),
        message("one_time_code", "email", name=word)["html"],
    ]
    with browser.new_context(viewport={"width": width, "height": 700}) as context:
        tab = context.new_page()
        for site.html in pages:
            tab.goto(site.origin)
            assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_pages_and_mails_follow_the_dark_mode(browser: Any, site: Site) -> None:
    site.html = outbox_html([message("one_time_code", "email")])
    site.policy = outbox_page.CONTENT_SECURITY_POLICY
    colours = {}
    for scheme in ("light", "dark"):
        with browser.new_context(color_scheme=scheme) as context:
            tab = context.new_page()
            tab.goto(site.origin)
            bodies = tab.locator("body"), tab.frame_locator("iframe").locator("body")
            colours[scheme] = [
                body.evaluate("body => getComputedStyle(body).backgroundColor") for body in bodies
            ]
    assert colours == {
        "light": ["rgb(243, 244, 248)", "rgb(243, 244, 248)"],
        "dark": ["rgb(18, 20, 26)", "rgb(20, 22, 29)"],
    }


def test_the_password_form_arrives_and_its_redirects_are_followed_to_another_site(
    tab: Any, site: Site
) -> None:
    with Site() as game:
        login_url = f"{game.origin}/callback"
        site.html = form_page(login_url=login_url, refusal=LoginError(WRONG_RESET_CODE))
        site.policy = content_security_policy(login_url)
        site.redirects = {f"{reset_form_page.ACTION}?locale=en_XX": login_url}
        # Chromium holds every further redirect against the policy too, and "localhost" is a third origin.
        game.redirects = {"/callback": f"http://localhost:{game.server_port}/home"}
        game.html = "<title>Home</title>"
        tab.goto(site.origin)
        assert tab.get_by_role("alert").inner_text().startswith("This link is unknown")
        tab.get_by_label("New password").fill("correct horse & ünïcode")
        tab.get_by_role("button", name="Save password").click()
        tab.wait_for_url(f"http://localhost:{game.server_port}/home")
    assert site.form == {
        "project_id": "p-1",
        "user_id": "u-1",
        "code": "c-1",
        "login_url": login_url,
        "new_password": "correct horse & ünïcode",
    }


def test_an_address_is_not_turned_around_by_its_letters(tab: Any, site: Site) -> None:
    site.html = outbox_html([message("one_time_code", "sms", recipient="נועה@example.com")])
    tab.goto(site.origin)
    name, domain = (
        tab.evaluate(
            """part => {
                const text = document.querySelector('article bdi').firstChild
                const range = document.createRange()
                range.setStart(text, text.data.indexOf(part))
                range.setEnd(text, text.data.indexOf(part) + part.length)
                return range.getBoundingClientRect().x
            }""",
            part,
        )
        for part in ("נועה", "example.com")
    )
    assert name < domain


def test_a_language_is_known_and_written_in_the_browser_as_in_its_file(tab: Any) -> None:
    files = [language(tag) for tag in available()]
    told = tab.evaluate(
        """codes => codes.map(code => ({
            code: Intl.getCanonicalLocales(code)[0],
            known: [Intl.PluralRules, Intl.DateTimeFormat, Intl.NumberFormat, Intl.DisplayNames]
                .every(each => each.supportedLocalesOf(code).length === 1),
            direction: new Intl.Locale(code).getTextInfo().direction,
        }))""",
        [file.code for file in files],
    )
    assert told == [{"code": file.code, "known": True, "direction": file.direction} for file in files]


def test_a_language_is_counted_in_the_browser_as_by_the_server(tab: Any) -> None:
    files = [language(tag) for tag in available()]
    told = tab.evaluate(
        """codes => codes.map(code => {
            const rules = new Intl.PluralRules(code)
            return Array.from({ length: 201 }, (_, n) => rules.select(n))
        })""",
        [file.code for file in files],
    )
    for file, forms in zip(files, told, strict=True):
        rule = PLURALS[file.plural]
        # Arabic has a form for zero, which no text needs: pages then take that for any other number.
        known = [form if form in rule.forms else "other" for form in forms]
        assert known == [rule.choose(n) for n in range(201)], file.tag
