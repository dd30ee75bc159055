"""The pages that the mock renders: sign-in, provider, second factor, reset form, error, mail, outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from attrs import evolve

from login_contract.mock.calls import html_document
from login_contract.mock.contract.refusals import (
    INVALID_VALUE,
    NOT_FOUND,
    TOO_MANY_WRONG_CODES,
    WRONG_CODE,
    WRONG_CREDENTIALS,
    WRONG_RESET_CODE,
)
from login_contract.mock.control import outbox_page, token_page
from login_contract.mock.control.page_content import Content, People
from login_contract.mock.control.page_view import View
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import (
    ask_page,
    error_page,
    provider_page,
    reset_form_page,
    sign_in_page,
    two_factor_page,
)
from login_contract.mock.hosted.ask_answers import GENDERS, NO, YES, Input, Kind, Problem
from login_contract.mock.hosted.form import content_security_policy
from login_contract.mock.messages import compose
from login_contract.mock.messages.languages import available
from login_contract.mock.store.sessions import FULL, Alive, Session
from login_contract.mock.store.user_rows import User

from .scene import Scene

HOST = "http://pages.test"
PROJECT = "Demo Game"
EMAIL = "mia@example.com"
PROVIDERS = ("google", "facebook", "apple", "steam", "twitch", "discord")
IDENTITIES = (
    {"id": "google-1", "name": "Gina Berg", "email": "gina@example.com"},
    {"id": "g-2", "name": "Ó"},
)
LINK = "http://127.0.0.1:9090/api/otc/push?code=482913&operation_id=0e7f6a52&state=xyz"
RULES = {
    "min_length": 3,
    "max_length": 64,
    "forbidden_characters": "<>&",
    "should_contain": [{"characters": "0123456789", "count": 2}],
}
PROBLEMS: Mapping[str, Sequence[Problem]] = {
    "email": [Problem("invalid_email")],
    "phone": [Problem("invalid_phone"), Problem("taken")],
    "str": [Problem("too_short", 3), Problem("without", characters="<>&")],
    "date": [Problem("too_young")],
    "select": [Problem("unsuitable")],
    "multi_select": [Problem("unsuitable")],
    "yes_no": [Problem("required")],
    "pass": [Problem("required")],
    "consent": [Problem("required")],
}
LANDMARKS = ("landmark-one-main", "region")
IN_ANOTHER = "a mail is shown inside the page of a mail program, which has the landmarks"
# The outbox is a tool for a desk, where rows are closer together.
DESK = 24


def scenes(tag: str) -> Iterator[Scene]:
    """Yields every rendered page, in each state that looks different, in the language of a tag."""
    forms = content_security_policy("https://example.com/")
    policy = html_document.CONTENT_SECURITY_POLICY
    for state, html in sign_in(tag).items():
        yield rendered("sign-in", state, html, forms)
    for state, html in provider(tag).items():
        yield rendered("provider", state, html, forms)
    for state, html in second_factor(tag).items():
        yield rendered("second-factor", state, html, forms)
    for state, html in reset_form(tag).items():
        yield rendered("reset", state, html, forms)
    for state, html in ask(tag).items():
        yield rendered("ask", state, html, forms)
    yield rendered("error", "gone", error(tag), policy)
    mail = str(message("one_time_code", "email", tag)["html"])
    yield rendered("mail", "one-time code", mail, policy, waived=dict.fromkeys(LANDMARKS, IN_ANOTHER))
    for state, html in outbox(tag).items():
        yield rendered("outbox", state, html, outbox_page.CONTENT_SECURITY_POLICY, target_height=DESK)


def rendered(page: str, state: str, html: str, policy: str, **of_scene: Any) -> Scene:
    """Return the scene of a page that is HTML already, served under its policy."""
    return Scene(page=page, state=state, open=_opening(html, policy), **of_scene)


def sign_in(tag: str) -> Mapping[str, str]:
    """Return the steps of the hosted sign-in."""

    def page(**given: Any) -> str:
        asked = {"ticket": "t-1", "project_name": PROJECT, "providers": PROVIDERS, "refusal": None}
        return sign_in_page.page(**{**asked, "locale": tag, **given})

    code = {"step": "code", "email": EMAIL, "operation_id": "o-1"}
    return {
        "start": page(step="start"),
        "wrong password": page(step="start", username="mia", refusal=LoginError(WRONG_CREDENTIALS)),
        "code": page(**code),
        "too many codes": page(**code, refusal=LoginError(TOO_MANY_WRONG_CODES)),
    }


def provider(tag: str) -> Mapping[str, str]:
    """Return the page of a simulated social network."""

    def page(**given: Any) -> str:
        asked = {"provider": "google", "state": "s-1", "project_name": PROJECT, "identities": IDENTITIES}
        return provider_page.page(**{**asked, "refusal": None, "locale": tag, **given})

    return {
        "pick": page(),
        "refused": page(identities=[], given=IDENTITIES[0], refusal=LoginError(INVALID_VALUE)),
    }


def second_factor(tag: str) -> Mapping[str, str]:
    """Return the page that asks for a second factor, with all that it can say at once."""
    page = two_factor_page.page(
        challenge_id="c-1",
        project_name=PROJECT,
        recipient_hint="m***@example.com",
        refusal=LoginError(TOO_MANY_WRONG_CODES),
        sent_again=True,
        locale=tag,
    )
    return {"refused": page}


def reset_form(tag: str) -> Mapping[str, str]:
    """Return the form for a new password, and what follows it."""

    def page(**given: Any) -> str:
        asked: dict[str, Any] = {
            "project_name": PROJECT,
            "user_id": "u-1",
            "code": "c-1",
            "project_id": "p-1",
        }
        asked |= {"login_url": "https://example.com/", "refusal": None, "done": False, "locale": tag}
        return reset_form_page.page(**{**asked, **given})

    return {
        "form": page(),
        "refused": page(refusal=LoginError(WRONG_RESET_CODE)),
        "done": page(done=True),
    }


def ask(tag: str) -> Mapping[str, str]:
    """Return the page for asked fields: each kind of field, all that can be wrong with them, and the code."""

    def fields(inputs: Sequence[Input]) -> str:
        return ask_page.fields_page(
            ticket="t-1", project_name=PROJECT, inputs=inputs, refusal=None, locale=tag
        )

    def code(**given: Any) -> str:
        known: dict[str, Any] = {"ticket": "t-1", "project_name": PROJECT, "recipient": EMAIL}
        state = {"by_link": False, "sent_again": False, "refusal": None}
        return ask_page.code_page(**{**known, **state, "locale": tag, **given})

    return {
        "fields": fields(asked_inputs()),
        "wrong": fields([evolve(each, problems=PROBLEMS.get(each.kind, ())) for each in asked_inputs()]),
        "code": code(sent_again=True, refusal=LoginError(WRONG_CODE)),
        "link": code(by_link=True),
        "opened": ask_page.opened_page(tag),
    }


def asked_inputs() -> list[Input]:
    """Return a field of each kind, required and optional, with rules and with what was typed."""

    def asked(name: str, kind: Kind, value: str = "", choices: Sequence[str] = (), **of_field: Any) -> Input:
        return Input({"name": name, "required": False, **of_field}, kind, choices, value)

    return [
        asked("email", "email", "mia.example.com", required=True),
        asked("phone_number", "phone", "+120255"),
        asked("nickname", "str", "M<", required=True, validation=RULES),
        asked("bday", "date", "2020-04-23", required=True),
        asked("country-name", "select", "Deutschland", ("Deutschland", "México", "日本")),
        asked("gender", "select", "", GENDERS),
        asked("favourite_classes", "multi_select", "Mage", ("Knight", "Mage", "Donaudampfschiff")),
        asked("own_console", "yes_no", "", (YES, NO), required=True),
        asked("pin", "pass", required=True, validation={"min_length": 4}),
        asked("gdpr_consent", "consent", "", (YES, NO), required=True),
        asked("terms_agreement", "consent", YES, (YES, NO), required=True),
        asked("promo_email_agreement", "consent", NO, (YES, NO)),
    ]


def error(tag: str) -> str:
    """Return the page in place of an error envelope."""
    return error_page.page(LoginError(NOT_FOUND), meaning="The link is unknown or used.", locale=tag)


def outbox(tag: str) -> Mapping[str, str]:
    """Return the outbox with messages in a language, and the empty one; the page itself is English."""
    project = {
        "project_id": "40db2ea4-5d42-11e6-a3ff-005056a0e04a",
        "name": PROJECT,
        "protocol": "both",
        "callback_urls": ["https://example.com/callback"],
        "oauth_clients": [
            {"client_id": 57, "type": "confidential", "redirect_uris": ["https://example.com/oauth"]}
        ],
    }
    delivery = {
        "name": "user-validation",
        "url": "https://partner.example.com/hooks/validate",
        "response": {"status": 204},
        "duration_seconds": 0.021,
        "verdict": "as expected",
        "created_at": "2026-03-01T12:00:00Z",
    }
    messages = [message(kind, channel, tag) for kind, channel in MESSAGES]
    user = User(
        user_id="u-1", project_id=str(project["project_id"]), username="mia", email=EMAIL, confirmed=True
    )
    session = Session(
        jti="2f6b0c1e-8a7d",
        project_id=user.project_id,
        user_id="u-1",
        purpose=FULL,
        context={},
        expires_at=1e9,
    )
    people = People(users=[user], total=70, alive={"u-1": Alive(6, [session])}, pages=2)
    content = Content(
        messages=messages,
        projects=[project],
        deliveries=[delivery],
        people={user.project_id: people},
        ahead=3660,
    )
    base: Any = {"base_url": "http://127.0.0.1:9090"}
    alone = View(project_id=user.project_id, recipient="m", phone=True)
    pages = {"messages": outbox_page.page(content, View(), **base)}
    if tag != available()[0]:
        return pages  # What has no messages is the same in every language.
    return pages | {
        "filtered, as on a phone": outbox_page.page(content, alone, refusal="No further.", **base),
        "empty": outbox_page.page(Content(), View(), **base),
        "token": token_page.page(
            token="eyJ" + 200 * "x",
            user=user,
            defect="expired",
            defects=["valid", "expired"],
            view=alone,
            account="/profile",
            **base,
        ),
    }


MESSAGES = (
    ("one_time_code", "email"),
    ("one_time_code", "sms"),
    ("password_reset", "email"),
    ("account_confirmation", "email"),
)


def message(kind: str, channel: str, tag: str) -> Mapping[str, Any]:
    """Return a message as the outbox has it."""
    values = {"code": "482913", "minutes": 180, "link": LINK}
    composed = compose(kind, channel, tag, project_name=PROJECT, values=values)
    return {
        **values,
        "channel": channel,
        "kind": kind,
        "project_id": "40db2ea4-5d42-11e6-a3ff-005056a0e04a",
        "recipient": EMAIL if channel == "email" else "+12025550123",
        "subject": composed.subject,
        "text": composed.text,
        "html": composed.html,
        "locale": composed.locale,
        "created_at": "2026-03-01T12:00:00Z",
    }


def _opening(html: str, policy: str) -> Callable[[Any], None]:
    """Return what leads a tab to a page, as the mock would serve it, without a server to start and to end.

    A document keeps its policy and what was injected while another page is written into it, which takes a
    quarter of the time of a navigation. One that may run scripts could leave something behind.
    """
    address = f"{HOST}/{sha256(policy.encode()).hexdigest()[:8]}"
    headers = {**html_document.headers(policy), "content-type": "text/html; charset=utf-8"}

    def answer(route: Any) -> None:
        route.fulfill(body=html, headers=headers)

    def open_in(tab: Any) -> None:
        if tab.url == address and "script-src" not in policy:
            tab.set_content(html)
            return
        tab.route(address, answer, times=1)
        tab.goto(address)

    return open_in
