"""Laws that must hold when requests come at once: on both databases, with one worker and with two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

import httpx
import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.suite.judging.refusals import (
    CONTACT_TAKEN,
    INACTIVE_TOKEN,
    LOCKED_ACCOUNT,
    TOO_MANY_WRONG_CODES,
    USERNAME_TAKEN,
    WRONG_CODE,
    WRONG_CREDENTIALS,
)
from login_contract.tokens.compact import claims_of
from tests.cli.process import running_mock
from tests.mock.game import PASSWORD, Game, at_once, query_of, refusal, token_of


@pytest.fixture(scope="module", params=[1, 2], ids=["1 worker", "2 workers"])
def server(
    request: pytest.FixtureRequest, store_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The origin of a mock: in this process, or two processes behind one port."""
    if request.param == 1:
        embedded: EmbeddedMock = request.getfixturevalue("mock")
        yield embedded.origin
        return
    folder = tmp_path_factory.mktemp("workers")
    with running_mock("--workers", "2", "--database-url", store_url, folder=folder) as mock:
        yield mock.origin


@pytest.fixture(scope="module")
def first_game(server: str) -> Iterator[Game]:
    with Game.at(server) as game:
        yield game


def test_fifty_confirmations_of_one_code_give_one_token(game: Game) -> None:
    code, operation_id = game.code_for("gamer@example.com")
    answers = at_once([partial(game.confirm_code, "gamer@example.com", code, operation_id)] * 50)
    assert Counter(answer.status_code for answer in answers) == {200: 1, 401: 49}
    assert {refusal(answer) for answer in answers if answer.status_code != 200} == {WRONG_CODE}


def test_sixty_registrations_of_one_name_make_one_account(game: Game) -> None:
    names = ["Racer", "racer", "RACER"] * 20
    answers = at_once([partial(game.register, n, email=f"racer{i}@example.com") for i, n in enumerate(names)])
    assert Counter(answer.status_code for answer in answers) == {204: 1, 422: 59}
    assert {refusal(answer) for answer in answers if answer.status_code != 204} == {USERNAME_TAKEN}
    assert len(game.control.messages(project_id=game.project_id)) == 1


def test_registrations_of_one_address_make_one_account(game: Game) -> None:
    answers = at_once([partial(game.register, f"player{i}", email="Shared@example.com") for i in range(20)])
    assert Counter(answer.status_code for answer in answers) == {204: 1, 422: 19}
    assert {refusal(answer) for answer in answers if answer.status_code != 204} == {CONTACT_TAKEN}


def test_a_username_never_meets_the_same_address(game: Game) -> None:
    for attempt in range(8):
        address = f"both{attempt}@example.com"
        calls = [
            partial(game.register, address, email=f"other-{address}"),
            partial(game.register, f"somebody{attempt}", email=address),
        ]
        answers = at_once(calls * 2)
        assert Counter(answer.status_code for answer in answers) == {204: 1, 422: 3}


def test_codes_for_one_new_address_lead_to_one_account(game: Game) -> None:
    codes = [game.code_for("newcomer@example.com") for _ in range(8)]
    answers = at_once([partial(game.confirm_code, "Newcomer@example.com", *sent) for sent in codes])
    assert len({claims_of(token_of(answer))["sub"] for answer in answers}) == 1


def test_one_reset_link_sets_one_password(game: Game) -> None:
    game.control.create_user(game.project_id, username="jane", email="jane@example.com", password=PASSWORD)
    user_id, code = game.reset_link("jane", "jane@example.com")
    answers = at_once([partial(game.set_password, user_id, code, f"new-password-{i}") for i in range(20)])
    assert Counter(answer.status_code for answer in answers) == {204: 1, 422: 19}
    winner = next(i for i, answer in enumerate(answers) if answer.status_code == 204)
    assert game.login("jane", f"new-password-{winner}").status_code == 200
    assert refusal(game.login("jane", PASSWORD)) == WRONG_CREDENTIALS


def test_a_login_with_the_old_password_does_not_outlive_the_reset(game: Game) -> None:
    for attempt in range(5):
        name = f"jane{attempt}"
        address = f"{name}@example.com"
        game.control.create_user(game.project_id, username=name, email=address, password=PASSWORD)
        user_id, code = game.reset_link(name, address)
        logins = [partial(game.login, name)] * 8
        answers = at_once(
            [*logins[:4], partial(game.set_password, user_id, code, "new-password"), *logins[4:]]
        )
        tokens = [token_of(answer) for answer in answers if answer.status_code == 200]
        assert {refusal(game.validate(token)) for token in tokens} <= {INACTIVE_TOKEN}


def test_a_token_is_not_renewed_past_the_reset_that_ends_it(game: Game) -> None:
    for attempt in range(5):
        name = f"jane{attempt}"
        address = f"{name}@example.com"
        game.control.create_user(game.project_id, username=name, email=address, password=PASSWORD)
        token = token_of(game.login(name))
        user_id, code = game.reset_link(name, address)
        renewals = [partial(game.update_token, token, {})] * 8
        answers = at_once([*renewals, partial(game.set_password, user_id, code, "new-password")])
        tokens = [token_of(answer) for answer in answers if answer.status_code == 200]
        assert {refusal(game.validate(token)) for token in tokens} <= {INACTIVE_TOKEN}


