"""Every example of the vendor's guide to its SDK, through the facade of the TypeScript client.

In Node, and in Chromium on a page of another origin than the API's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.judging.refusals import (
    DEADLINE_EXCEEDED,
    INVALID_PHONE_NUMBER,
    NOT_SIGNED_IN,
    WRONG_CREDENTIALS,
)
from login_contract.suite.target import Target

from .game_page import CALLBACK, Game, Person, open_link, query_of, token_in
from .javascript import SdkRefusalError
from .oauth_game import STATE, OAuthGame, open_oauth_game
from .sdk_document import EXAMPLES
from .test_sdk_ask import COUNTRY, EMAIL, PHONE
from .typescript_sdk import NodeTypeScriptSdk, PageTypeScriptSdk, TypeScriptSdk

PAGE = "http://localhost:8701/confirmed"
Given = dict[str, Any]
Prepare = Callable[[Game, Given], list[Any]]
PREPARED: dict[str, Prepare] = {}


@pytest.fixture(params=["node", "chromium"])
def facade(request: pytest.FixtureRequest, typescript_page: str) -> TypeScriptSdk:
    if request.param == "node":
        return NodeTypeScriptSdk(request.getfixturevalue("typescript_node"), typescript_page)
    return PageTypeScriptSdk(request.getfixturevalue("browser"), typescript_page)


@pytest.fixture
def game(facade: TypeScriptSdk, target: Target, control: Control, signing_key: str) -> OAuthGame:
    """A project and a page that is in JWT mode, where a call does not say that it is one of OAuth 2.0."""
    game = open_oauth_game(facade, control, target.base_url, private_key=signing_key, otc_wait_seconds=0.2)
    game.configure(**JWT)
    return game


# Client, state and redirect URI together would make all calls those of OAuth 2.0.
JWT = {"redirectUri": None, "responseType": None}


def prepares(name: str) -> Callable[[Prepare], Prepare]:
    """Marks the function that puts real values into the example of a call, and makes them real."""

    def keep(function: Prepare) -> Prepare:
        PREPARED[name] = function
        return function

    return keep


@prepares("signup")
def _signup(game: Game, example: Given) -> list[Any]:
    game.settings(confirmation_required=False)
    person = Person()
    return [{"userInfo": {**example["userInfo"], "username": person.username, "email": person.email}}]


@prepares("login")
def _login(game: Game, example: Given) -> list[Any]:
    person = game.member(password=example["credentials"]["password"])
    return [{"credentials": {**example["credentials"], "username": person.email}}]


@prepares("resendEmail")
def _resend(game: Game, example: Given) -> list[Any]:
    person = Person()
    game.sdk.call("signup", person.user_info)
    return [{"username": person.email}]


@prepares("phoneGetCode")
def _phone(game: Game, example: Given) -> list[Any]:
    return [{**example, "phone_number": Person().phone_number, "link_url": PAGE}]


@prepares("emailGetCode")
def _email(game: Game, example: Given) -> list[Any]:
    return [{**example, "email": Person().email, "link_url": PAGE}]


@prepares("getConfirmCode")
def _confirm(game: Game, example: Given) -> list[Any]:
    game.settings(magic_links=True)
    game.sdk.call("fetchConfig")
    email = Person().email
    asked = game.sdk.call("emailGetCode", {"email": email, "link_url": PAGE})
    open_link(game.message(email).link)
    return [{"login": email, **asked}]


@prepares("loginWithPhoneCode")
def _phone_code(game: Game, example: Given) -> list[Any]:
    given = {"phone_number": Person().phone_number, "isOauth2": example["isOauth2"]}
    asked = game.sdk.call("phoneGetCode", given)
    return [{**example, **given, **asked, "code": game.code(given["phone_number"])}]


@prepares("loginWithEmailCode")
def _email_code(game: Game, example: Given) -> list[Any]:
    given = {"email": Person().email, "isOauth2": example["isOauth2"]}
    asked = game.sdk.call("emailGetCode", given)
    return [{**example, **given, **asked, "code": game.code(given["email"])}]


@prepares("getAskFields")
def _fields(game: Game, example: Given) -> list[Any]:
    game.settings(ask_fields=[{**PHONE, "validation": {}}])
    return [asked_token(game)]


@prepares("ask")
def _ask(game: Game, example: Given) -> list[Any]:
    (name,) = example["fields"]
    game.settings(ask_fields=[{"phone_number": PHONE, "email": EMAIL}[name]])
    token = asked_token(game, by="email" if name == "phone_number" else "phone_number")
    return [{"fields": {name: getattr(Person(), name)}, "link_url": PAGE, "token": token}]


@prepares("reset")
def _reset(game: Game, example: Given) -> list[Any]:
    return [{"username": game.member().username}]


@prepares("set")
def _set(game: Game, example: Given) -> list[Any]:
    person = game.member()
    game.sdk.call("reset", {"username": person.username})
    message = game.message(person.email, "password_reset")
    user_id = parse_qs(urlsplit(str(message.link)).query)["user_id"][0]
    return [{**example, "reset_code": message.code, "user_id": user_id}]


@prepares("checkUserAuthSSO")
def _check(game: Game, example: Given) -> list[Any]:
    user_token(game)
    return []


@prepares("userAuthSSOWithRedirect")
def _redirect(game: Game, example: Given) -> list[Any]:
    user_token(game)
    return [CALLBACK]


@prepares("logout")
def _logout(game: Game, example: Given) -> list[Any]:
    return [user_token(game), example["session"]]


@prepares("clearSSO")
def _clear(game: Game, example: Given) -> list[Any]:
    return []


def user_token(game: Game) -> str:
    """The token of a new member who logs in by password."""
    return token_in(game.sdk.call("login", game.member().credentials)["login_url"])


def asked_token(game: Game, by: str = "email") -> str:
    """The token of somebody new of whom the project still wants to know something."""
    kind = by.removesuffix("_number").capitalize()
    given = {by: getattr(Person(), by)}
    asked = game.sdk.call(f"{kind.lower()}GetCode", given)
    given["code"] = game.code(given[by])
    return str(game.sdk.call(f"loginWith{kind}Code", {**given, **asked})["token"])


def refused(game: Game, name: str, *parameters: Any) -> str | None:
    """The code that a call rejects with."""
    with pytest.raises(SdkRefusalError) as caught:
        game.sdk.call(name, *parameters)
    return caught.value.code


def assert_as_told(example: Given, result: Any) -> None:
    """What a call resolves with has the fields that the guide shows."""
    if "status" in example:
        assert result["code"] == example["status"]
    elif "error" in result:
        assert result["error"]["code"] == example["error"]
        assert result["error"]["details"]["operation_id"]
    else:
        (first,) = result if isinstance(result, list) else [result]
        assert sorted(first) in [sorted(each) for each in example["answers"]]


@pytest.mark.parametrize(
    ("name", "example"), [pytest.param(*each, id=f"{each[0]}-{index}") for index, each in enumerate(EXAMPLES)]
)
def test_example_of_the_guide_does_what_it_shows(game: Game, name: str, example: Given) -> None:
    parameters = PREPARED[name](game, example["arguments"])

    result = game.sdk.call(name, *parameters)

    assert_as_told(example, result)


def test_every_example_is_prepared() -> None:
    assert PREPARED.keys() == {name for name, _ in EXAMPLES}


def test_login_tells_what_the_project_still_asks_for_and_ask_leads_on(game: Game) -> None:
    game.settings(ask_fields=[PHONE, COUNTRY])
    result = game.sdk.call("login", game.member().credentials)

    on = game.sdk.call("ask", {"fields": {"country-name": "DE"}, "token": result["token"]})

    assert {each["name"] for each in result["ask_fields"]} == {"phone_number", "country-name"}
    assert token_in(on["redirect_url"])


def test_confirmed_field_goes_on_with_the_operation(game: Game) -> None:
    game.settings(ask_fields=[EMAIL])
    email = Person().email
    token = asked_token(game, by="phone_number")

    asked = game.sdk.call("ask", {"fields": {"email": email}, "token": token})
    given = {"email": email, "code": game.code(email), **asked["error"]["details"]}

    assert token_in(game.sdk.call("loginWithEmailCode", given)["login_url"])


@pytest.mark.parametrize(
    ("name", "parameters", "code"),
    [
        ("login", [{"credentials": {"username": "nobody", "password": "wrong"}}], WRONG_CREDENTIALS.code),
        (
            "phoneGetCode",
            [{"phone_number": "email@address.com", "isOauth2": False}],
            INVALID_PHONE_NUMBER.code,
        ),
        ("checkUserAuthSSO", [], NOT_SIGNED_IN.code),
    ],
)
def test_refusal_rejects_with_its_code(game: Game, name: str, parameters: list[Any], code: str) -> None:
    assert refused(game, name, *parameters) == code


def test_wait_that_brings_nothing_resolves_with_the_error_of_the_guide(game: Game) -> None:
    waiting = {"login": "nobody@example.com", "operation_id": "unknown"}

    result = game.sdk.call("getConfirmCode", waiting, {"timeout": 300})

    assert result["error"]["code"] == DEADLINE_EXCEEDED.code


def test_wait_ends_when_it_is_cancelled(game: Game) -> None:
    game.settings(otc_wait_seconds=20)
    call = game.sdk.start("getConfirmCode", {"login": "a@example.com", "operation_id": "unknown"})

    game.sdk.cancel(call)

    with pytest.raises(SdkRefusalError) as caught:
        call.result()
    assert caught.value.name == "Cancelled"


def test_single_sign_on_knows_the_user_on_the_next_page_until_it_is_cleared(game: Game) -> None:
    user_token(game)
    game.revisit(**JWT)

    assert game.sdk.call("checkUserAuthSSO")["code"]
    assert "xl_sso" not in game.sdk.readable_cookies()
    assert game.sdk.call("clearSSO") == {"code": 204}
    assert refused(game, "checkUserAuthSSO") == NOT_SIGNED_IN.code


def test_redirect_tells_where_it_leads_where_that_can_be_seen(game: Game) -> None:
    user_token(game)

    result = game.sdk.call("userAuthSSOWithRedirect", {"loginUrl": CALLBACK})

    if isinstance(game.sdk, PageTypeScriptSdk):
        assert result == {"code": 302, "location": None}
    else:
        assert query_of(result["location"])["code"]


def test_login_of_oauth2_goes_on_to_the_account_of_the_user(game: OAuthGame) -> None:
    game.configure(scope="offline", responseType=None)
    person = game.member()

    landed = game.sdk.call("login", person.credentials)["login_url"]
    tokens = game.sdk.call("complete", landed)

    assert query_of(landed)["state"] == STATE
    assert tokens["refreshToken"]
    assert game.sdk.call("account.getUserDetails")["email"] == person.email
