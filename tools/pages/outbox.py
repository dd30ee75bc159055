"""The outbox and the mails that it shows. Its own words are English, its messages in any language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from login_contract.mock.calls import html_document
from login_contract.mock.control import outbox_page, token_page
from login_contract.mock.control.page_content import Content, People
from login_contract.mock.control.page_view import View
from login_contract.mock.messages import compose
from login_contract.mock.messages.locales import DEFAULT
from login_contract.mock.store.sessions import FULL, Alive, Session
from login_contract.mock.store.user_rows import User

from .rendered import EMAIL, PROJECT, States, states
from .scene import Scene

BASE: Any = {"base_url": "http://127.0.0.1:9090"}
PROJECT_ID = "40db2ea4-5d42-11e6-a3ff-005056a0e04a"
LINK = "http://127.0.0.1:9090/api/otc/push?code=482913&operation_id=0e7f6a52&state=xyz"
MESSAGES = (
    ("one_time_code", "email"),
    ("one_time_code", "sms"),
    ("password_reset", "email"),
    ("account_confirmation", "email"),
)
LANDMARKS = ("landmark-one-main", "region")
IN_ANOTHER = "a mail is shown inside the page of a mail program, which has the landmarks"
# A tool for a desk, where rows are closer together.
DESK = 24
SETTINGS = {
    "project_id": PROJECT_ID,
    "name": PROJECT,
    "protocol": "both",
    "callback_urls": ["https://example.com/callback"],
    "oauth_clients": [
        {"client_id": 57, "type": "confidential", "redirect_uris": ["https://example.com/oauth"]}
    ],
}
DELIVERY = {
    "name": "user-validation",
    "url": "https://partner.example.com/hooks/validate",
    "response": {"status": 204},
    "duration_seconds": 0.021,
    "verdict": "as expected",
    "created_at": "2026-03-01T12:00:00Z",
}
USER = User(user_id="u-1", project_id=PROJECT_ID, username="mia", email=EMAIL, confirmed=True)
SESSION = Session(
    jti="2f6b0c1e-8a7d", project_id=PROJECT_ID, user_id="u-1", purpose=FULL, context={}, expires_at=1e9
)


def scenes() -> Iterator[Scene]:
    """Yields the outbox in each state that looks different, and a mail."""
    policy = outbox_page.CONTENT_SECURITY_POLICY
    yield from states("outbox", with_messages, policy, target_height=DESK)
    yield from states("outbox", of_a_desk, policy, target_height=DESK, spoken=(DEFAULT,))
    waived = dict.fromkeys(LANDMARKS, IN_ANOTHER)
    yield from states("mail", mail, html_document.CONTENT_SECURITY_POLICY, waived=waived)


def with_messages(tag: str) -> States:
    """Return the page with a mail and an SMS in a language."""
    return {"messages": outbox_page.page(Content(messages=_messages(tag)[:2]), View(), **BASE)}


def of_a_desk(tag: str) -> States:
    """Return what is English whatever its messages are."""
    alone = View(project_id=PROJECT_ID, recipient="m", phone=True)
    token = token_page.page(
        token="eyJ" + 200 * "x",
        user=USER,
        defect="expired",
        defects=["valid", "expired"],
        view=alone,
        account="/profile",
        **BASE,
    )
    return {
        "filtered, as on a phone": outbox_page.page(_content(tag), alone, refusal="No further.", **BASE),
        "empty": outbox_page.page(Content(), View(), **BASE),
        "token": token,
    }


def mail(tag: str) -> States:
    """Return a mail that has all that mails consist of."""
    return {"one-time code": str(message("one_time_code", "email", tag)["html"])}


def message(kind: str, channel: str, tag: str) -> Mapping[str, Any]:
    """Return a message as the outbox has it."""
    values = {"code": "482913", "minutes": 180, "link": LINK}
    composed = compose(kind, channel, tag, project_name=PROJECT, values=values)
    return {
        **values,
        "channel": channel,
        "kind": kind,
        "project_id": PROJECT_ID,
        "recipient": EMAIL if channel == "email" else "+12025550123",
        "subject": composed.subject,
        "text": composed.text,
        "html": composed.html,
        "locale": composed.locale,
        "created_at": "2026-03-01T12:00:00Z",
    }


def _messages(tag: str) -> list[Mapping[str, Any]]:
    return [message(kind, channel, tag) for kind, channel in MESSAGES]


def _content(tag: str) -> Content:
    people = People(users=[USER], total=70, alive={"u-1": Alive(6, [SESSION])}, pages=2)
    return Content(
        messages=_messages(tag),
        projects=[SETTINGS],
        deliveries=[DELIVERY],
        people={PROJECT_ID: people},
        ahead=3660,
    )