def test_five_wrong_codes_are_counted_exactly(game: Game) -> None:
    code, operation_id = game.code_for("guesser@example.com")
    wrong = "0" if code[0] != "0" else "1"
    guesses = [
        partial(game.confirm_code, "guesser@example.com", f"{wrong}{i}", operation_id) for i in range(20)
    ]
    assert Counter(refusal(answer) for answer in at_once(guesses)) == {
        WRONG_CODE: 5,
        TOO_MANY_WRONG_CODES: 15,
    }
    assert refusal(game.confirm_code("guesser@example.com", code, operation_id)) == TOO_MANY_WRONG_CODES


def test_wrong_passwords_at_once_lock_the_account(game: Game) -> None:
    game.configure(lockout={"attempts": 20, "seconds": 60, "captcha": False})
    game.control.create_user(game.project_id, username="jane", email="jane@example.com", password=PASSWORD)
    answers = at_once([partial(game.login, "jane", "a wrong password")] * 20)
    assert {refusal(answer) for answer in answers} == {WRONG_CREDENTIALS}
    assert refusal(game.login("jane")) == LOCKED_ACCOUNT


def test_a_limit_lets_exactly_its_number_pass(game: Game) -> None:
    game.configure(
        rate_limits=[{"operation_id": "jwt-start-auth-by-email", "limit": 7, "per_seconds": 86400}]
    )
    answers = at_once([partial(game.request_code, "eager@example.com")] * 30)
    assert Counter(answer.status_code for answer in answers) == {200: 7, 429: 23}


def test_a_contact_goes_to_one_of_two_who_prove_it_at_once(game: Game) -> None:
    game.configure(
        ask_fields=[
            {
                "name": "phone_number",
                "type": "phone",
                "required": True,
                "step": 0,
                "confirmation_type": "code",
            }
        ]
    )
    number = "+12025550143"
    asks = []
    for name in ("ann", "ben", "cem", "dot"):
        game.control.create_user(
            game.project_id, username=name, email=f"{name}@example.com", password=PASSWORD
        )
        token = game.login(name).json()["token"]
        operation_id = game.update_token(token, {"phone_number": number}).json()["error"]["details"][
            "operation_id"
        ]
        asks.append((operation_id, game.message(number).code or ""))
    answers = at_once([partial(game.confirm_code, number, code, ask) for ask, code in asks])
    assert Counter(answer.status_code for answer in answers) == {200: 1, 422: 3}
    assert {refusal(answer) for answer in answers if answer.status_code != 200} == {CONTACT_TAKEN}


def test_an_answer_with_a_contact_that_is_taken_at_that_moment_sends_nothing(game: Game) -> None:
    game.configure(ask_fields=[{"name": "phone_number", "type": "phone", "required": True, "step": 0}])
    tokens = {}
    for number in range(8):
        name = f"user{number}"
        game.control.create_user(
            game.project_id, username=name, email=f"{name}@example.com", password=PASSWORD
        )
        tokens[f"new{number}@example.com"] = game.login(name).json()["token"]
    answers = at_once(
        [
            partial(game.update_token, token, {"email": address, "phone_number": "+12025550143"})
            for address, token in tokens.items()
        ]
    )
    assert Counter(answer.status_code for answer in answers) == {200: 1, 422: 7}
    assert len(game.control.messages(project_id=game.project_id)) == 1


def test_one_of_many_answers_to_a_page_that_asks_is_taken(game: Game) -> None:
    game.configure(ask_fields=[{"name": "country-name", "type": "str", "required": True, "step": 0}])
    network = game.call("GET", "/social/google/login_redirect").headers["location"]
    picked = {"state": query_of(network)["state"], "action": "pick", "id": "google-1"}
    page = game.http.post("/_mock/provider/google", data=picked).headers["location"]
    forms = [
        {"ticket": query_of(page)["ticket"], "action": "answer", "field.country-name": f"D{number}"}
        for number in range(12)
    ]
    answers = at_once([partial(game.http.post, "/_mock/ask", data=form) for form in forms])
    assert Counter(answer.status_code for answer in answers) == {302: 1, 404: 11}
    (winner,) = [number for number, answer in enumerate(answers) if answer.status_code == 302]
    assert [user["fields"]["country-name"] for user in game.control.users(game.project_id)] == [f"D{winner}"]


def test_projects_made_at_once_are_all_known(game: Game) -> None:
    for _ in range(3):
        made = at_once([game.control.put_project] * 12)
        answers = [game.http.get(f"/_mock/projects/{project_id}") for project_id in made]
        assert {answer.status_code for answer in answers} == {200}


def test_faults_are_used_up_exactly(game: Game) -> None:
    operation = "get-projects-keys"
    game.control.fault(operation_id=operation, times=5, status=503)
    answers = at_once([partial(game.http.get, f"/api/projects/{game.project_id}/keys")] * 20)
    assert Counter(answer.status_code for answer in answers) == {503: 5, 200: 15}


def test_no_update_of_attributes_is_lost(game: Game) -> None:
    token = game.token_by_code("gamer@example.com")

    def update(number: int) -> httpx.Response:
        given = [{"key": f"k{number:02d}", "value": str(number)}, {"key": "last", "value": str(number)}]
        return game.call("POST", "/attributes/users/me/update", body={"attributes": given}, bearer=token)

    answers = at_once([partial(update, number) for number in range(20)])
    assert {answer.status_code for answer in answers} == {204}
    *each, last = game.call("POST", "/attributes/users/me/get", body={}, bearer=token).json()
    assert [(one["key"], one["value"]) for one in each] == [(f"k{n:02d}", str(n)) for n in range(20)]
    assert last["key"] == "last"
