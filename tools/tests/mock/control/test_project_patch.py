"""`PATCH /_mock/projects/{project_id}`: a JSON merge patch (RFC 7396), in one step."""

from __future__ import annotations

from functools import partial
from typing import Any

import httpx
import pytest

from login_contract.mock.seeding import merged
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.suite.judging.refusals import (
    INVALID_VALUE,
    NOT_FOUND,
    UNREADABLE_BODY,
    UNSUPPORTED_MEDIA_TYPE,
)
from tests.mock.game import PASSWORD, Game, at_once, refusal

MERGE_PATCH = "application/merge-patch+json"


def patch(game: Game, body: Any, *, media_type: str = MERGE_PATCH) -> httpx.Response:
    return game.http.request(
        "PATCH", f"/_mock/projects/{game.project_id}", json=body, headers={"Content-Type": media_type}
    )


# The table of RFC 7396, appendix A, in the letters of a project.
@pytest.mark.parametrize(
    ("target", "change", "expected"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"a": "foo"}, "bar", "bar"),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_a_patch_is_merged_as_the_rfc_says(target: Any, change: Any, expected: Any) -> None:
    assert merged(target, change) == expected


@pytest.mark.parametrize("media_type", [MERGE_PATCH, "application/json"])
def test_only_what_is_named_changes(game: Game, media_type: str) -> None:
    game.configure(code_lifetime=60, lockout={"attempts": 3, "seconds": 5}, test_codes={"a": "1", "b": "2"})
    before = game.control.project(game.project_id)

    answer = patch(
        game,
        {"name": "New", "code_lifetime": None, "lockout": {"attempts": 4}, "test_codes": {"a": None}},
        media_type=media_type,
    )

    assert answer.status_code == 200
    assert answer.json() == game.control.project(game.project_id) == {
        **before,
        "name": "New",
        "code_lifetime": 180,
        "lockout": {"attempts": 4, "seconds": 5, "captcha": False},
        "test_codes": {"b": "2"},
    }  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        {"nme": "x"},
        {"name": ""},
        {"callback_urls": []},
        {"lockout": {"attempts": 0}},
        {"project_id": "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d22"},
        {"users": [{"username": "joe", "email": "JANE@example.com", "password": "p"}], "name": "New"},
    ],
)
def test_a_patch_that_makes_no_sense_changes_nothing(game: Game, body: dict[str, Any]) -> None:
    game.control.create_user(game.project_id, username="jane", email="jane@example.com", password=PASSWORD)
    before = game.control.project(game.project_id)
    assert refusal(patch(game, body)) == INVALID_VALUE
    assert game.control.project(game.project_id) == before
    assert len(game.control.users(game.project_id)) == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"confirmation_requird": None}, "did you mean confirmation_required?"),
        ({"lockout": {"attemps": None}}, "lockout.attemps: unknown setting"),
    ],
)
def test_null_for_a_setting_that_is_none_is_refused(game: Game, body: dict[str, Any], reason: str) -> None:
    answer = patch(game, body)
    assert refusal(answer) == INVALID_VALUE
    assert reason in answer.json()["error"]["description"]


@pytest.mark.parametrize("body", [None, [], "x", 1])
def test_a_patch_is_an_object(game: Game, body: Any) -> None:
    assert refusal(patch(game, body)) == UNREADABLE_BODY


def test_a_patch_of_another_type_is_refused(game: Game) -> None:
    assert refusal(patch(game, {}, media_type="application/json-patch+json")) == UNSUPPORTED_MEDIA_TYPE


def test_a_project_that_is_not_there_cannot_be_changed(game: Game) -> None:
    nobody = Game(game.http, game.control, "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d22")
    assert refusal(patch(nobody, {"name": "New"})) == NOT_FOUND


def test_a_project_is_named_in_any_letter_case(game: Game) -> None:
    shouting = Game(game.http, game.control, game.project_id.upper())
    assert patch(shouting, {"project_id": game.project_id.upper(), "name": "New"}).status_code == 200
    assert game.control.project(game.project_id)["name"] == "New"


def test_patches_at_the_same_time_all_count(game: Game) -> None:
    changes: list[dict[str, Any]] = [{"test_codes": {f"{number}@example.com": "1"}} for number in range(8)]
    changes += [{"code_length": 8}, {"code_lifetime": 60}, {"name": "New"}, {"publisher_id": 7}]
    answers = at_once([partial(patch, game, change) for change in changes])
    assert {answer.status_code for answer in answers} == {200}
    settings = game.control.project(game.project_id)
    assert len(settings["test_codes"]) == 8
    assert (settings["code_length"], settings["code_lifetime"]) == (8, 60)
    assert (settings["name"], settings["publisher_id"]) == ("New", 7)


def test_a_patch_brings_nobody_back_but_adds_whom_it_names(game: Game) -> None:
    jane = {"username": "jane", "email": "jane@example.com", "password": PASSWORD}
    with_jane = game.another(users=[jane])
    joe = {"username": "joe", "email": "joe@example.com", "password": PASSWORD}
    assert patch(with_jane, {"users": [jane, joe]}).status_code == 200
    assert [user["username"] for user in with_jane.control.users(with_jane.project_id)] == ["jane", "joe"]
    assert with_jane.login("joe").status_code == 200
    assert len(patch(with_jane, {"name": "New"}).json()["users"]) == 2


def test_a_generated_secret_outlives_a_patch(game: Game) -> None:
    game.configure(algorithm="HS256", private_key=None)
    secret = game.control.project(game.project_id)["hs256_secret"]
    assert patch(game, {"name": "New"}).json()["hs256_secret"] == secret
    assert patch(game, {"hs256_secret": None}).json()["hs256_secret"] not in (None, secret)


def with_client(client_id: int) -> dict[str, Any]:
    return {"oauth_clients": [{"client_id": client_id, "redirect_uris": ["https://game.example/cb"]}]}


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_a_client_belongs_to_one_project(game: Game, method: str) -> None:
    other = game.control.put_project()
    before = game.control.project(other)
    body = {**with_client(1001), "callback_urls": ["https://game.example/"]}

    answer = game.http.request(method, f"/_mock/projects/{other}", json=body)

    assert refusal(answer) == INVALID_VALUE
    reason = f"oauth_clients[0].client_id: 1001 is a client of project {DEFAULT_PROJECT_ID} already"
    assert reason in answer.json()["error"]["description"]
    assert game.control.project(other) == before


def test_of_projects_that_take_a_client_at_once_one_gets_it(game: Game) -> None:
    others = [game.control.put_project() for _ in range(6)]
    body = with_client(770077)
    answers = at_once(
        [partial(game.http.patch, f"/_mock/projects/{project_id}", json=body) for project_id in others]
    )
    assert sorted(answer.status_code for answer in answers) == [200, *[400] * 5]
    holders = [each for each in others if game.control.project(each)["oauth_clients"]]
    assert len(holders) == 1
    game.http.patch(f"/_mock/projects/{holders[0]}", json={"oauth_clients": []})
