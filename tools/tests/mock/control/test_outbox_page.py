from __future__ import annotations

import re
from html import escape
from typing import Any

import pytest

from login_contract.mock.control import outbox_page, token_page, wording
from login_contract.mock.control.page_content import Content, People
from login_contract.mock.control.page_view import View
from login_contract.mock.store.sessions import Alive, Session
from login_contract.mock.store.user_rows import User

PROJECT: dict[str, Any] = {
    "project_id": "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10",
    "name": "Demo Game",
    "protocol": "both",
    "callback_urls": ["https://example.com/callback", "mygame://login"],
    "oauth_clients": [
        {"client_id": 1001, "type": "public", "redirect_uris": ["https://example.com/oauth"]},
        {"client_id": 1002, "type": "confidential", "client_secret": "SECRET-1", "redirect_uris": []},
    ],
    "hs256_secret": "SECRET-2",
    "private_key": "SECRET-3",
    "users": [{"username": "demo", "password": "SECRET-4"}],
    "test_codes": {"a@example.com": "SECRET-5"},
}
MAIL: dict[str, Any] = {
    "id": "1",
    "project_id": PROJECT["project_id"],
    "channel": "email",
    "recipient": "mia@example.com",
    "kind": "password_reset",
    "subject": "Choose a new password",
    "text": "First line\n\nSecond line",
    "html": '<!DOCTYPE html><p class="x">Hello</p>',
    "code": "r8Zk1Q0v",
    "link": "http://127.0.0.1:8480/_mock/reset-form?user_id=1&code=r8Zk1Q0v",
    "operation_id": None,
    "locale": "de_DE",
    "created_at": "2026-03-01T14:04:31.25+02:00",
}
SMS = {
    **MAIL,
    "channel": "sms",
    "kind": "one_time_code",
    "recipient": "+4915112345678",
    "subject": "",
    "text": "730155 is your code.\nOr open: https://login.test/?a=1&b=2",
    "html": "",
    "code": "730155",
    "link": "https://login.test/?a=1&b=2",
}


def page(
    messages: list[dict[str, Any]] | None = None,
    projects: list[dict[str, Any]] | None = None,
    deliveries: list[dict[str, Any]] | None = None,
    refresh: int = 0,
    **content: Any,
) -> str:
    shown = Content(messages=messages or [], projects=projects or [], deliveries=deliveries or [], **content)
    return outbox_page.page(shown, View(refresh=refresh), base_url="http://127.0.0.1:8480")


def test_an_empty_outbox_says_so() -> None:
    html = page()
    for text in ("No messages yet.", "No projects.", "No webhook was called yet."):
        assert text in html
    assert "http://127.0.0.1:8480/api" in html


def test_a_mail_shows_recipient_kind_code_link_time_language_and_project() -> None:
    html = page([MAIL], [PROJECT])
    for text in (
        "mia@example.com",
        "Password reset",
        "Choose a new password",
        ">r8Zk1Q0v</code>",
        f'href="{escape(MAIL["link"])}"',
        "2026-03-01 12:04:31 UTC",
        "de_DE",
        f'href="./?project_id={PROJECT["project_id"]}" title="Show only these"><bdi>Demo Game</bdi></a></dd>',
    ):
        assert text in html


def test_a_mail_shows_both_parts_the_html_in_a_frame_without_permissions() -> None:
    html = page([MAIL])
    assert "<iframe sandbox " in html
    assert f'srcdoc="{escape(MAIL["html"])}' in html
    assert "allow-" not in html
    assert ">First line\n\nSecond line</pre>" in html


def test_a_mail_without_html_shows_its_text() -> None:
    html = page([{**MAIL, "html": ""}])
    assert "<iframe" not in html
    assert "First line\n\nSecond line" in html


def test_an_sms_is_a_bubble_whose_link_can_be_tapped() -> None:
    html = page([SMS])
    assert '<p class="bubble" dir="auto">730155 is your code.' in html
    assert "SMS to <bdi" in html
    link = "https://login.test/?a=1&amp;b=2"
    assert f'Or open: <a dir="ltr" href="{link}">{link}</a></p>' in html
    assert "<iframe" not in html
    assert "<h3>One-time code</h3>" in html


