"""The account page in the page of a game: the snippet that is copied, and the example that is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import pytest
from xsolla_login_client import user_account

from login_contract import resources
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.plain_server import PlainHandler, PlainServer

EXAMPLE = resources.checkout() / "examples" / "user-account"
ADDRESS = "http://127.0.0.1:8480"
TYPES = {"css": "text/css", "js": "text/javascript"}
PATIENCE_MS = 10_000
# Passes on to the page around it whatever that tells it to say.
RELAY = '<script>addEventListener("message", (event) => parent.postMessage(event.data, "*"))</script>'
HEAR = 'window.heard = []; addEventListener("message", ({ origin, data }) => heard.push([origin, data]))'
# What is seen of a handler that does not compare the origin, and of one that does not compare the source.
SIGNS = "#stranger in the frame ended it", "#sibling ended it"
FETCHED, LOADED, CLOSE = "user-account-page-fetched", "user-account-loaded", "user-account-close"


class Stage(PlainServer):
    """An origin with a few files, which are pages unless their names say otherwise."""

    def __init__(self, files: Mapping[str, str]) -> None:
        super().__init__(_Handler)
        self.files = dict(files)


class _Handler(PlainHandler):
    server: Stage

    def respond(self) -> None:
        name = self.path.partition("?")[0].strip("/") or "index.html"
        text = self.server.files.get(name)
        if text is None:
            self.answer(404)
        else:
            media_type = TYPES.get(name.rpartition(".")[2], "text/html; charset=utf-8")
            self.answer(200, text.encode(), {"content-type": media_type})


@pytest.fixture(scope="module")
def mock() -> Iterator[EmbeddedMock]:
    with EmbeddedMock() as running:
        yield running


@pytest.fixture(scope="module")
def page() -> Iterator[Stage]:
    """What stands for the account page, and says what it is told to say."""
    with Stage({"profile": RELAY, "other": RELAY}) as stage:
        yield stage


@pytest.fixture(scope="module")
def stranger() -> Iterator[Stage]:
    with Stage({"other": RELAY}) as stage:
        yield stage


@pytest.fixture
def hearing(tab: Any) -> Any:
    """A tab in which every page keeps what it hears."""
    tab.add_init_script(HEAR)
    return tab


def snippet(page: Stage) -> str:
    html = user_account.iframe(user_account.account_url("a.b.c", base_url=page.origin))
    return f"<!doctype html><title>A game</title>{html}"


def example(origin: str) -> dict[str, str]:
    """Return the files of the example, for a server at an origin."""
    files = {path.name: path.read_text("utf-8") for path in EXAMPLE.iterdir() if path.suffix != ".md"}
    assert ADDRESS in files["game.js"]
    return files | {"game.js": files["game.js"].replace(ADDRESS, origin)}


def say(tab: Any, frame: str, text: str) -> None:
    """Have a frame say something to the page around it, and wait until that has heard it."""
    before = tab.evaluate("heard.length")
    tab.evaluate(
        "([of, text]) => document.querySelector(of).contentWindow.postMessage(text, '*')", [frame, text]
    )
    tab.wait_for_function("before => heard.length > before", arg=before)


def beside(tab: Any, origin: str, name: str) -> str:
    """Put another frame onto the page; return its selector."""
    tab.evaluate(
        """([url, id]) => new Promise((done) => {
          const frame = Object.assign(document.createElement("iframe"), { src: url, id, onload: done })
          document.body.append(frame)
        })""",
        [f"{origin}/other", name],
    )
    return f"#{name}"


def lead(tab: Any, frame: str, origin: str) -> None:
    """Have a frame show a page of another origin."""
    tab.evaluate(
        """([of, url]) => new Promise((done) => {
          Object.assign(document.querySelector(of), { src: url, onload: done })
        })""",
        [frame, f"{origin}/other"],
    )


def check_that_strangers_are_not_heard(tab: Any, frame: str, page: Stage, stranger: Stage) -> None:
    """Judge a page that shows a frame: only that frame closes it, and only by saying so."""
    tab.locator(frame).wait_for(state="attached")
    for other in (beside(tab, stranger.origin, "stranger"), beside(tab, page.origin, "sibling")):
        for event in (CLOSE, LOADED):
            say(tab, other, event)
            assert tab.locator(frame).count() == 1, f"{other} ended it"
    lead(tab, frame, stranger.origin)
    say(tab, frame, CLOSE)
    assert tab.locator(frame).count() == 1, "#stranger in the frame ended it"
    lead(tab, frame, page.origin)
    for text in ("user-account", "toString", "__proto__", f"{CLOSE} ", FETCHED):
        say(tab, frame, text)
        assert tab.locator(frame).count() == 1, f"{text} ended it"
    say(tab, frame, CLOSE)
    tab.locator(frame).wait_for(state="detached")


def open_snippet(tab: Any, game: Stage, html: str) -> None:
    game.files["index.html"] = html
    tab.goto(game.origin)
    tab.frame_locator("#user-account").locator("script").first.wait_for(state="attached")


@pytest.fixture
def game() -> Iterator[Stage]:
    with Stage({}) as stage:
        yield stage


def test_the_snippet_heeds_its_frame_and_nobody_else(
    hearing: Any, game: Stage, page: Stage, stranger: Stage
) -> None:
    open_snippet(hearing, game, snippet(page))
    src = hearing.locator("#user-account").get_attribute("src")
    assert src == f"{page.origin}/profile?locale=en#token=a.b.c"
    check_that_strangers_are_not_heard(hearing, "#user-account", page, stranger)


def test_the_snippet_says_that_there_is_no_account(hearing: Any, game: Stage, page: Stage) -> None:
    open_snippet(hearing, game, snippet(page))
    say(hearing, "#user-account", LOADED)
    assert hearing.locator("body").inner_text().strip() == "Your account could not be loaded."
    assert hearing.locator("iframe").count() == 0


@pytest.mark.parametrize(
    "condition", ["event.origin !== ORIGIN || ", " || event.source !== frame.contentWindow"]
)
def test_a_snippet_that_heeds_anybody_is_noticed(
    condition: str, hearing: Any, game: Stage, page: Stage, stranger: Stage
) -> None:
    condition = condition.replace("ORIGIN", f'"{page.origin}"')
    assert condition in snippet(page)
    open_snippet(hearing, game, snippet(page).replace(condition, ""))
    with pytest.raises(AssertionError, match=SIGNS["source" in condition]):
        check_that_strangers_are_not_heard(hearing, "#user-account", page, stranger)


def play(tab: Any, game: Stage) -> None:
    tab.goto(game.origin)
    tab.get_by_label("Username or e-mail").fill("demo")
    tab.get_by_label("Password").fill("password123")
    tab.get_by_role("button", name="Play").click()
    tab.get_by_role("button", name="Your account").wait_for()


def heard(tab: Any) -> list[list[str]]:
    texts: list[list[str]] = tab.evaluate("heard")
    return texts


@pytest.fixture
def played(hearing: Any, game: Stage, mock: EmbeddedMock) -> Any:
    """A tab in which the player of the example has logged in."""
    game.files = example(mock.origin)
    play(hearing, game)
    return hearing


def change(mock: EmbeddedMock, token: str, **profile: str) -> None:
    answer = httpx.patch(
        f"{mock.base_url}/users/me", json=profile, headers={"Authorization": f"Bearer {token}"}
    )
    assert answer.status_code == 200, answer.text


def test_the_example_shows_the_account_and_hears_when_the_player_has_finished(
    played: Any, mock: EmbeddedMock
) -> None:
    assert "Welcome back, demo." in played.locator("main").inner_text()
    played.get_by_role("button", name="Your account").click()
    frame = played.frame_locator("dialog iframe")
    frame.locator("#exit").wait_for()
    src = played.locator("dialog iframe").get_attribute("src")
    assert src.startswith(f"{mock.origin}/profile?locale=en#token=")
    change(mock, src.partition("#token=")[2], nickname="Comet")
    frame.locator("#exit").click()

    played.get_by_text("Welcome back, Comet.").wait_for()
    assert heard(played) == [[mock.origin, FETCHED], [mock.origin, CLOSE]]
    assert not played.locator("dialog").is_visible()
    assert played.locator("iframe").count() == 0


def test_the_example_asks_for_a_new_login_when_the_token_has_expired(played: Any, mock: EmbeddedMock) -> None:
    httpx.post(f"{mock.origin}/_mock/clock", json={"advance_seconds": 86_401}).raise_for_status()
    played.get_by_role("button", name="Your account").click()

    played.get_by_text("Your account could not be loaded. Log in again.").wait_for()
    assert heard(played) == [[mock.origin, LOADED]]
    assert played.get_by_label("Password").is_visible()
    assert played.locator("iframe").count() == 0


def test_the_example_gives_up_where_it_may_not_embed(played: Any, mock: EmbeddedMock) -> None:
    project = f"{mock.origin}/_mock/projects/{DEFAULT_PROJECT_ID}"
    httpx.patch(project, json={"allowed_origins": ["https://game.example"]}).raise_for_status()
    try:
        played.clock.install()
        played.get_by_role("button", name="Your account").click()
        played.get_by_text("Loading your account…").wait_for()
        played.clock.fast_forward(PATIENCE_MS + 1)
        played.get_by_text("Your account could not be loaded.").wait_for()
    finally:
        httpx.patch(project, json={"allowed_origins": None}).raise_for_status()
    assert heard(played) == []


def test_the_example_says_what_keeps_the_player_out(hearing: Any, game: Stage, mock: EmbeddedMock) -> None:
    game.files = example(mock.origin)
    hearing.goto(game.origin)
    hearing.get_by_label("Username or e-mail").fill("demo")
    hearing.get_by_label("Password").fill("wrong-password")
    hearing.get_by_role("button", name="Play").click()
    hearing.get_by_text("password is wrong").wait_for()

    hearing.route("**/api/login**", lambda route: route.abort())
    hearing.get_by_role("button", name="Play").click()
    hearing.get_by_text("The Login server does not answer.").wait_for()


def test_the_example_heeds_its_frame_and_nobody_else(
    played: Any, game: Stage, page: Stage, stranger: Stage, mock: EmbeddedMock
) -> None:
    shown_by_example(played, game, page, mock)
    check_that_strangers_are_not_heard(played, "dialog iframe", page, stranger)


def shown_by_example(tab: Any, game: Stage, page: Stage, mock: EmbeddedMock, without: str = "") -> None:
    """Have the example show what stands for the account page."""
    files = example(mock.origin)
    assert without in files["account.js"]
    game.files = files | {
        "game.js": files["game.js"].replace("`${SERVER}/profile`", f"'{page.origin}/profile'"),
        "account.js": files["account.js"].replace(without, "") if without else files["account.js"],
    }
    play(tab, game)
    tab.get_by_role("button", name="Your account").click()
    tab.frame_locator("dialog iframe").locator("script").first.wait_for(state="attached")


@pytest.mark.parametrize(
    "condition", ["event.origin !== new URL(url).origin || ", " || event.source !== frame.contentWindow"]
)
def test_an_example_that_heeds_anybody_is_noticed(
    condition: str, hearing: Any, game: Stage, page: Stage, stranger: Stage, mock: EmbeddedMock
) -> None:
    shown_by_example(hearing, game, page, mock, without=condition)
    with pytest.raises(AssertionError, match=SIGNS["source" in condition]):
        check_that_strangers_are_not_heard(hearing, "dialog iframe", page, stranger)
