"""A page of a game signs its player in by e-mail, with the vendor's SDK: the link, the wait and the code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from attrs import field, frozen

from login_contract.suite.actors.control import Control, Message
from login_contract.suite.actors.jwt_client import JwtClient, query_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import WRONG_CODE

from .browser_tab import Tab, new_tab

if TYPE_CHECKING:
    from .browser_sdk import BrowserThread

EMAIL = "ann@example.com"


@frozen
class SignIn:
    """A player with the game's page in a tab, and a mail program that opens links in another browser."""

    jwt_client: JwtClient
    page: str
    open_tab: Callable[[], Tab]
    tab: Tab = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "tab", self.open_tab())

    @property
    def callback(self) -> str:
        """Where the login leads: a page of the game."""
        return f"{self.page}callback"

    def visit(self, **more: str) -> None:
        """Opens the page, configured for the project."""
        api = str(self.jwt_client.http.base_url).rstrip("/")
        files = (
            f"{api.removesuffix('/api')}/xsolla-login-widget/projects/{self.jwt_client.project_id}/settings"
        )
        config = {
            "apiUrl": api,
            "projectId": self.jwt_client.project_id,
            "callbackUrl": self.callback,
            "settingsJSON": f"{files}/auth",
            "socialsJSON": f"{files}/socials/by_region",
            "themeJSON": f"{files}/widget",
        }
        self.tab.open(f"{self.page}code-login?{urlencode({**config, **more})}")

    def ask(self) -> Message:
        """Types the address and has a message sent; returns the message."""
        self.tab.fill(**{"E-mail address": EMAIL})
        self.tab.click("Send me a code")
        self.tab.await_attribute("#confirm:not([hidden])")
        return self.jwt_client.message(EMAIL, "one_time_code")

    def arrived(self) -> None:
        """Checks that the page went on with a token of the player that is good."""
        self.tab.await_address(f"{self.callback}?")
        token = query_of(self.tab.address)["token"]
        assert claims(token)["email"] == EMAIL
        assert self.jwt_client.validate(token).status_code == 204


@pytest.fixture
def sign_in(
    browser: BrowserThread, page_address: str, make_jwt_client: Callable[..., JwtClient]
) -> Iterator[SignIn]:
    tabs: list[Tab] = []

    def open_tab() -> Tab:
        tabs.append(new_tab(browser, page_address))
        return tabs[-1]

    jwt_client = make_jwt_client(callback_urls=[f"{page_address}callback"], otc_wait_seconds=20)
    yield SignIn(jwt_client, page_address, open_tab)
    for tab in tabs:
        tab.close()


def test_opened_link_signs_in_the_page_that_waits(sign_in: SignIn) -> None:
    sign_in.visit()
    message = sign_in.ask()
    assert message.link is not None

    phone = sign_in.open_tab()
    phone.open(message.link)

    assert phone.address == f"{sign_in.page}opened"
    sign_in.arrived()
    assert phone.cookies() == {}


def test_typed_code_signs_in_the_page_that_waits(sign_in: SignIn) -> None:
    sign_in.visit()
    message = sign_in.ask()

    sign_in.tab.fill(Code=str(message.code))
    sign_in.tab.click("Sign in")

    sign_in.arrived()


def test_page_waits_again_when_a_wait_is_over(sign_in: SignIn) -> None:
    control = sign_in.jwt_client.control
    assert isinstance(control, Control)
    control.change_project(sign_in.jwt_client.project_id, otc_wait_seconds=0.2)
    sign_in.visit()
    message = sign_in.ask()
    sign_in.tab.await_attribute("[data-waits]")

    sign_in.open_tab().open(str(message.link))

    sign_in.arrived()


def test_page_without_the_settings_has_no_link_sent(sign_in: SignIn) -> None:
    sign_in.visit(fetchConfig="no")
    message = sign_in.ask()
    assert message.link is None

    sign_in.tab.fill(Code=str(message.code))
    sign_in.tab.click("Sign in")

    sign_in.arrived()


def test_page_tells_a_wrong_code(sign_in: SignIn) -> None:
    sign_in.visit()
    code = str(sign_in.ask().code)

    sign_in.tab.fill(Code=code[:-1] + str((int(code[-1]) + 1) % 10))
    sign_in.tab.click("Sign in")

    sign_in.tab.await_attribute("[role=alert]:not(:empty)")
    assert sign_in.tab.complaint == WRONG_CODE.code
