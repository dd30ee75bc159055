"""The User Account page in every state: what is shown, asked, refused, waited for and missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from login_contract.mock.hosted import account_texts

from .people import People, picture
from .scene import Scene, Share

PAGE = "account"
SETTLED = "main[aria-busy=false]"
# What the page may ask before it can show an account.
CALLS = "**/api/**"
# Seen as soon as the data is.
DATA = "#email dd.value bdi"
# Chosen and waited for inside the page: it is done a hundred times.
SWITCH = """([locale, code]) => new Promise(done => {
  const choice = document.getElementById("language")
  choice.value = locale
  choice.dispatchEvent(new Event("change"))
  const look = () => document.documentElement.lang === code ? done() : setTimeout(look)
  look()
})"""
# Set in a page that is in a state already: other languages are switched to there.
REACHED = "globalThis.reachedState"
TOO_LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 6

Act = Callable[[Any], None]


def scenes(people: People) -> Iterator[Scene]:
    """Yields the page in each state that looks different."""
    yield _scene(people, "all", people.has_all, nothing, share="layout")
    yield _scene(people, "questions", people.has_all, ask)
    yield _scene(people, "crop", people.has_all, crop)
    yield _scene(people, "forms", people.has_nothing, refuse)
    yield _scene(people, "nothing", people.has_nothing, nothing, share="layout")
    yield _scene(people, "hint", None, nothing, share="nothing")
    yield _scene(people, "expired", people.is_over, nothing, share="nothing")
    yield _scene(people, "session over", people.has_all, end_session, share="nothing")
    yield _scene(people, "offline", people.has_all, nothing, before=go_offline, share="nothing")
    busy = "main[aria-busy=true]"
    yield _scene(people, "loading", people.has_all, nothing, before=be_slow, settled=busy, share="nothing")


def address(people: People, tag: str, token: str | None) -> str:
    """Return the URL of the page in a language."""
    return f"{people.origin}/profile?locale={tag}" + (f"#token={token}" if token else "")


def nothing(tab: Any) -> None:
    """Leave the page as it opens."""


def ask(tab: Any) -> None:
    """Be asked whether to remove, and for the codes of a new address and a new number; type wrong ones."""
    for name in ("picture-remove", "second_factor_phone-remove", "networks-0-remove", "devices-1-remove"):
        tab.locator(f"#{name}").click()
    for name, value in {"email": "mia.new@example.com", "phone": "+12025550177"}.items():
        tab.locator(f"#{name}-change").click()
        tab.locator(f"#{name}-input").fill(value)
        tab.locator(f"#{name}-input").press("Enter")
        tab.locator(f"#{name}-code").fill("wrong")
        tab.locator(f"#{name}-code").press("Enter")
        tab.locator(f"#{name}-code-problem:not(:empty)").wait_for()


def refuse(tab: Any) -> None:
    """Open every form, and have what is typed refused."""
    deeds = ("nickname-edit", "birthday-add", "gender-edit", "email-change", "phone-add")
    for name in (*deeds, "password-add_password"):
        tab.locator(f"#{name}").click()
    typed = {"nickname-input": TOO_LONG, "email-input": "mia@", "phone-input": "12", "password-input": "123"}
    typed |= {"birthday-day": "31", "birthday-year": "1994"}
    tab.locator("#birthday-month").select_option("2")
    for name, value in typed.items():
        tab.locator(f"#{name}").fill(value)
    for form in tab.locator(".row form").all():
        form.locator("button:not([type])").click()
    tab.locator(".problem:not(:empty)").nth(6).wait_for()


def crop(tab: Any) -> None:
    """Choose a picture."""
    file = {"name": "me.png", "mimeType": "image/png", "buffer": picture(480, 320)}
    tab.locator("input[type=file]").set_input_files(file)
    tab.locator("dialog[open]").wait_for()


def end_session(tab: Any) -> None:
    """Have the server say that the token is over while the page is open."""
    tab.evaluate("dispatchEvent(new Event('session-over'))")
    tab.locator(".notice").wait_for()


def go_offline(tab: Any) -> None:
    """Let no call of the API arrive."""
    tab.route(CALLS, lambda route: route.abort())


def be_slow(tab: Any) -> None:
    """Let no call of the API be answered."""
    tab.route(CALLS, lambda route: None)


@frozen
class _Opening:
    """Leads a tab to a state of the page; where it is there already, it switches the language."""

    people: People
    state: str
    token: str | None
    act: Act
    before: Act
    settled: str

    def __call__(self, tab: Any, tag: str) -> None:
        if tab.url.startswith(self.people.origin) and tab.evaluate(REACHED) == self.state:
            self._switch(tab, tag)
            return
        tab.unroute_all()
        # A new hash alone would be no new page.
        tab.goto("about:blank")
        self.before(tab)
        tab.goto(address(self.people, tag, self.token))
        tab.locator(self.settled).wait_for()
        self.act(tab)
        tab.evaluate(f"state => {{ {REACHED} = state }}", self.state)

    def _switch(self, tab: Any, tag: str) -> None:
        offered = account_texts.offered()[tag]
        tab.evaluate(SWITCH, [offered.locale, offered.code])


def _scene(
    people: People,
    state: str,
    token: str | None,
    act: Act,
    *,
    before: Act = nothing,
    settled: str = SETTLED,
    share: Share = "axe and layout",
) -> Scene:
    opening = _Opening(people, state, token, act, before, settled)
    return Scene(page=PAGE, state=state, open=opening, share=share)