def test_messages_stay_in_the_given_order() -> None:
    html = page([{**SMS, "recipient": "+1"}, {**MAIL, "recipient": "second@example.com"}])
    assert html.index("+1<") < html.index("second@example.com<")


def test_only_the_newest_mails_are_unfolded() -> None:
    html = page([MAIL] * 5)
    assert html.count("<details open>") == 3
    assert html.count('loading="lazy"') == 2


def test_a_long_outbox_is_cut_and_the_cut_is_told() -> None:
    html = page([SMS] * 250)
    assert html.count('class="bubble"') == 100
    assert "150 more are not shown." in html
    assert '<h2 id="messages">Messages <span class="soft" data-live="messages-found">250</span></h2>' in html


def test_a_project_shows_what_clients_need() -> None:
    html = page(projects=[PROJECT])
    for text in (
        PROJECT["project_id"],
        "Demo Game",
        "JWT and OAuth 2.0",
        "https://example.com/callback",
        "mygame://login",
        ">1001</code> public",
        "https://example.com/oauth",
        ">1002</code> confidential",
    ):
        assert text in html


def test_secrets_are_never_shown() -> None:
    url = "https://hook:SECRET-8@p.example/login?token=SECRET-9"
    delivery = {"url": url, "request": {"password": "SECRET-6"}, "answer": "SECRET-7"}
    html = page([MAIL], [PROJECT], [delivery])
    assert "https://hook:***@p.example/login?token=***" in html
    assert "SECRET" not in html


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "JavaScript://x%0aalert(1)", "data:text/html,x", " javascript:x", "//evil", "x"],
)
def test_a_link_that_would_run_in_the_page_is_not_clickable(link: str) -> None:
    html = page([{**MAIL, "link": link}, {**SMS, "link": link, "text": link}])
    assert f'href="{escape(link)}"' not in html
    assert escape(link) in html


def test_a_link_into_an_app_is_clickable() -> None:
    assert 'href="mygame://login?code=1"' in page([{**MAIL, "link": "mygame://login?code=1"}])


@pytest.mark.parametrize(
    "field",
    ["id", "recipient", "kind", "subject", "text", "html", "code", "link", "locale", "created_at", "channel"],
)
@pytest.mark.parametrize("message", [MAIL, SMS], ids=["mail", "sms"])
def test_markup_in_a_message_is_text(message: dict[str, Any], field: str) -> None:
    html = page([{**message, field: "</iframe></pre>\"'><script>alert(1)</script>"}])
    assert "<script" not in html.replace(outbox_page.SCRIPT, "")
    assert "\"'>" not in html


HOSTILE = "\"'><script>alert(1)</script>"


def test_markup_in_a_project_is_text() -> None:
    project = {
        "project_id": HOSTILE,
        "name": HOSTILE,
        "protocol": HOSTILE,
        "callback_urls": [HOSTILE],
        "oauth_clients": [{"client_id": HOSTILE, "type": HOSTILE, "redirect_uris": [HOSTILE]}],
    }
    delivery = {"id": HOSTILE, "url": HOSTILE, "created_at": HOSTILE}
    html = page([{**MAIL, "project_id": HOSTILE}], [project], [delivery])
    assert "<script" not in html.replace(outbox_page.SCRIPT, "")
    assert "\"'>" not in html


def hostile_people() -> People:
    user = User(
        user_id=HOSTILE, project_id=HOSTILE, username=HOSTILE, email=f"{HOSTILE}@", phone_number=f"+{HOSTILE}"
    )
    context = {"client_id": HOSTILE, "payload": HOSTILE}
    session = Session(
        jti=HOSTILE, project_id=HOSTILE, user_id=HOSTILE, purpose="ask", context=context, expires_at=1.0
    )
    return People(users=[user], total=90, alive={HOSTILE: Alive(7, [session])}, pages=2)


def test_markup_in_users_sessions_filters_and_refusals_is_text() -> None:
    project = {"project_id": HOSTILE, "name": HOSTILE}
    content = Content(projects=[project] * 2, kinds=[HOSTILE], people={HOSTILE: hostile_people()})
    for view in (View(), View(recipient=HOSTILE, project_id=HOSTILE, kind=HOSTILE, channel=HOSTILE)):
        html = outbox_page.page(content, view, base_url=HOSTILE, refusal=HOSTILE)
        assert "<script" not in html.replace(outbox_page.SCRIPT, "")
        assert "\"'>" not in html


