"""A game whose passwords are a partner's, played through the vendor's JavaScript SDK from end to end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from login_contract.description.storage_webhooks import NAMES
from login_contract.suite.actors.callback_server import CallbackServer, CannedAnswer, Received
from login_contract.suite.actors.jwt_client import PASSWORD
from login_contract.suite.actors.user_token import claims
from login_contract.suite.actors.user_token import claims as told_to_partner

from .game_page import Game, Person, query_of
from .oauth_game import OAuthGame
from .test_sdk_oauth_passwordless import phone_login
from .test_sdk_passwordless import phone_code
from .test_sdk_social import come_back, link

NEW_PASSWORD = "another horse 2"
KEY_MAP = {"info.first": "first_name", "info.sex": "gender", "id": "server_custom_id", "nick": "nickname"}


class PartnersServer:
    """A partner: keeps passwords, and tells with each answer which call it was."""

    def __init__(self) -> None:
        self.passwords: dict[str, str] = {}
        self.receiver = CallbackServer()
        self.receiver.answer(self.answer)

    @property
    def urls(self) -> dict[str, str]:
        """The webhooks as the project settings take them."""
        return {name: self.receiver.url(f"/{name}") for name in NAMES}

    def answer(self, request: Received) -> CannedAnswer:
        """Answer any webhook."""
        name, sent = request.path.strip("/"), request.json
        if name == "new-user":
            self.passwords[sent["username"]] = sent["password"]
        if name == "password-reset":
            self.passwords[sent["username"]] = sent["fields"]["password"]
        if name == "user-verification" and self.passwords.get(sent["username"]) != sent["password"]:
            error = {"code": "011-001", "description": "Nobody of ours."}
            return CannedAnswer(status=400, json={"error": error})
        token = request.headers["authorization"].removeprefix("Bearer ")
        about = told_to_partner(token)
        attributes = [{"attr_type": "server", "key": name, "value": len(self.receiver.requests)}]
        told = {"call": name, "id": about.get("username") or about.get("phone") or about.get("id")}
        told["id"] = str(told["id"]).lstrip("+")
        return CannedAnswer(
            status=200,
            json={
                **told,
                "nick": "Jay",
                "info": {"first": "Jane", "sex": "female"},
                "attributes": attributes,
            },
        )


@pytest.fixture
def partners_server() -> Iterator[PartnersServer]:
    server = PartnersServer()
    with server.receiver:
        yield server


def stored(game: Game, **wanted: Any) -> dict[str, Any]:
    """What the mock keeps of the user with these values."""
    listed = game.control.users(game.project_id)
    (user,) = (user for user in listed if all(user[name] == value for name, value in wanted.items()))
    return user


def test_the_whole_story(oauth_game: OAuthGame, partners_server: PartnersServer) -> None:
    game, person = oauth_game, Person(password=PASSWORD)
    mapped = ("new-user", "user-verification", "social")
    game.settings(
        storage="custom",
        confirmation_required=False,
        webhooks=partners_server.urls,
        key_map=dict.fromkeys(mapped, KEY_MAP),
    )
    game.configure(scope="offline")

    signed_up = game.access_token(game.sdk.call("signup", person.user_info)["login_url"])
    assert claims(signed_up)["partner_data"]["call"] == "new-user"
    assert partners_server.passwords == {person.username: PASSWORD}

    wrong = Person(username=person.username, password="wrong")
    assert game.sdk.refusal("login", wrong.credentials) == "011-001"
    tokens = game.tokens(game.sdk.call("login", person.credentials)["login_url"])
    content = claims(tokens["access_token"])
    assert content["partner_data"]["call"] == "user-verification"
    assert (content["sub"], content["server_custom_id"]) == (claims(signed_up)["sub"], person.username)

    answer = game.token_answer(grant_type="refresh_token", refresh_token=tokens["refresh_token"])
    refreshed = claims(answer.json()["access_token"])
    assert refreshed["partner_data"]["call"] == "refresh-token"

    operation_id = phone_code(game, person, isOauth2=True)
    answer = game.sdk.call(*phone_login(person, game.code(person.phone_number), operation_id))
    by_phone = claims(game.access_token(answer["login_url"]))
    assert by_phone["partner_data"]["call"] == "phone"
    by_network = claims(game.access_token(come_back(link(game), id="google-1")))
    assert (by_network["partner_data"]["call"], by_network["id"]) == ("social", "google-1")

    assert game.sdk.call("reset", {"username": person.username}) == ""
    mailed = query_of(game.message(person.email, "password_reset").link or "")
    new = {"user_id": mailed["user_id"], "code": mailed["code"], "newPassword": NEW_PASSWORD}
    assert game.sdk.call("set", new) == ""
    assert partners_server.passwords == {person.username: NEW_PASSWORD}
    assert game.sdk.refusal("login", person.credentials) == "011-001"
    assert not game.accepts(tokens["access_token"])
    changed = Person(username=person.username, password=NEW_PASSWORD)
    assert claims(game.access_token(game.sdk.call("login", changed.credentials)["login_url"]))

    user = stored(game, username=person.username)
    assert (user["nickname"], user["fields"]["first_name"], user["fields"]["gender"]) == ("Jay", "Jane", "f")
    keys = {"new-user", "user-verification", "refresh-token", "password-change", "password-reset"}
    assert {each["key"] for each in user["attributes"]} == keys
    assert {each["value"].isdigit() for each in user["attributes"]} == {True}
    assert stored(game, phone_number=person.phone_number)["attributes"][0]["key"] == "phone"
    assert stored(game, user_id=by_network["sub"])["fields"]["first_name"] == "Jane"
