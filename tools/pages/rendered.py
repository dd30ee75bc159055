"""The pages that the mock renders: sign-in, provider, second factor, reset form, error, mail, outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from login_contract.mock.calls import html_document
from login_contract.mock.contract.refusals import (
    CONTACT_TAKEN,
    INVALID_VALUE,
    TOO_MANY_WRONG_CODES,
    WRONG_CREDENTIALS,
    WRONG_RESET_CODE,
)
from login_contract.mock.control import outbox_page
from login_contract.mock.domain.theme import Colours, Theme
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import (
    error_page,
    provider_page,
    reset_form_page,
    sign_in_page,
    two_factor_page,
)
from login_contract.mock.hosted.form import content_security_policy
from login_contract.mock.messages import compose
from login_contract.mock.messages.locales import DEFAULT

from .scene import Scene

States = Mapping[str, str]
HOST = "http://pages.test"
PROJECT = "Demo Game"
EMAIL = "mia@example.com"
PROVIDERS = ("google", "facebook", "apple", "steam", "twitch", "discord")
IDENTITIES = (
    {"id": "google-1", "name": "Gina Berg", "email": "gina@example.com"},
    {"id": "g-2", "name": "Ó"},
)
LINK = "http://127.0.0.1:9090/api/otc/push?code=482913&operation_id=0e7f6a52&state=xyz"
LANDMARKS = ("landmark-one-main", "region")
IN_ANOTHER = "a mail is shown inside the page of a mail program, which has the landmarks"
# A colour that has to be darkened, or lightened, before it can be read.
THEME = Theme(
    project_name=PROJECT,
    logo=None,
    light=Colours("#cf0071", "#ffffff"),
    dark=Colours("#ff8ac4", "#000000"),
    radius=3,
)
# The outbox is a tool for a desk, where rows are closer together.
DESK = 24


def scenes() -> Iterator[Scene]:
    """Yields every rendered page, in each state that looks different."""
    forms = content_security_policy("https://example.com/")
    policy = html_document.CONTENT_SECURITY_POLICY
    yield from _states("sign-in", sign_in, forms)
    yield from _states("provider", provider, forms)
    yield from _states("second-factor", second_factor, forms)
    yield from _states("reset", reset_form, forms)
    yield from _states("error", error, policy)
    yield from _states("mail", mail, policy, waived=dict.fromkeys(LANDMARKS, IN_ANOTHER))
    yield from _states("outbox", outbox, outbox_page.CONTENT_SECURITY_POLICY, target_height=DESK)


def rendered(page: str, state: str, html: Callable[[str], str], policy: str, **of_scene: Any) -> Scene:
    """Return the scene of a page whose HTML is made for the tag of a language, served under its policy."""
    return Scene(page=page, state=state, open=_opening(html, policy), **of_scene)


def sign_in(tag: str) -> States:
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
        "address taken": page(step="ask", email=EMAIL, refusal=LoginError(CONTACT_TAKEN)),
    }


def provider(tag: str) -> States:
    """Return the page of a simulated social network."""

    def page(**given: Any) -> str:
        asked = {"provider": "google", "state": "s-1", "project_name": PROJECT, "identities": IDENTITIES}
        return provider_page.page(**{**asked, "refusal": None, "locale": tag, **given})

    return {
        "pick": page(),
        "themed": page(theme=THEME),
        "refused": page(identities=[], given=IDENTITIES[0], refusal=LoginError(INVALID_VALUE)),
    }


def second_factor(tag: str) -> States:
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


def reset_form(tag: str) -> States:
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


def error(tag: str) -> States:
    """Return the page in place of an error envelope."""
    page = error_page.page(title="The sign-in is unknown or over.", text="Start again where you came from.")
    return {"gone": page}


def mail(tag: str) -> States:
    """Return a mail that has all that mails consist of."""
    return {"one-time code": str(message("one_time_code", "email", tag)["html"])}


def outbox(tag: str) -> States:
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
    base: Any = {"base_url": "http://127.0.0.1:9090", "refresh": 0}
    return {
        "messages": outbox_page.page(messages=messages, projects=[project], deliveries=[delivery], **base),
        "empty": outbox_page.page(messages=[], projects=[], deliveries=[], **base),
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


def _states(page: str, of_tag: Callable[[str], States], policy: str, **of_scene: Any) -> Iterator[Scene]:
    def html(state: str) -> Callable[[str], str]:
        return lambda tag: of_tag(tag)[state]

    for state in of_tag(DEFAULT):
        yield rendered(page, state, html(state), policy, **of_scene)


def _opening(html: Callable[[str], str], policy: str) -> Callable[[Any, str], None]:
    """Return what leads a tab to a page, as the mock would serve it, without a server to start and to end.

    A document keeps its policy and what was injected while another page is written into it, which takes a
    quarter of the time of a navigation. One that may run scripts could leave something behind.
    """
    address = f"{HOST}/{sha256(policy.encode()).hexdigest()[:8]}"
    headers = {**html_document.headers(policy), "content-type": "text/html; charset=utf-8"}

    def open_in(tab: Any, tag: str) -> None:
        if tab.url == address and "script-src" not in policy:
            tab.set_content(html(tag))
            return
        tab.route(address, lambda route: route.fulfill(body=html(tag), headers=headers), times=1)
        tab.goto(address)

    return open_in
