"""What a login form fetches first: `fetchConfig` of the vendor's JavaScript SDK, and what it does then."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from login_contract.http_client import make_client

from .game_page import CALLBACK, Game, Person, open_link, query_of
from .oauth_game import STATE, OAuthGame
from .test_sdk_passwordless import PAGE, email_code, phone_code, poll

THEME = {"primary_color": "#123456"}
OFFERED = ["google", "facebook", "twitch", "discord", "steam", "github"]
# The SDK numbers parts of the world; these are those of Germany and of the United States.
EUROPE, AMERICA = "1", "5"


def served(content: object) -> str:
    """The address of a JSON file in place of one on the vendor's network of copies."""
    return f"data:application/json,{quote(json.dumps(content))}"


def fetch(game: Game, *, files: dict[str, str] | None = None, **config: object) -> dict[str, Any]:
    """Opens a page whose files are not on the network of copies, and fetches its configuration."""
    absent = f"{game.sdk.page}no-such-file.json"
    nowhere = {"settingsJSON": absent, "socialsJSON": absent, "themeJSON": served(THEME)}
    game.configure(**{**nowhere, **(files or {}), **config})
    fetched: dict[str, Any] = game.sdk.call("fetchConfig")
    return fetched


def names(links: list[dict[str, str]]) -> list[str]:
    return [link["name"] for link in links]


@pytest.mark.parametrize(("magic_links", "slash"), [(True, ""), (False, "/")])
def test_settings_of_the_project_become_those_of_the_page(game: Game, magic_links: bool, slash: str) -> None:
    game.settings(name="Chess", magic_links=magic_links, geo_country="BR", social_providers=OFFERED)

    fetched = fetch(game, apiUrl=game.api + slash)

    assert (fetched["game_name"], fetched["enable_magic_link"]) == ("Chess", magic_links)
    assert fetched["geo_ip_country"] == "BR"
    assert [field["name"] for field in fetched["registration_fields"]] == ["username", "email", "password"]
    assert fetched["theme"]["primary_color"] == THEME["primary_color"]
    assert (fetched["projectId"], fetched["callbackUrl"]) == (game.project_id, CALLBACK)


def test_locale_of_the_page_orders_social_networks(game: Game) -> None:
    german = fetch(game, fullLocale="de-DE")["social_links"]
    korean = fetch(game, fullLocale="ko-KR")["social_links"]

    assert names(german["primary"]) == ["google", "paypal", "steam", "twitch"]
    assert names(korean["primary"]) == ["naver", "kakao", "google", "facebook"]


def test_country_of_the_player_orders_social_networks(game: Game) -> None:
    order = {"FR": ["twitch", "steam"], "JP": ["github"]}

    game.settings(social_providers=OFFERED, social_order=order, geo_country="FR")
    french = fetch(game, fullLocale="")["social_links"]
    game.settings(geo_country="JP")
    japanese = fetch(game, fullLocale="")["social_links"]

    assert names(french["primary"]) == ["twitch", "steam", "google", "facebook"]
    assert names(french["secondary"]) == ["discord", "github"]
    assert names(japanese["primary"]) == ["github", "google", "facebook", "twitch"]


@pytest.mark.parametrize("locale", ["de-DE", ""])
def test_fetched_links_lead_to_the_networks(oauth_game: OAuthGame, locale: str) -> None:
    fetched = fetch(oauth_game, fullLocale=locale, payload="level=7")["social_links"]

    for link in (fetched["primary"][0], fetched["secondary"][0]):
        target = urlsplit(open_link(link["url"]))
        assert urlsplit(link["url"]).path == f"/api/oauth2/social/{link['name']}/login_redirect"
        assert target.path == f"/_mock/provider/{link['name']}"


def test_fetched_links_are_of_the_protocol_of_the_page(game: Game) -> None:
    link = fetch(game, fullLocale="", payload="level=7")["social_links"]["primary"][0]

    assert urlsplit(link["url"]).path == f"/api/social/{link['name']}/login_redirect"
    assert query_of(link["url"]).items() >= {"login_url": CALLBACK, "payload": "level=7"}.items()
    open_link(link["url"])


