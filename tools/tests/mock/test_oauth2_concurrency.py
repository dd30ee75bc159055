"""Codes, refresh tokens and logouts at the same moment: on both databases."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import httpx
import pytest
from attrs import evolve, frozen

from login_contract.mock.arrival import Arrival
from login_contract.mock.store.refresh_tokens import RefreshToken
from login_contract.suite.judging.refusals import INVALID_GRANT
from tests.mock.game import CALLBACK, PASSWORD, Game, at_once, refusal
from tests.mock.test_concurrency import first_game, server

__all__ = ["first_game", "server"]
ATTEMPTS = 12
# When the other call has to come, to meet a refresh that is being written.
MOMENTS = [0.004, 0.006, 0.008, 0.01]
STATE = "n4Zr9w2LqT7c"


@frozen
class Signing:
    """One user of one public client."""

    game: Game
    client_id: int

    def code(self) -> str:
        query: dict[str, Any] = {"client_id": self.client_id, "response_type": "code", "state": STATE}
        body = {"username": "ann", "password": PASSWORD}
        answer = self.game.call("POST", "/oauth2/login", body=body, scope="offline", **query)
        return str(httpx.URL(answer.json()["login_url"]).params["code"])

    def grant(self, grant_type: str, **form: str) -> httpx.Response:
        data = {"grant_type": grant_type, "client_id": str(self.client_id), **form}
        return self.game.http.post("/api/oauth2/token", data=data)

    def exchange(self, code: str) -> httpx.Response:
        return self.grant("authorization_code", code=code)

    def refresh(self, token: str, *, after: float = 0) -> httpx.Response:
        time.sleep(after)
        return self.grant("refresh_token", refresh_token=token)

    def swap(self, token: str, *, after: float = 0) -> httpx.Response:
        time.sleep(after)
        grant_type = "urn:ietf:params:oauth:grant-type:token_exchange"
        return self.grant(grant_type, subject_token=token, scope="offline")

    def tokens(self) -> dict[str, Any]:
        answer: dict[str, Any] = self.exchange(self.code()).json()
        return answer

    def revoke(self, token: str, *, after: float) -> httpx.Response:
        time.sleep(after)
        data = {"client_id": str(self.client_id), "token": token}
        return self.game.http.post("/api/oauth2/token/revoke", data=data)

    def log_out(self, token: str, *, after: float) -> httpx.Response:
        time.sleep(after)
        return self.game.call("GET", "/oauth2/logout", sessions="all", bearer=token)

    def assert_ended(self, answers: Sequence[httpx.Response]) -> None:
        """Nothing that the answers gave still works."""
        __tracebackhide__ = True
        for answer in answers:
            if answer.status_code != 200:
                assert refusal(answer) == INVALID_GRANT
                continue
            given = answer.json()
            assert self.game.validate(given["access_token"]).status_code == 422
            assert self.refresh(given["refresh_token"]).status_code == 400


@pytest.fixture
def signing(game: Game) -> Signing:
    client_id = int(game.project_id.replace("-", "")[:12], 16) + 1
    game.configure(
        oauth_clients=[{"client_id": client_id, "type": "public", "redirect_uris": [CALLBACK]}],
        confirmation_required=False,
    )
    game.control.create_user(game.project_id, username="ann", email="ann@example.com", password=PASSWORD)
    return Signing(game, client_id)


def moments() -> Sequence[float]:
    return MOMENTS * (ATTEMPTS // len(MOMENTS))


def test_a_code_used_fifty_times_at_once_leaves_nothing(signing: Signing) -> None:
    for times in (50, 2, 2, 2, 2, 2):
        answers = at_once([partial(signing.exchange, signing.code())] * times)
        assert Counter(answer.status_code for answer in answers) == {200: 1, 400: times - 1}
        signing.assert_ended(answers)


def test_a_refresh_that_was_held_up_ends_nothing(signing: Signing) -> None:
    token = signing.tokens()["refresh_token"]
    # Whoever comes first waits longest, and long enough that the other is under way on a busy machine too.
    for latency in (3, 0.1):
        signing.game.control.fault(operation_id="generate-jwt", latency_seconds=latency)

    answers = at_once([partial(signing.refresh, token)] * 2)

    (winner,) = [answer.json() for answer in answers if answer.status_code == 200]
    (loser,) = [answer for answer in answers if answer.status_code != 200]
    assert refusal(loser) == INVALID_GRANT
    assert signing.game.validate(winner["access_token"]).status_code == 204
    assert signing.refresh(winner["refresh_token"]).status_code == 200


def test_a_refresh_token_that_comes_after_its_answer_ends_the_family(signing: Signing) -> None:
    for _ in range(ATTEMPTS):
        token = signing.tokens()["refresh_token"]
        winner = signing.refresh(token)

        assert refusal(signing.refresh(token)) == INVALID_GRANT

        signing.assert_ended([winner])


@pytest.mark.parametrize(
    ("arrival", "reused"),
    [
        (Arrival(at=10.001, sent_after=3), False),
        (Arrival(at=10.002, sent_after=3), False),
        (Arrival(at=10.004, sent_after=3), False),
        (Arrival(at=10.004, sent_after=10.003), True),
        (Arrival(at=10.006, sent_after=3), True),
        (Arrival(at=99, sent_after=3), True),
    ],
    ids=["before", "with the answer", "beside it", "sent after it", "later", "much later"],
)
def test_a_double_may_have_been_sent_before_the_answer(arrival: Arrival, reused: bool) -> None:
    token = RefreshToken(
        token="a", project_id="b", client_id=1, user_id="c", family="d", context={}, expires_at=1000
    )
    assert not token.is_reused(arrival)
    assert not evolve(token, arrived_at=10.0).is_reused(arrival)
    assert evolve(token, arrived_at=10.0, answered_at=10.002).is_reused(arrival) is reused


def test_a_stolen_refresh_token_ends_what_is_being_refreshed(signing: Signing) -> None:
    for after in moments():
        first = signing.tokens()["refresh_token"]
        second = signing.refresh(first).json()["refresh_token"]
        refreshed, stolen = at_once(
            [partial(signing.refresh, second), partial(signing.refresh, first, after=after)]
        )
        assert refusal(stolen) == INVALID_GRANT
        signing.assert_ended([refreshed])


def test_a_revocation_ends_what_is_being_refreshed(signing: Signing) -> None:
    for after in moments():
        token = signing.tokens()["refresh_token"]
        refreshed, revoked = at_once(
            [partial(signing.refresh, token), partial(signing.revoke, token, after=after)]
        )
        assert revoked.status_code == 200
        signing.assert_ended([refreshed])


def test_an_identity_picked_twice_at_once_logs_in_once(signing: Signing) -> None:
    query: dict[str, Any] = {"client_id": signing.client_id, "response_type": "code", "state": STATE}
    for attempt in range(ATTEMPTS):
        # A login that ends the others must not end its own twin's.
        link = signing.game.call("GET", "/oauth2/social/google/login_url", with_logout="1", **query).json()
        form = {"state": httpx.URL(link["url"]).params["state"], "action": "add", "id": f"new-{attempt}"}
        pick = partial(signing.game.http.post, "/_mock/provider/google", data={**form, "name": "New"})
        answers = at_once([pick] * 6)
        (picked,) = [answer for answer in answers if answer.status_code == 302]
        assert {answer.status_code for answer in answers} <= {302, 404, 422}
        code = httpx.URL(picked.headers["location"]).params["code"]
        assert signing.exchange(code).status_code == 200


def test_a_logout_ends_what_is_being_made(signing: Signing) -> None:
    for after in moments():
        tokens, others = signing.tokens(), signing.tokens()
        calls: list[Callable[[], httpx.Response]] = [
            partial(signing.exchange, signing.code()),
            partial(signing.refresh, others["refresh_token"]),
            partial(signing.swap, tokens["access_token"], after=after / 2),
            partial(signing.log_out, tokens["access_token"], after=after),
        ]
        *made, ended = at_once(calls)
        assert ended.status_code == 204
        signing.assert_ended(made)
