"""The User Account page, opened in a tab: what a test does with it, and what it sees."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from attrs import define, field

from login_contract.mock.messages.languages import language

# What keeps foreign text from turning a sentence around, and nobody sees.
UNSEEN = re.compile("[\u2066-\u2069]")


@define
class Account:
    """A page of a game's server: ``requests`` that it has sent, ``errors`` that its scripts complain of."""

    tab: Any
    origin: str
    requests: list[Any] = field(factory=list)
    errors: list[str] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.tab.set_default_timeout(15_000)
        self.tab.on("request", lambda sent: self.requests.append(sent))
        self.tab.on("pageerror", lambda problem: self.errors.append(str(problem)))

    def address(self, token: str | None, locale: str = "en") -> str:
        """Return the URL that opens the page."""
        return f"{self.origin}/profile?locale={locale}" + (f"#token={quote(token)}" if token else "")

    def open(self, token: str | None, locale: str = "en") -> None:
        """Open it, and wait until it shows the account or says why not."""
        self.tab.goto(self.address(token, locale))
        self.settled()

    def settled(self) -> None:
        self.tab.locator("main[aria-busy=false]").wait_for()

    def row(self, name: str) -> Any:
        """Return a line of the account, by the name of the property that it shows."""
        return self.tab.locator(f"#{name}")

    def shown(self, name: str) -> str:
        """Return the value that a line shows."""
        return seen(self.row(name).locator("dd.value bdi").inner_text())

    def press(self, name: str, within: Any = None) -> None:
        """Press a button."""
        (within or self.tab).get_by_role("button", name=name).click()

    def problem(self, label: str) -> str:
        """Return what the page says is wrong with a field, tied to it; waits until it says something."""
        input_ = self.tab.get_by_label(label, exact=True)
        self.tab.locator("[aria-invalid=true]").first.wait_for()
        self.tab.locator("[aria-disabled=true]").wait_for(state="detached")
        said = input_.evaluate(
            """input => input.getAttribute("aria-describedby").split(" ")
              .map(id => document.getElementById(id)).find(each => each.className === "problem").innerText"""
        )
        return seen(said)

    def told(self, text: str) -> None:
        """Wait until the page has told that something is done."""
        self.tab.locator("#told", has_text=text).wait_for()

    def api_calls(self) -> list[str]:
        """Return method and path of every call of the API."""
        paths = [(one.method, one.url.removeprefix(self.origin).partition("?")[0]) for one in self.requests]
        return [f"{method} {path}" for method, path in paths if path.startswith("/api/")]

    def refuse(self, path: str, status: int, code: str, headers: Mapping[str, str] | None = None) -> None:
        """Let the next calls of a path be refused."""
        body = {"error": {"code": code, "description": "Spoken by the server."}}
        self.tab.route(
            f"{self.origin}/api{path}",
            lambda route: route.fulfill(status=status, json=body, headers=dict(headers or {})),
        )


def says(name: str, **values: str) -> str:
    """Return a text of the page in English, whose wording is nothing to the tests."""
    return language("en_XX").texts[name].format(**values)


def seen(text: str) -> str:
    """Return a text as a reader sees it."""
    return " ".join(UNSEEN.sub("", text).replace("\u202f", " ").split())
