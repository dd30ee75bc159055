"""What every page must be as a document, whatever it says."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest

from login_contract.mock.calls import html_document
from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.control import outbox_page, token_page
from login_contract.mock.control.page_content import Content, People
from login_contract.mock.control.page_view import View
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import (
    error_page,
    provider_page,
    reset_form_page,
    sign_in_page,
    two_factor_page,
)
from login_contract.mock.messages import compose
from login_contract.mock.store.sessions import FULL, Alive, Session
from login_contract.mock.store.user_rows import User
from tests.mock.hosted.asked import BROKEN, code_html, fields_html, inputs
from tests.mock.hosted.forms import told

USER = User(user_id="u", project_id="p", username="demo", email="demo@example.com")
SESSION = Session(jti="j", project_id="p", user_id="u", purpose=FULL, context={}, expires_at=1.0)
VOID = {"meta", "input", "br", "link", "img", "hr"}


def mail() -> dict[str, str]:
    link = "https://login.test/?a=1&b=2"
    composed = compose(
        "one_time_code", "email", "de", project_name="Demo", values={"code": "1", "minutes": 3, "link": link}
    )
    return {"channel": "email", "kind": "one_time_code", "subject": composed.subject, "html": composed.html}


def form(*, refusal: LoginError | None = None, done: bool = False) -> str:
    return reset_form_page.page(
        project_name="Demo",
        user_id="u",
        code="c",
        project_id="p",
        login_url="https://example.com/",
        refusal=refusal,
        done=done,
        locale="de",
    )


def login_pages(refusal: LoginError | None) -> dict[str, str]:
    asked: dict[str, Any] = {"project_name": "Demo", "refusal": refusal, "locale": "de"}
    start: dict[str, Any] = {"ticket": "t", "providers": list("abcdef"), "username": "demo", **asked}
    gina = {"id": "1", "name": "Gina", "email": "gina@example.com"}
    network: dict[str, Any] = {"provider": "google", "state": "s", **asked}
    factor: dict[str, Any] = {"challenge_id": "c", "recipient_hint": "d***@example.com", **asked}
    return {
        "sign-in": sign_in_page.page(step="start", **start),
        "sign-in with an address": sign_in_page.page(
            step="start", **{**start, "username": "", "email": "a@b"}
        ),
        "ask": fields_html(inputs(), refusal=refusal, locale="de"),
        "ask, wrong": fields_html(inputs(problems=BROKEN), refusal=refusal, locale="de"),
        "ask for a code": code_html(refusal=refusal, locale="de"),
        "code": sign_in_page.page(step="code", email="a@b", operation_id="o", **start),
        "identities": provider_page.page(identities=[gina, {"id": "2", "name": "Gustav"}], **network),
        "no identities": provider_page.page(identities=[], **network),
        "new identity": provider_page.page(identities=[gina], given=gina, **network),
        "second factor": two_factor_page.page(sent_again=False, **factor),
        "sent again": two_factor_page.page(sent_again=True, **factor),
        "second factor that changes": two_factor_page.page(sent_again=False, changes_setting=True, **factor),
    }


PAGES = {
    "empty outbox": outbox_page.page(Content(), View(), base_url="http://localhost"),
    "outbox": outbox_page.page(
        Content(
            messages=[mail(), mail(), {"channel": "sms", "text": "1 is your code", "code": "1"}],
            projects=[{"name": "Demo", "callback_urls": ["https://example.com/"]}],
            deliveries=[{"url": "https://example.com/", "status": 204}],
            people={"": People(users=[USER], total=1, alive={"u": Alive(9, [SESSION])})},
        ),
        View(recipient="a@b", kind="one_time_code", refresh=5),
        base_url="http://localhost",
        refusal="No.",
    ),
    "token": token_page.page(
        token="t",
        user=USER,
        defect="valid",
        defects=["valid", "expired"],
        base_url="",
        view=View(),
        account="/p",
    ),
    "form": form(),
    "refused form": form(refusal=told("Expired.")),
    "done": form(done=True),
    "error": error_page.page(LoginError(NOT_FOUND), meaning="Used already.", locale="de"),
    "mail": mail()["html"],
    **login_pages(None),
    **{f"{name}, refused": page for name, page in login_pages(told("Wrong.")).items()},
}


class Outline(HTMLParser):
    """Collects what a check needs, and fails on an end tag that closes another element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.unlabelled: list[dict[str, str | None]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice on <{tag}>"
        self.tags.append((tag, dict(attrs)))
        filled_in = tag == "select" or (tag == "input" and dict(attrs).get("type") != "hidden")
        if filled_in and "label" not in self.open:
            self.unlabelled.append(dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def attributes(self, *names: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.tags for name in names if name in attrs]


@pytest.fixture(params=PAGES)
def html(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]


def test_elements_are_closed_and_ids_are_unique(html: str) -> None:
    ids = Outline(html).attributes("id")
    assert len(ids) == len(set(ids))


def test_the_page_declares_language_encoding_width_and_title(html: str) -> None:
    outline = Outline(html)
    assert html.startswith("<!DOCTYPE html>\n<html lang=")
    assert '<meta charset="utf-8">' in html
    assert '<meta name="viewport" content="width=device-width' in html
    assert [tag for tag, _ in outline.tags].count("title") == 1
    assert [tag for tag, _ in outline.tags].count("h1") == 1


def test_nothing_runs_and_nothing_is_loaded_but_the_script_of_the_front_page(html: str) -> None:
    outline = Outline(html.replace(outbox_page.SCRIPT, ""))
    assert not {tag for tag, _ in outline.tags} & {"script", "link", "img", "object", "embed", "base"}
    assert outline.attributes("src", "srcset", "background") == []
    assert not [name for _, attrs in outline.tags for name in attrs if name.startswith("on")]
    assert not re.search(r"url\(|@import|expression\(", html)


def test_styles_know_no_left_and_right_and_follow_the_dark_mode(html: str) -> None:
    styles = "".join(re.findall(r'<style>.*?</style>|style="[^"]*"', html, re.DOTALL))
    assert "prefers-color-scheme: dark" in styles
    assert not re.search(r"\b(left|right)\b", styles)


def test_every_field_that_is_filled_in_has_a_label_and_every_reference_a_target(html: str) -> None:
    outline = Outline(html)
    ids = set(outline.attributes("id"))
    labelled = set(outline.attributes("for"))
    for attrs in outline.unlabelled:
        assert attrs["id"] in labelled
    for value in outline.attributes("for", "aria-describedby", "aria-labelledby"):
        assert set(value.split()) <= ids


def test_every_frame_has_a_title(html: str) -> None:
    assert all(attrs.get("title") for tag, attrs in Outline(html).tags if tag == "iframe")


def test_no_other_site_frames_a_page_or_learns_its_address() -> None:
    headers = html_document.headers("default-src 'none'")
    assert headers.pop("content-security-policy") == "default-src 'none'"
    assert headers == {
        "x-frame-options": "DENY",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
    }
    assert "frame-ancestors 'none'" in html_document.headers()["content-security-policy"]
