"""Login through social networks with the vendor's JavaScript SDK, in both of its modes."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from login_contract.http_client import make_client
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    CONFIRM_EMAIL,
    INVALID_STATE,
    NOT_FOUND,
    PARTNER_REFUSES_LOGIN,
    SOCIAL_NETWORK_REFUSES,
    UNREGISTERED_ADDRESS,
)

from .game_page import CALLBACK, Game, Person, query_of, token_in
from .oauth_game import JWT_MODE, STATE, OAuthGame
from .test_sdk_ask import COUNTRY
from .test_sdk_oauth_passwordless import email_login
from .test_sdk_passwordless import PAGE

GINA = {"name": "Gina", "email": "gina@example.com"}


def link(game: Game, provider: str = "google", **custom: object) -> str:
    """The address that a button of the page leads to."""
    url: str = game.sdk.call("getSocialLink", provider, custom)["url"]
    return url


def come_back(url: str, **choice: str) -> str:
    """Answers a network's page as its form does, `pick` by default; returns where the browser ends."""
    parts = urlsplit(url)
    form = {"action": "pick", "state": query_of(url)["state"], **choice}
    with make_client() as browser:
        assert browser.get(url).status_code == 200
        answer = browser.post(f"{parts.scheme}://{parts.netloc}{parts.path}", data=form)
    assert answer.status_code in (302, 303), answer.text
    location: str = answer.headers["location"]
    return location


def credential(game: Game, provider: str = "google", identity: str = "gina", **profile: str) -> str:
    """What the network's own prompt gives a page."""
    return game.control.social_credentials(game.project_id, provider, identity, **profile).access_token


def test_link_leads_to_the_network_and_back_with_a_token(game: Game) -> None:
    content = claims(token_in(come_back(link(game), id="google-1")))

    assert (content["provider"], content["id"], content["name"]) == ("google", "google-1", "Gina")


def test_link_leads_to_the_network_and_back_with_a_code(oauth_game: OAuthGame) -> None:
    content = claims(oauth_game.access_token(come_back(link(oauth_game, "steam"), id="steam-1")))

    assert (content["provider"], content["id"]) == ("steam", "steam-1")


def test_player_whom_the_network_gets_to_know(game: Game) -> None:
    added = {"action": "add", "id": "twitch-new", "name": "Toni", "email": "toni@example.com"}

    content = claims(token_in(come_back(link(game, "twitch"), **added)))

    assert (content["id"], content["email"]) == ("twitch-new", "toni@example.com")


def test_player_who_turns_back(oauth_game: OAuthGame) -> None:
    told = query_of(come_back(link(oauth_game), action="cancel"))

    assert (told["error_code"], told["state"]) == (PARTNER_REFUSES_LOGIN.code, STATE)
    assert not {"code", "token"} & set(told)


def test_one_link_carries_its_own_settings(oauth_game: OAuthGame) -> None:
    address = link(oauth_game, payload="level=7", state="state-of-one-link", scope="offline")

    arrived = come_back(address, id="google-1")

    assert query_of(arrived)["state"] == "state-of-one-link"
    tokens = oauth_game.redeem(query_of(arrived)["code"], redirect_uri=CALLBACK)
    assert claims(tokens["access_token"])["payload"] == "level=7"
    assert tokens["refresh_token"]


def test_link_serves_one_login(game: Game) -> None:
    address = link(game)
    come_back(address, id="google-1")

    with make_client() as browser:
        assert browser.get(address).status_code >= 400
    assert link(game) != link(game)


@pytest.mark.parametrize(
    ("provider", "custom", "code"),
    [
        ("github", {}, NOT_FOUND.code),
        ("google", {"callbackUrl": "https://elsewhere.example/"}, UNREGISTERED_ADDRESS.code),
    ],
)
def test_link_that_there_is_none_of(game: Game, provider: str, custom: dict[str, str], code: str) -> None:
    game.settings(social_providers=["google"])

    assert game.sdk.refusal("getSocialLink", provider, custom) == code


@pytest.mark.parametrize(
    ("custom", "code"),
    [
        ({"redirectUri": "https://elsewhere.example/"}, UNREGISTERED_ADDRESS.code),
        ({"state": "seven77"}, INVALID_STATE.code),
    ],
)
def test_link_for_a_page_that_is_configured_wrongly(
    oauth_game: OAuthGame, custom: dict[str, str], code: str
) -> None:
    assert oauth_game.sdk.refusal("getSocialLink", "google", custom) == code


