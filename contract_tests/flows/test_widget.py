"""What a login form asks for: the project's settings, and social networks in the order of the country."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.jwt_client import CALLBACK, query_of
from login_contract.suite.actors.oauth_client import OAuthClient

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
OFFERED = ["google", "facebook", "twitch", "discord", "steam", "github"]


def settings(oauth_client: OAuthClient, **query: Any) -> dict[str, Any]:
    answer: dict[str, Any] = oauth_client.jwt_client.call("widget-settings", query=query).json()
    return answer


def names(links: dict[str, Any]) -> list[str]:
    return [link["name"] for link in (*links["primary"], *links["secondary"])]


@law("Two locales give two orders of social networks")
def test_locales_order_social_networks(oauth_client: OAuthClient) -> None:
    german, korean = (settings(oauth_client, locale=tag)["social_links"] for tag in ("de_DE", "ko-KR"))

    assert names(german)[:4] == ["google", "paypal", "steam", "twitch"]
    assert names(korean)[:4] == ["naver", "kakao", "google", "facebook"]
    assert sorted(names(german)) == sorted(names(korean))


@law("The project says which social networks come first in a country; the others follow in its own order")
def test_project_orders_social_networks(make_oauth_client: MakeOAuthClient) -> None:
    order = {"DE": ["steam", "vk", "github"], "FR": ["twitch"]}
    oauth_client = make_oauth_client(social_providers=OFFERED, social_order=order, geo_country="FR")

    german = settings(oauth_client, locale="de_DE")["social_links"]
    unlisted = settings(oauth_client, locale="ja_JP")["social_links"]
    unsaid = settings(oauth_client)["social_links"]

    assert names(german) == ["steam", "github", "google", "facebook", "twitch", "discord"]
    assert names(unlisted) == names(unsaid) == ["twitch", "google", "facebook", "discord", "steam", "github"]
    assert [link["name"] for link in german["primary"]] == names(german)[:4]


@law("The links of a login form carry what it was asked with, in the protocol of its client")
def test_links_carry_the_request(oauth_client: OAuthClient) -> None:
    jwt = settings(oauth_client, login_url=CALLBACK, payload="p")["social_links"]["primary"][0]
    started = oauth_client.start(scope="offline")
    oauth = settings(oauth_client, **started)["social_links"]["primary"][0]

    assert jwt["url"].partition("?")[0].endswith("/api/social/google/login_redirect")
    assert query_of(jwt["url"])["login_url"] == CALLBACK
    assert query_of(jwt["url"])["payload"] == "p"
    assert oauth["url"].partition("?")[0].endswith("/api/oauth2/social/google/login_redirect")
    assert {name: query_of(oauth["url"])[name] for name in started} == {
        name: str(value) for name, value in started.items()
    }
    for link in (jwt, oauth):
        assert oauth_client.jwt_client.open(link["url"]).status_code == 302


@law("A login form is told the game's name and whether messages carry links")
@pytest.mark.parametrize("magic_links", [True, False])
def test_form_is_told_the_settings(make_oauth_client: MakeOAuthClient, magic_links: bool) -> None:
    told = settings(make_oauth_client(name="Chess", magic_links=magic_links, geo_country="DE"))

    assert (told["game_name"], told["enable_magic_link"]) == ("Chess", magic_links)
    assert told["geo_ip_country"] == "DE"
    assert not {"state", "projectId", "callbackUrl"} & set(told)
