"""Every example of the vendor's guide to its SDK, through the Python facade, blocking and awaited."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from xsolla_login_client import models
from xsolla_login_client.error_codes import CODES
from xsolla_login_client.login_api import CancelToken, ConfirmationRequired, Redirect

from login_contract.suite.actors.control import Control
from login_contract.suite.judging.refusals import INVALID_PHONE_NUMBER
from login_contract.suite.target import Target

from .facade_game import MANNERS, Called, FacadeGame, facade_game
from .game_page import CALLBACK, Person, open_link, query_of, token_in
from .sdk_document import EXAMPLES, in_python
from .test_sdk_ask import COUNTRY, EMAIL, PHONE

PAGE = "http://localhost:8701/confirmed"
Given = dict[str, Any]
Prepare = Callable[[FacadeGame, Called, Given], Given]
PREPARED: dict[str, Prepare] = {}


@pytest.fixture(params=MANNERS)
def game(
    request: pytest.FixtureRequest, target: Target, control: Control, signing_key: str
) -> Iterator[FacadeGame]:
    with facade_game(
        request.param, control, target.base_url, otc_wait_seconds=0.2, private_key=signing_key
    ) as found:
        yield found


def prepares(name: str) -> Callable[[Prepare], Prepare]:
    """Marks the function that puts real values into the example of a call, and makes them real."""

    def keep(function: Prepare) -> Prepare:
        PREPARED[name] = function
        return function

    return keep


@prepares("signup")
def _signup(game: FacadeGame, api: Called, example: Given) -> Given:
    game.settings(confirmation_required=False)
    person = Person()
    return {**example["userInfo"], "username": person.username, "email": person.email}


@prepares("login")
def _login(game: FacadeGame, api: Called, example: Given) -> Given:
    person = game.member(password=example["credentials"]["password"])
    return {**example["credentials"], "username": person.email}


@prepares("resendEmail")
def _resend(game: FacadeGame, api: Called, example: Given) -> Given:
    person = Person()
    api("signup", username=person.username, email=person.email, password=person.password)
    return {"username": person.email}


@prepares("phoneGetCode")
def _phone(game: FacadeGame, api: Called, example: Given) -> Given:
    return {**example, "phone_number": Person().phone_number, "link_url": PAGE}


@prepares("emailGetCode")
def _email(game: FacadeGame, api: Called, example: Given) -> Given:
    return {**example, "email": Person().email, "link_url": PAGE}


@prepares("getConfirmCode")
def _confirm(game: FacadeGame, api: Called, example: Given) -> Given:
    game.settings(magic_links=True)
    api("fetch_config")
    email = Person().email
    asked = api("email_get_code", email=email, link_url=PAGE)
    open_link(game.message(email).link)
    return {"login": email, "operation_id": asked.operation_id}


@prepares("loginWithPhoneCode")
def _phone_code(game: FacadeGame, api: Called, example: Given) -> Given:
    number = Person().phone_number
    asked = api("phone_get_code", phone_number=number, is_oauth2=example["isOauth2"])
    return {**example, "phone_number": number, "code": game.code(number), "operation_id": asked.operation_id}


@prepares("loginWithEmailCode")
def _email_code(game: FacadeGame, api: Called, example: Given) -> Given:
    email = Person().email
    asked = api("email_get_code", email=email, is_oauth2=example["isOauth2"])
    return {**example, "email": email, "code": game.code(email), "operation_id": asked.operation_id}


@prepares("getAskFields")
def _fields(game: FacadeGame, api: Called, example: Given) -> Given:
    game.settings(ask_fields=[{**PHONE, "validation": {}}])
    return {"token": asked_token(game, api)}


@prepares("ask")
def _ask(game: FacadeGame, api: Called, example: Given) -> Given:
    (name,) = example["fields"]
    game.settings(ask_fields=[{"phone_number": PHONE, "email": EMAIL}[name]])
    token = asked_token(game, api, by="email" if name == "phone_number" else "phone_number")
    return {"fields": {name: getattr(Person(), name)}, "link_url": PAGE, "token": token}


@prepares("reset")
def _reset(game: FacadeGame, api: Called, example: Given) -> Given:
    return {"username": game.member().username}


@prepares("set")
def _set(game: FacadeGame, api: Called, example: Given) -> Given:
    person = game.member()
    api("reset", person.username)
    message = game.message(person.email, "password_reset")
    given = parse_qs(urlsplit(str(message.link)).query)
    return {**example, "reset_code": message.code, "user_id": given["user_id"][0]}


@prepares("checkUserAuthSSO")
def _check(game: FacadeGame, api: Called, example: Given) -> Given:
    user_token(game, api)
    return {}


@prepares("userAuthSSOWithRedirect")
def _redirect(game: FacadeGame, api: Called, example: Given) -> Given:
    user_token(game, api)
    return {"loginUrl": CALLBACK}


@prepares("logout")
def _logout(game: FacadeGame, api: Called, example: Given) -> Given:
    return {**example, "token": user_token(game, api)}


@prepares("clearSSO")
def _clear(game: FacadeGame, api: Called, example: Given) -> Given:
    return {}


def user_token(game: FacadeGame, api: Called) -> str:
    """The token of a new member who logs in by password."""
    person = game.member()
    return token_in(api("login", username=person.username, password=person.password).login_url)


def asked_token(game: FacadeGame, api: Called, by: str = "email") -> str:
    """The token of somebody new of whom the project still wants to know something."""
    kind = by.removesuffix("_number")
    recipient = {by: getattr(Person(), by)}
    asked = api(f"{kind}_get_code", **recipient)
    code = game.code(recipient[by])
    result = api(f"login_with_{kind}_code", **recipient, code=code, operation_id=asked.operation_id)
    return str(result.token)


def named(given: Given) -> Given:
    return {in_python({"name": name}): value for name, value in given.items()}


def assert_as_told(example: dict[str, Any], result: Any) -> None:
    """What a call brings has the fields that the guide shows, no body, or the address of a redirect."""
    if example.get("status") == 204:
        assert result is None
    elif example.get("status") == 302:
        assert query_of(result)["code"]
    elif isinstance(result, ConfirmationRequired):
        assert (result.code, bool(result.operation_id)) == (example["error"], True)
    else:
        (first,) = result if isinstance(result, list) else [result]
        assert sorted(first.to_dict()) in [sorted(each) for each in example["answers"]]


@pytest.mark.parametrize(
    ("name", "example"), [pytest.param(*each, id=f"{each[0]}-{index}") for index, each in enumerate(EXAMPLES)]
)
def test_example_of_the_guide_does_what_it_shows(
    game: FacadeGame, name: str, example: dict[str, Any]
) -> None:
    api = game.api(client_id=game.clients.public, redirect_url=CALLBACK)
    given = PREPARED[name](game, api, example["arguments"])

    result = api(in_python({"name": name}), **named(given))

    assert_as_told(example, result)


def test_every_example_is_prepared() -> None:
    assert PREPARED.keys() == {name for name, _ in EXAMPLES}


def test_login_tells_what_the_project_still_asks_for(game: FacadeGame) -> None:
    game.settings(ask_fields=[PHONE])
    person = game.member()

    result = game.api()("login", username=person.username, password=person.password)

    assert isinstance(result, models.LoginResult)
    assert [each.name for each in result.ask_fields or ()] == ["phone_number"]
    assert result.token == token_in(result.login_url)


def test_address_in_place_of_a_number_is_refused_as_the_guide_writes_it(game: FacadeGame) -> None:
    api = game.api(client_id=game.clients.public, redirect_url=CALLBACK)
    (written,) = [each["arguments"] for name, each in EXAMPLES if name == "loginWithPhoneCode"]

    with pytest.raises(CODES[INVALID_PHONE_NUMBER.code]):
        api("login_with_phone_code", **named(written))


def test_field_that_needs_no_confirmation_leads_on(game: FacadeGame) -> None:
    game.settings(ask_fields=[COUNTRY])
    api = game.api()
    token = asked_token(game, api)

    result = api("ask", fields={"country-name": "DE"}, token=token)

    assert isinstance(result, Redirect)
    assert token_in(result.redirect_url)


def test_confirmed_field_goes_on_with_the_operation(game: FacadeGame) -> None:
    game.settings(ask_fields=[EMAIL])
    api, email = game.api(), Person().email
    token = asked_token(game, api, by="phone_number")

    asked = api("ask", fields={"email": email}, token=token)
    code = game.code(email)
    result = api("login_with_email_code", email=email, code=code, operation_id=asked.operation_id)

    assert token_in(result.login_url)


def test_wait_that_brings_nothing_ends_in_time(game: FacadeGame) -> None:
    with pytest.raises(CODES["010-050"]):
        game.api()("get_confirm_code", login="nobody@example.com", operation_id="unknown", timeout=0.3)


def test_wait_ends_when_it_is_cancelled(game: FacadeGame) -> None:
    from xsolla_login_client.errors import Cancelled

    game.settings(otc_wait_seconds=20)
    api, token = game.api(), CancelToken()
    waiting = {"login": "a@example.com", "operation_id": "unknown", "cancel_token": token, "timeout": 15}
    timer = threading.Timer(0.2, token.cancel)
    timer.start()

    with pytest.raises(Cancelled):
        api("get_confirm_code", **waiting)
    timer.join()