def answer_on_the_page(url: str, **fields: str) -> str:
    """Answers the page for asked fields as its form does; returns where the browser ends."""
    parts = urlsplit(url)
    form = {"action": "answer", "ticket": query_of(url)["ticket"]}
    form |= {f"field.{name}": value for name, value in fields.items()}
    with make_client() as browser:
        assert browser.get(url).status_code == 200
        answer = browser.post(f"{parts.scheme}://{parts.netloc}{parts.path}", data=form)
    assert answer.status_code == 302, answer.text
    location: str = answer.headers["location"]
    return location


def test_player_from_a_network_is_asked_for_what_the_project_wants(game: Game) -> None:
    game.settings(ask_fields=[{**COUNTRY, "required": True}])

    asking = come_back(link(game), id="google-1")
    token = token_in(answer_on_the_page(asking, **{"country-name": "DE"}))

    assert claims(token)["id"] == "google-1"
    assert game.accepts(token)
    assert game.sdk.call("getAskFields", token) == []


def test_player_from_a_network_gets_the_code_after_the_answers(oauth_game: OAuthGame) -> None:
    oauth_game.settings(ask_fields=[{**COUNTRY, "required": True}])

    asking = come_back(link(oauth_game), id="google-1")
    arrived = answer_on_the_page(asking, **{"country-name": "DE"})

    assert query_of(arrived)["state"] == STATE
    assert claims(oauth_game.access_token(arrived))["id"] == "google-1"


def test_one_tap_logs_in(game: Game) -> None:
    secret = credential(game, **GINA)

    first, second = (
        claims(token_in(game.sdk.call("oneTapLogin", secret, "google")["login_url"])) for _ in range(2)
    )

    assert (first["provider"], first["id"], first["email"]) == ("google", "gina", GINA["email"])
    assert first["sub"] == second["sub"]


def test_one_tap_gives_a_code_in_oauth_mode(oauth_game: OAuthGame) -> None:
    answer = oauth_game.sdk.call("oneTapLogin", credential(oauth_game, **GINA), "google")

    assert claims(oauth_game.access_token(answer["login_url"]))["id"] == "gina"


def test_one_tap_and_link_lead_to_the_same_player(oauth_game: OAuthGame) -> None:
    tapped = oauth_game.sdk.call("oneTapLogin", credential(oauth_game, identity="google-1"), "google")
    linked = come_back(link(oauth_game), id="google-1")

    subjects = {claims(oauth_game.access_token(url))["sub"] for url in (tapped["login_url"], linked)}

    assert len(subjects) == 1


@pytest.mark.parametrize("mode", [JWT_MODE, {}], ids=["jwt", "oauth2"])
def test_one_tap_with_what_the_network_did_not_give(oauth_game: OAuthGame, mode: dict[str, None]) -> None:
    oauth_game.configure(**mode)
    of_another = credential(oauth_game, "facebook")

    assert oauth_game.sdk.refusal("oneTapLogin", "made-up", "google") == SOCIAL_NETWORK_REFUSES.code
    assert oauth_game.sdk.refusal("oneTapLogin", of_another, "google") == SOCIAL_NETWORK_REFUSES.code
    assert oauth_game.sdk.refusal("oneTapLogin", "made-up", "no-network") == NOT_FOUND.code


def test_player_without_an_address_is_asked_for_one(oauth_game: OAuthGame) -> None:
    oauth_game.configure(scope="email")
    person = Person()

    answer = oauth_game.sdk.call("oneTapLogin", credential(oauth_game, identity="gustav"), "google")
    wanted = {"fields": {"email": person.email}, "token": answer["token"], "link_url": PAGE}
    asked = oauth_game.sdk.call("ask", wanted)["error"]
    code = oauth_game.code(person.email)
    confirmed = oauth_game.sdk.call(*email_login(person, code, asked["details"]["operation_id"]))

    assert [field["name"] for field in answer["ask_fields"]] == ["email"]
    assert asked["code"] == CONFIRM_EMAIL.code
    content = claims(oauth_game.access_token(confirmed["login_url"]))
    assert (content["sub"], content["email"]) == (claims(answer["token"])["sub"], person.email)


@pytest.mark.parametrize(("accepted", "goes_on"), [(True, True), (None, True), (False, False)])
def test_player_answers_to_the_terms(game: Game, accepted: bool | None, goes_on: bool) -> None:
    token = token_in(game.sdk.call("oneTapLogin", credential(game), "google")["login_url"])

    answer = game.sdk.call("agreement", {"token": token, "isAccepted": accepted, "consentId": "terms-1"})

    told = query_of(answer["url"])
    assert answer["url"].startswith(f"{CALLBACK}?")
    assert ("token" in told) is goes_on
    assert game.accepts(told["token"] if goes_on else token) is goes_on
    assert told.get("error_code") == (None if goes_on else PARTNER_REFUSES_LOGIN.code)