def page_of_token(user: User, token: str = "a.b.c") -> str:
    return token_page.page(
        token=token,
        user=user,
        defect="valid",
        defects=["valid"],
        base_url=token,
        view=View(recipient=token),
        account="../profile",
    )


def test_a_user_has_one_name_in_the_list_and_on_the_page_of_a_token() -> None:
    user = User(user_id="u-1", project_id=PROJECT["project_id"], nickname="Kim")
    people = {PROJECT["project_id"]: People(users=[user], total=1)}
    listed = outbox_page.page(Content(projects=[PROJECT], people=people), View(), base_url="http://127.0.0.1")
    assert 'aria-label="Make a token for Kim"' in listed
    assert "<h1>A token of <bdi>Kim</bdi></h1>" in page_of_token(user)


def test_markup_on_the_page_of_a_token_is_text() -> None:
    html = page_of_token(User(user_id=HOSTILE, project_id=HOSTILE, username=HOSTILE), HOSTILE)
    assert "<script" not in html.replace(outbox_page.SCRIPT, "")
    assert "\"'>" not in html


def test_a_filter_stays_set_in_every_link_and_form() -> None:
    view = View(recipient="a&b", channel="sms", phone=True, refresh=5)
    content = Content(projects=[PROJECT], people={PROJECT["project_id"]: hostile_people()})
    html = outbox_page.page(content, view, base_url="http://127.0.0.1:8480")
    query = "?recipient=a%26b&amp;channel=sms&amp;view=phone&amp;refresh=5"
    addresses = re.findall(r'(?:href|action)="(\./[^"]*)"', html)
    asked = [set(address.partition("?")[2].partition("#")[0].split("&amp;")) for address in addresses]
    lacking = [set(query[1:].split("&amp;")) - each for each in asked]
    # Links that take a filter away lack it; the form of the filter itself has fields.
    assert sorted("&".join(sorted(each)) for each in lacking if each) == [
        "channel=sms",
        "channel=sms&recipient=a%26b",
        "channel=sms&recipient=a%26b",
        "channel=sms&recipient=a%26b&refresh=5&view=phone",
        "recipient=a%26b",
        "refresh=5",
        "view=phone",
    ]
    assert '<input type="hidden" name="view" value="phone">' in html
    assert '<input type="hidden" name="refresh" value="5">' in html
    assert f'action="./new-token{query}"' in html


def test_messages_are_shown_as_on_a_phone_where_that_is_asked_for() -> None:
    assert page([MAIL, SMS]).count('class="as-phone">') == 2
    content = Content(messages=[MAIL, SMS])
    html = outbox_page.page(content, View(phone=True), base_url="http://127.0.0.1:8480")
    assert html.count('class="as-phone" checked>') == 2
    assert '<a href="./">Wide messages</a>' in html


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (59.6, "1 minute"),
        (3_661, "1 hour, 1 minute, 1 second"),
        (2 * 86_400, "2 days"),
        (36_525 * 86_400, "36,525 days"),
    ],
)
def test_durations_are_in_words(seconds: float, words: str) -> None:
    assert wording.duration(seconds) == words


def test_a_message_with_nothing_in_it_still_has_a_card() -> None:
    html = page([{"channel": "email"}])
    assert html.count("<article") == 1
    assert "None" not in html


def test_the_page_reloads_itself_without_javascript_once_it_is_told_to() -> None:
    assert "http-equiv" not in page()
    assert '<noscript><a href="./?refresh=5">Refresh every 5 seconds</a></noscript>' in page()
    assert '<noscript><meta http-equiv="refresh" content="5">' in page(refresh=5)
    assert '<noscript><a href="./">Stop refreshing' in page(refresh=5)
    assert 'content="3600"' in page(refresh=10**9)


@pytest.mark.parametrize(
    ("language", "locale", "shown"),
    [
        ("de_DE", "de_DE", "<bdi>de_DE</bdi></dd>"),
        ("en_XX", "tlh_KL", "<bdi>en_XX</bdi>, asked for <bdi>tlh_KL</bdi></dd>"),
    ],
)
def test_a_message_in_another_language_says_what_was_asked_for(
    language: str, locale: str, shown: str
) -> None:
    assert shown in page([{**MAIL, "language": language, "locale": locale}])