def without_settings_of_the_api(game: Game) -> None:
    """Leaves the SDK the files only: else whichever of both sources is first wins."""
    limit = {"operation_id": "widget-settings", "limit": 1, "per_seconds": 3600}
    game.settings(rate_limits=[limit])
    with make_client(base_url=game.api) as client:
        settings = client.get("/widget/ng/settings", params={"projectId": game.project_id})
    assert settings.status_code == 200


def test_copies_on_the_network_are_completed_by_the_country_of_the_player(oauth_game: OAuthGame) -> None:
    without_settings_of_the_api(oauth_game)
    with make_client(base_url=oauth_game.api) as client:
        country = client.get("/client/details").json()["geo_ip_country"]
    if country != "US":
        pytest.skip(f"the server's first project is set to be in {country}")
    copies = {
        region: {"primary": [social(oauth_game, name)], "secondary": []}
        for region, name in ((EUROPE, "steam"), (AMERICA, "google"))
    }
    files = {"settingsJSON": served({"tos_url": PAGE}), "socialsJSON": served(copies)}

    fetched = fetch(oauth_game, files=files)

    (link,) = fetched["social_links"]["all"]
    assert fetched["geo_ip_country"] == country
    assert link["name"] == "google"
    assert query_of(link["url"])["state"] == STATE
    assert urlsplit(open_link(link["url"])).path == "/_mock/provider/google"


def social(game: Game, name: str) -> dict[str, str]:
    """An entry of the list of social networks as the network of copies has it."""
    jwt, oauth2 = (f"{game.api}{family}/social/{name}/login_redirect" for family in ("", "/oauth2"))
    return {"name": name, "jwt": jwt, "oauth2": oauth2}


def own_files(game: Game) -> dict[str, str]:
    """What a page configures so that the SDK reads the files of the API's own server."""
    at = f"{game.api.removesuffix('/api')}/xsolla-login-widget/projects/{game.project_id}/settings"
    return {
        "settingsJSON": f"{at}/auth",
        "socialsJSON": f"{at}/socials/by_region",
        "themeJSON": f"{at}/widget",
    }


@pytest.mark.parametrize("source", ["whichever is first", "the files"])
@pytest.mark.parametrize("magic_links", [True, False])
def test_files_of_the_server_configure_a_page_alike(
    oauth_game: OAuthGame, source: str, magic_links: bool
) -> None:
    oauth_game.settings(name="Chess", magic_links=magic_links, social_providers=OFFERED)
    if source == "the files":
        without_settings_of_the_api(oauth_game)

    fetched = fetch(oauth_game, files=own_files(oauth_game), disableCache=True)

    assert (fetched["game_name"], fetched["enable_magic_link"]) == ("Chess", magic_links)
    assert [field["name"] for field in fetched["registration_fields"]] == ["username", "email", "password"]
    assert fetched["visual_settings"] == {"disallow_external_style": False}
    assert fetched["theme"]["primary_color"] == "#3d4be0"
    assert (fetched["apiUrl"], fetched["projectId"]) == (oauth_game.api, oauth_game.project_id)
    assert sorted(names(fetched["social_links"]["primary"] + fetched["social_links"]["secondary"])) == sorted(
        OFFERED
    )
    link = fetched["social_links"]["primary"][0]
    assert urlsplit(open_link(link["url"])).path == f"/_mock/provider/{link['name']}"
    person = Person()
    email_code(oauth_game, person)
    assert (oauth_game.message(person.email).link is not None) is magic_links


@pytest.mark.parametrize("request_code", [phone_code, email_code])
@pytest.mark.parametrize("oauth2", [False, True], ids=["jwt", "oauth2"])
def test_fetched_settings_put_links_into_messages(
    oauth_game: OAuthGame, request_code: Any, oauth2: bool
) -> None:
    person = Person()
    recipient = person.phone_number if request_code is phone_code else person.email
    fetch(oauth_game)

    operation_id = request_code(oauth_game, person, isOauth2=oauth2)
    message = oauth_game.message(recipient)

    assert open_link(message.link) == PAGE
    assert poll(oauth_game, recipient, operation_id).result() == {"code": message.code}


def test_messages_have_no_links_where_the_project_wants_none(game: Game) -> None:
    game.settings(magic_links=False)
    person = Person()
    fetch(game)

    email_code(game, person)

    assert game.message(person.email).link is None
