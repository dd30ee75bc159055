"""The hosted pages that the mock renders: sign-in, provider, second factor, reset form, error."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Collection, Iterator, Mapping
from hashlib import sha256
from typing import Any

from login_contract.mock.calls import html_document
from login_contract.mock.contract.refusals import (
    INVALID_VALUE,
    NOT_FOUND,
    TOO_MANY_WRONG_CODES,
    WRONG_CREDENTIALS,
    WRONG_RESET_CODE,
)
from login_contract.mock.domain.theme import theme_of
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import (
    error_page,
    provider_page,
    reset_form_page,
    sign_in_page,
    two_factor_page,
)
from login_contract.mock.hosted.form import content_security_policy
from login_contract.mock.messages.locales import DEFAULT
from login_contract.mock.settings.project import Project, project_settings

from .scene import Scene, Share

WRITE = "html => { document.open(); document.write(html); document.close() }"
States = Mapping[str, str]
HOST = "http://pages.test"
PROJECT = "Demo Game"
EMAIL = "mia@example.com"
PROVIDERS = ("google", "facebook", "apple", "steam", "twitch", "discord")
DRAWN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path fill="#e4007c" d="M0 0h9v3H0z"/></svg>'
)
LOGO = f"data:image/svg+xml;base64,{b64encode(DRAWN).decode()}"
# A colour that has to be darkened, or lightened, before it can be read.
LOOK = {"accent": "#e4007c", "dark_accent": "#7a0042", "radius": 3, "logo": LOGO}
IDENTITIES = (
    {"id": "google-1", "name": "Gina Berg", "email": "gina@example.com"},
    {"id": "g-2", "name": "Ó"},
)


def scenes() -> Iterator[Scene]:
    """Yields every rendered page, in each state that looks different."""
    forms = content_security_policy("https://example.com/")
    with_logo = content_security_policy("https://example.com/", has_logo=True)
    yield from states("sign-in", sign_in, forms, contained=("start", "code", "address taken"))
    yield from states("provider", provider, with_logo, contained=("themed", "refused"))
    yield from states("second-factor", second_factor, forms)
    yield from states("reset", reset_form, forms, contained=("form", "done"))
    yield from states("error", error, html_document.CONTENT_SECURITY_POLICY)


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
    }


def provider(tag: str) -> States:
    """Return the page of a simulated social network."""

    def page(**given: Any) -> str:
        asked = {"provider": "google", "state": "s-1", "project_name": PROJECT, "identities": IDENTITIES}
        return provider_page.page(**{**asked, "refusal": None, "locale": tag, **given})

    return {
        "pick": page(),
        "themed": page(
            theme=theme_of(Project(project_settings().complete({"name": PROJECT, "theme": LOOK})))
        ),
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
    return {"gone": error_page.page(LoginError(NOT_FOUND), meaning="The link is unknown.", locale=tag)}


def states(
    page: str,
    of_tag: Callable[[str], States],
    policy: str,
    *,
    contained: Collection[str] = (),
    **of_scene: Any,
) -> Iterator[Scene]:
    """Yields the scenes of a page of which a function makes the HTML of each state, in a language.

    ``contained`` names the states of which others show all.
    """

    def html(state: str) -> Callable[[str], str]:
        return lambda tag: of_tag(tag)[state]

    for state in of_tag(DEFAULT):
        share: Share = "nothing" if state in contained else "axe and layout"
        yield rendered(page, state, html(state), policy, share=share, **of_scene)


def _opening(html: Callable[[str], str], policy: str) -> Callable[[Any, str], None]:
    """Return what leads a tab to a page, as the mock would serve it, without a server to start and to end.

    A document keeps its policy and what was injected while another page is written into it, which takes a
    quarter of the time of a navigation. One that may run scripts could leave something behind.
    """
    address = f"{HOST}/{sha256(policy.encode()).hexdigest()[:8]}"
    headers = {**html_document.headers(policy), "content-type": "text/html; charset=utf-8"}

    def open_in(tab: Any, tag: str) -> None:
        if tab.url == address and "script-src" not in policy:
            tab.evaluate(WRITE, html(tag))
            return
        tab.route(address, lambda route: route.fulfill(body=html(tag), headers=headers), times=1)
        tab.goto(address)

    return open_in
