"""Groups and templates on either database, and what a login has to do with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import httpx
import pytest

from login_contract.mock.store import groups
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.groups import Group
from login_contract.suite.judging.refusals import NOT_FOUND, UNPROCESSABLE_VALUE
from login_contract.tokens.compact import claims_of
from tests.mock.game import PASSWORD, Game, at_once, refusal, token_of

CLIENT = {"client_id": 7001, "type": "server", "client_secret": "a-secret"}
Ask = Callable[..., httpx.Response]


@pytest.fixture
def ask(game: Game) -> Ask:
    """Call an operation below the project as its server."""
    # A client is one project's only.
    client = {**CLIENT, "client_id": int(game.project_id[:7], 16) + 10_000}
    game.configure(oauth_clients=[client])
    form = {"grant_type": "client_credentials", **{name: client[name] for name in client if name != "type"}}
    token = game.http.post("/api/oauth2/token", data=form).json()["access_token"]

    def call(method: str, path: str, body: Any = None) -> httpx.Response:
        address = f"/projects/{game.project_id}/{path}"
        return game.call(method, address, body=body, headers={"X-SERVER-AUTHORIZATION": token})

    return call


@pytest.fixture
def jane(game: Game) -> str:
    made = game.control.create_user(
        game.project_id, username="jane", email="jane@example.com", password=PASSWORD
    )
    return str(made["user_id"])


def listed(ask: Ask, path: str = "user_groups") -> dict[str, int]:
    return {group["name"]: group["id"] for group in ask("GET", path).json()}


def test_groups_are_kept_whole(ask: Ask, game: Game, jane: str) -> None:
    of_jane = f"users/{jane}/user_groups"
    for name in ("a", "b", "c"):
        assert ask("POST", "user_groups", {"name": name}).status_code == 204
    ids = listed(ask)
    assert list(ids) == ["default", "a", "b", "c"]
    taken = ask("PUT", f"user_groups/{ids['a']}", {"new_name": "b"})
    assert refusal(taken) == UNPROCESSABLE_VALUE
    assert ask("PUT", f"user_groups/{ids['a']}", {"new_name": "z"}).status_code == 204

    ask("PUT", of_jane, {"add_user_groups": [ids["a"], ids["b"]]})
    assert list(listed(ask, of_jane)) == ["default", "z", "b"]
    ask("PATCH", of_jane, {"user_groups": [ids["b"], ids["c"]]})
    assert list(listed(ask, of_jane)) == ["default", "b", "c"]
    ask("DELETE", of_jane, {"user_groups": [ids["b"]]})
    assert ask("DELETE", f"user_groups/{ids['b']}").status_code == 204
    assert refusal(ask("DELETE", f"user_groups/{ids['b']}")) == NOT_FOUND

    told = claims_of(token_of(game.login("jane")))["groups"]
    assert [group["name"] for group in told] == ["default", "c"]


def test_changes_at_the_same_moment_are_all_made(ask: Ask, jane: str) -> None:
    of_jane = f"users/{jane}/user_groups"
    for number in range(8):
        ask("POST", "user_groups", {"name": f"group-{number}"})
    ids = list(listed(ask).values())[1:]

    def change(number: int) -> int:
        if number < 4:
            return ask("PUT", of_jane, {"add_user_groups": ids}).status_code
        if number < 8:
            return ask("PUT", f"user_groups/{ids[number]}", {"new_name": "the one"}).status_code
        return ask("DELETE", f"user_groups/{ids[number - 8]}").status_code

    answers = at_once([partial(change, number) for number in range(12)])

    assert set(answers[:4]) <= {200, 422}
    assert sorted(answers[4:8]) == [204, 422, 422, 422]
    assert set(answers[8:]) == {204}
    left = listed(ask)
    assert sorted(left.values()) == [1, *ids[4:]]
    assert list(left).count("the one") == 1
    assert set(listed(ask, of_jane).values()) in ({1}, set(left.values()))


def test_login_of_somebody_in_no_group_asks_for_none(
    ask: Ask, game: Game, jane: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    sound = groups.of_user

    def of_user(tx: Transaction, user_id: str) -> list[Group]:
        asked.append(user_id)
        return sound(tx, user_id)

    monkeypatch.setattr(groups, "of_user", of_user)
    ask("POST", "user_groups", {"name": "vip"})

    assert game.login("jane").status_code == 200
    assert asked == []

    ask("PUT", f"users/{jane}/user_groups", {"add_user_groups": [listed(ask)["vip"]]})
    asked.clear()
    game.login("jane")
    assert asked == [jane]


def test_templates_are_kept_on_either_database(ask: Ask, game: Game, jane: str) -> None:
    place = "templates/email/spring/en_US/password_reset"
    words = {"header": "Spring", "body": "<p>{{action_link}}</p>"}

    assert [ask("POST", place, words).status_code for _ in "ab"] == [200, 409]
    assert ask("PUT", place, {**words, "header": "Summer"}).status_code == 200
    assert ask("GET", place).json()["header"] == "Summer"

    game.call("POST", "/password/reset/request", body={"username": "jane"}, email_template="spring")
    assert game.control.last_message("jane@example.com", project_id=game.project_id).subject == "Summer"
