"""The files that the widget's SDK reads from the vendor's network of copies: here they are the mock's own."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from login_contract.suite.judging.refusals import NOT_FOUND
from tests.mock.game import Game

AUTH, SOCIALS, THEME = "auth", "socials/by_region", "widget"
ORIGIN = "http://localhost:3000"


def read(game: Game, name: str, **options: Any) -> httpx.Response:
    return game.http.get(f"/xsolla-login-widget/projects/{game.project_id}/settings/{name}", **options)


def widget_settings(game: Game, **query: Any) -> dict[str, Any]:
    settings: dict[str, Any] = game.call("GET", "/widget/ng/settings", **query).json()
    return settings


@pytest.mark.parametrize("changed", [{}, {"name": "Chess", "magic_links": False}])
def test_files_say_what_the_settings_of_the_api_say(game: Game, changed: dict[str, Any]) -> None:
    game.configure(**changed)
    told = widget_settings(game)

    file = read(game, AUTH).json()

    assert file == {
        name: told[name]
        for name in ("game_name", "enable_magic_link", "registration_fields", "visual_settings")
    }
    assert read(game, THEME).json() == told["theme"]


def test_every_region_lists_the_networks_as_the_api_does(game: Game) -> None:
    game.configure(social_providers=["google", "steam", "github", "discord", "twitch"], geo_country="FR")
    told = widget_settings(game)["social_links"]

    regions = read(game, SOCIALS).json()

    assert set(regions) == {"1", "2", "3", "4", "5", "6"}
    for listed in regions.values():
        for part in ("primary", "secondary"):
            assert [each["name"] for each in listed[part]] == [each["name"] for each in told[part]]
    network = regions["1"]["primary"][0]
    api = str(game.http.base_url.join("/api"))
    assert network["jwt"] == f"{api}/social/{network['name']}/login_redirect"
    assert network["oauth2"] == f"{api}/oauth2/social/{network['name']}/login_redirect"


def test_project_that_does_not_exist_has_no_files(game: Game) -> None:
    for name in (AUTH, SOCIALS, THEME):
        path = f"/xsolla-login-widget/projects/00000000-0000-4000-8000-000000000000/settings/{name}"
        answer = game.http.get(path)

        assert (answer.status_code, answer.json()["error"]["code"]) == NOT_FOUND


def test_page_may_read_the_files_and_ask_for_fresh_ones(game: Game) -> None:
    for name in (AUTH, SOCIALS, THEME):
        answer = read(game, name, params={"currTime": "1795871999000"}, headers={"Origin": ORIGIN})

        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == ORIGIN


def test_files_hold_nothing_but_what_a_page_may_know(game: Game) -> None:
    game.configure(algorithm="HS256", hs256_secret="a-secret-that-no-page-may-ever-see")

    for name in (AUTH, SOCIALS, THEME):
        answer = read(game, name)
        assert answer.status_code == 200
        assert "a-secret" not in answer.text
