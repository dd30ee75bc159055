"""The theme of a project on the pages of its sign-in, and told to whoever asks for it."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest

from login_contract.mock.contract.refusals import UNKNOWN_PROJECT
from login_contract.mock.domain.colours import READABLE, Colour
from tests.mock.embedded import StartMock
from tests.mock.game import CALLBACK, PASSWORD, Game, query_of
from tests.mock.hosted.site import HOSTILE
from tests.mock.hosted.test_markup import Outline
from tests.mock.test_theme import GIF, SVG, data_url

LOGO = data_url(SVG, "image/svg+xml")
# The colour of an element, and that of the first thing behind its text.
COLOURS = """(element) => {
  const behind = (at) => {
    const { backgroundColor } = getComputedStyle(at)
    return backgroundColor === "rgba(0, 0, 0, 0)" ? behind(at.parentElement) : backgroundColor
  }
  return [getComputedStyle(element).color, behind(element)]
}"""
THEME = {"accent": "#E4007C", "dark_accent": "#ff8ac4", "radius": 3, "logo": LOGO}


def seen(colour: str) -> Colour:
    """Read a colour as a browser tells it."""
    parts = [float(part) for part in re.findall(r"[0-9.]+", colour)]
    return Colour(*(part if colour.startswith("color(srgb") else part / 255 for part in parts))


def pages(game: Game) -> dict[str, Any]:
    """Return the answers of all pages that a player of the project sees on the way to a login."""
    client_id = int(game.project_id[:8], 16) + 1
    game.configure(
        confirmation_required=False,
        oauth_clients=[{"client_id": client_id, "redirect_uris": [CALLBACK]}],
        ask_fields=[{"name": "hobby", "type": "str", "required": True, "step": 0}],
    )
    assert game.register("jane").status_code in {200, 204}
    game.http.cookies.clear()
    asked = f"client_id={client_id}&response_type=code&state=12345678&redirect_uri={CALLBACK}"
    sign_in = game.http.get(f"/api/oauth2/auth?{asked}").headers["location"]
    start = game.open(sign_in)
    given = {"action": "password", "username": "jane", "password": PASSWORD, **query_of(sign_in)}
    ask = game.http.post("/_mock/sign-in", data=given).headers["location"]
    social = game.call("GET", "/social/google/login_redirect").headers["location"]
    game.configure(ask_fields=[], two_factor="email")
    factor = game.login("jane").json()["login_url"]
    user_id, code = game.reset_link("jane", "jane@example.com")
    form = {"project_id": game.project_id, "user_id": user_id, "code": code, "new_password": "x"}
    shown = {
        "sign-in": start,
        "social network": game.open(social),
        "asked fields": game.open(ask),
        "second factor": game.open(factor),
        "new password": game.open(game.message("jane@example.com", "password_reset").link),
        "new password, refused": game.http.post("/_mock/reset-form", data=form),
    }
    assert [name for name, answer in shown.items() if "<form" not in answer.text] == []
    return shown


def told(game: Game) -> Any:
    return game.http.get("/_mock/theme", params={"project_id": game.project_id}).json()


def test_the_theme_is_told_to_anybody_with_colours_that_can_be_read(game: Game) -> None:
    game.configure(name="Chess", theme=THEME)

    assert told(game) == {
        "project_name": "Chess",
        "logo": LOGO,
        "light": {"accent": "#cf0071", "on_accent": "#ffffff"},
        "dark": {"accent": "#ff8ac4", "on_accent": "#000000"},
        "radius": 3,
    }
    game.configure(theme={})
    assert told(game) == {
        "project_name": "Chess",
        "logo": None,
        "light": {"accent": "#3d4be0", "on_accent": "#ffffff"},
        "dark": {"accent": "#9aa5ff", "on_accent": "#000000"},
        "radius": 8,
    }


def test_a_project_that_is_not_there_has_no_theme(game: Game) -> None:
    unknown = "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d21"
    answer = game.http.get("/_mock/theme", params={"project_id": unknown})
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, UNKNOWN_PROJECT.code)
    assert game.http.get("/_mock/theme").status_code == 400
    assert game.http.get("/_mock/theme", params={"project_id": "x"}).status_code == 400


def test_every_page_of_a_login_has_the_theme_of_its_project(game: Game) -> None:
    game.configure(name="Chess & more", theme=THEME)
    for name, answer in pages(game).items():
        html = answer.text
        assert ":root { --accent: #cf0071; --on-accent: #ffffff; --radius: 3px }" in html, name
        assert ":root { --accent: #ff8ac4; --on-accent: #000000 }" in html, name
        pictures = [attrs for tag, attrs in Outline(html).tags if tag == "img"]
        assert pictures == [{"class": "logo", "src": LOGO, "alt": "Chess & more"}], name
        assert html.index("<img") < html.index("<h1"), name
        assert "; img-src data:;" in answer.headers["content-security-policy"], name


def test_a_page_without_a_logo_may_not_show_pictures(game: Game) -> None:
    for name, answer in pages(game).items():
        assert "<img" not in answer.text, name
        assert "img-src" not in answer.headers["content-security-policy"], name


def test_a_project_has_its_own_theme_and_no_others(game: Game) -> None:
    other = game.another(theme=THEME)
    assert (told(game)["radius"], told(other)["radius"]) == (8, 3)


def test_a_name_cannot_break_out_of_the_logo(game: Game) -> None:
    game.configure(name=HOSTILE, theme={"logo": data_url(GIF)})
    html = pages(game)["sign-in"].text
    (picture,) = [attrs for tag, attrs in Outline(html).tags if tag == "img"]
    assert picture == {"class": "logo", "src": data_url(GIF), "alt": HOSTILE}
    assert not {tag for tag, _ in Outline(html).tags} & {"script", "svg"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_shows_the_logo_and_texts_that_can_be_read(
    browser: Any, start_mock: StartMock, scheme: str
) -> None:
    with Game.at(start_mock().origin) as game, browser.new_context(color_scheme=scheme) as context:
        shown = context.new_page()
        social = game.call("GET", "/social/google/login_redirect").headers["location"]
        for accent in ("#fff59d", "#e4007c", "#101010"):
            game.configure(theme={"accent": accent, "radius": 3, "logo": LOGO})
            shown.goto(f"{social}&locale=ar")
            for selector in (".quiet", ".initials", "details .button"):
                text, ground = (seen(each) for each in shown.eval_on_selector(selector, COLOURS))
                assert text.contrast(ground) >= READABLE, (accent, selector)
            logo = shown.locator(".logo").bounding_box()
            assert (logo["width"], logo["height"]) == (48, 48), "a square, three times as high as a text"
            assert (
                shown.evaluate("getComputedStyle(document.querySelector('.identity')).borderRadius") == "3px"
            )
        title = shown.locator("h1").bounding_box()
        assert logo["x"] + logo["width"] == title["x"] + title["width"], "where a line begins"


def test_a_wide_logo_is_whole_on_a_narrow_account_page(browser: Any, start_mock: StartMock) -> None:
    wide = SVG.replace(b"0 0 1 1", b"0 0 4 1")
    with Game.at(start_mock().origin) as game, browser.new_context() as context:
        game.configure(name="Comet Run", theme={"logo": data_url(wide, "image/svg+xml")})
        shown = context.new_page()
        shown.set_viewport_size({"width": 320, "height": 640})
        token = game.token_by_code("ann@example.com")
        shown.goto(f"{game.http.base_url}/profile?locale=ar#token={token}")
        shown.locator("#logo").wait_for()
        boxes = [shown.locator(each).bounding_box() for each in ("#logo", "#language", "#exit")]
        logo = boxes[0]
        assert (logo["width"], logo["height"]) == (128, 32)
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= 320 for box in boxes)
        # The name is read out, and is not cut off for those who see.
        assert shown.get_by_role("banner").get_by_text("Comet Run").count() == 1
        assert shown.locator("#game").evaluate("(name) => getComputedStyle(name).clipPath") == "inset(50%)"
        assert not any(overlap(one, other) for one, other in combinations(boxes, 2))


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    """Say whether two boxes of a page have a part of it in common."""
    return all(
        one[at] < other[at] + other[size] and other[at] < one[at] + one[size]
        for at, size in (("x", "width"), ("y", "height"))
    )


@pytest.mark.parametrize("logo", ["login-mock.toml", "/etc/hostname", "file:///etc/hostname"])
def test_no_call_has_the_mock_read_a_file(game: Game, logo: str) -> None:
    answer = game.http.put(f"/_mock/projects/{game.project_id}", json={"theme": {"logo": logo}})
    assert answer.status_code == 400
    assert "theme.logo" in answer.json()["error"]["description"]


def test_the_settings_of_a_login_form_name_the_colour_of_the_project(game: Game) -> None:
    widget = "/widget/ng/settings"
    assert game.call("GET", widget).json()["theme"] == {"primary_color": "#3d4be0"}
    game.configure(theme={"accent": "#FFF59d"})
    assert game.call("GET", widget).json()["theme"] == {"primary_color": "#FFF59d"}
    file = game.http.get(f"/xsolla-login-widget/projects/{game.project_id}/settings/widget")
    assert file.json() == {"primary_color": "#FFF59d"}
