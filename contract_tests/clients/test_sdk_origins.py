"""Cross-origin rules as a browser enforces them, seen through the vendor's JavaScript SDK."""

from __future__ import annotations

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.judging.refusals import MISSING_VALUE, WRONG_CREDENTIALS
from login_contract.suite.target import Target

from .game_page import Game, Person
from .javascript import JavaScriptSdk, SdkRefusalError


@pytest.fixture
def closed_game(sdk: JavaScriptSdk, target: Target, control: Control) -> Game:
    """A page whose origin the project does not allow."""
    project_id = control.put_project(allowed_origins=["https://game.example"])
    game = Game(sdk, control, target.base_url, project_id)
    game.configure()
    return game


def test_page_of_another_origin_gets_no_answer(closed_game: Game) -> None:
    person = closed_game.member()

    for credentials in (person.credentials, Person().credentials):
        with pytest.raises(SdkRefusalError) as caught:
            closed_game.sdk.call("login", credentials)

        # The browser withholds the answer, so the SDK fails before it can read a code.
        assert (caught.value.name, caught.value.code) == ("TypeError", None)


def test_refusal_reaches_a_page_of_an_allowed_origin(game: Game) -> None:
    assert game.sdk.refusal("login", Person().credentials) == WRONG_CREDENTIALS.code


def test_malformed_request_reaches_the_page_as_a_code(game: Game) -> None:
    assert game.sdk.refusal("login", {"credentials": {"username": "x"}}) == MISSING_VALUE.code
