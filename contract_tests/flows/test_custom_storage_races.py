"""Custom user-data storage: what happens while a partner is being asked, and who wins."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.callback_server import CannedAnswer, Received
from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import query_of, refusal
from login_contract.suite.actors.oauth_client import tokens_of
from login_contract.suite.actors.partner_flows import (
    EMAIL,
    GINA,
    GOOGLE,
    JANE,
    PHONE,
    Step,
    code_by_phone,
    login,
    login_for_tokens,
    member,
    oauth_login,
    refresh,
    request_reset,
    sign_up,
    social_code,
)
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import INVALID_GRANT, USERNAME_TAKEN, WRONG_CODE, WRONG_CREDENTIALS

law = pytest.mark.law
MakePartner = Callable[..., StoragePartner]
CROWD = 4
WAIT_SECONDS = 10


def together(partner: StoragePartner, webhook: str, times: int) -> None:
    """Let a webhook answer only when so many calls of it wait, each with a number of its own."""
    barrier = threading.Barrier(times)
    numbers = iter(range(1, 1000))

    def answer(request: Received) -> CannedAnswer:
        barrier.wait(WAIT_SECONDS)
        return CannedAnswer(status=200, json={"number": next(numbers)})

    partner.answer_by(webhook, answer)


def meanwhile(partner: StoragePartner, webhook: str, happens: Callable[[], Any]) -> None:
    """Let something happen while a webhook is asked."""

    def answer(request: Received) -> CannedAnswer:
        happens()
        return CannedAnswer(status=200, json={"level": "gold"})

    partner.answer_by(webhook, answer)


def statuses(answers: Any) -> Counter[int]:
    return Counter(answer.status_code for answer in answers)


@law("Of refreshes at the same moment one wins, and only its answer is kept")
def test_winner_of_a_refresh_is_kept(partner: StoragePartner) -> None:
    step = refresh(partner)
    together(partner, "refresh-token", CROWD)

    answers = at_once(CROWD, lambda _: step())

    assert statuses(answers) == {200: 1, 400: CROWD - 1}
    assert {refusal(answer) for answer in answers if answer.status_code == 400} == {INVALID_GRANT}
    (winner,) = (tokens_of(answer) for answer in answers if answer.status_code == 200)
    assert claims(winner["access_token"])["partner_data"] == partner.user()["partner_data"]
    partner.answer("refresh-token")
    assert partner.oauth_client.is_good(winner["access_token"])
    assert partner.oauth_client.refresh(winner["refresh_token"]).status_code == 200


@law("A refresh token stays usable when the partner refuses everybody who presents it at once")
def test_refused_refreshes_use_nothing_up(partner: StoragePartner) -> None:
    step = refresh(partner)
    partner.refuse("refresh-token")

    answers = at_once(CROWD, lambda _: step())

    assert statuses(answers) == {400: CROWD}
    partner.answer("refresh-token")
    assert step().status_code == 200
    assert refusal(step()) == INVALID_GRANT


@law(
    "A refresh token that is revoked while the partner is asked gives nothing, and nothing is kept",
    security=True,
)
def test_revocation_beats_a_refresh(partner: StoragePartner) -> None:
    refresh_token = partner.oauth_client.tokens(JANE, scope="offline")["refresh_token"]
    meanwhile(partner, "refresh-token", lambda: partner.oauth_client.revoke(refresh_token))

    assert refusal(partner.oauth_client.refresh(refresh_token)) == INVALID_GRANT

    assert partner.user()["partner_data"] is None


@law("Registrations of one name at the same moment make one account")
def test_one_name_one_account(partner: StoragePartner) -> None:
    together(partner, "new-user", CROWD)

    answers = at_once(
        CROWD, lambda number: partner.jwt_client.register(username=JANE, email=f"jane{number}@example.com")
    )

    assert statuses(answers) == {200: 1, 422: CROWD - 1}
    assert {refusal(answer) for answer in answers if answer.status_code == 422} == {USERNAME_TAKEN}
    (winner,) = (answer for answer in answers if answer.status_code == 200)
    told = partner.claims(winner)
    assert (told["email"], told["partner_data"]) == (partner.user()["email"], partner.user()["partner_data"])


@law("Logins of somebody unknown at the same moment make one account that all of them get into")
@pytest.mark.parametrize("begin", [login, oauth_login, login_for_tokens])
def test_one_stranger_one_account(partner: StoragePartner, begin: Callable[[StoragePartner], Step]) -> None:
    step = begin(partner)
    together(partner, "user-verification", CROWD)

    answers = at_once(CROWD, lambda _: step())

    assert {partner.claims(answer)["sub"] for answer in answers} == {partner.user()["user_id"]}


@law("A code that comes twice at the same moment logs in once", security=True)
@pytest.mark.parametrize(("begin", "webhook"), [(code_by_phone, "phone"), (social_code, "social")])
def test_one_code_one_login(
    partner: StoragePartner, begin: Callable[[StoragePartner], Step], webhook: str
) -> None:
    step = begin(partner)
    together(partner, webhook, CROWD)

    answers = at_once(CROWD, lambda _: step())

    (winner,) = (answer for answer in answers if answer.status_code == 200)
    assert partner.claims(winner)["partner_data"] == partner.user()["partner_data"]


@law("First logins of one identity, or one number, at the same moment make one account")
def test_one_identity_one_account(partner: StoragePartner) -> None:
    secret = partner.oauth_client.social("google", "gina", **GINA).access_token
    codes = [partner.jwt_client.code_for(PHONE) for _ in range(CROWD)]
    together(partner, "social", CROWD)
    together(partner, "phone", CROWD)
    by_identity: Callable[[int], httpx.Response] = lambda _: partner.jwt_client.call(  # noqa: E731
        "jwt-auth-via-access-token-of-social-network", path=GOOGLE, body={"access_token": secret}
    )

    identified = at_once(CROWD, by_identity)
    called = at_once(CROWD, lambda number: partner.jwt_client.confirm_code(PHONE, *codes[number]))

    assert len({partner.claims(answer)["sub"] for answer in identified}) == 1
    assert len({partner.claims(answer)["sub"] for answer in called}) == 1
    assert len(partner.users()) == 2


@law("A password that was reset while the partner judged it opens nothing", security=True)
@pytest.mark.parametrize("begin", [login, oauth_login, login_for_tokens])
def test_reset_beats_a_login(partner: StoragePartner, begin: Callable[[StoragePartner], Step]) -> None:
    request_reset(partner)()
    link = query_of(partner.jwt_client.message(EMAIL, "password_reset").link or "")
    step = begin(partner)
    meanwhile(
        partner,
        "user-verification",
        lambda: partner.jwt_client.confirm_reset(link["user_id"], link["code"], "another-horse-8"),
    )

    assert refusal(step()) == WRONG_CREDENTIALS

    partner.answer("user-verification")
    assert step().status_code == 200


@law("Somebody else who takes the name while the partner is asked keeps it")
def test_name_taken_meanwhile(partner: StoragePartner) -> None:
    meanwhile(partner, "new-user", lambda: member(partner))

    assert refusal(sign_up(partner)()) == USERNAME_TAKEN

    assert partner.user()["partner_data"] is None


@law("A code that expires while the partner is asked is expired", security=True)
def test_time_runs_while_the_partner_is_asked(partner: StoragePartner) -> None:
    step = code_by_phone(partner)
    seconds = partner.control.project(partner.project_id)["code_lifetime"] + 1
    meanwhile(partner, "phone", lambda: partner.control.advance(seconds))

    assert refusal(step()) == WRONG_CODE

    assert partner.users() == []


@law("Accounts that turn out to be one at the same moment become one, and everybody is let into it")
def test_accounts_are_linked_at_once(make_partner: MakePartner) -> None:
    key_map = {"user-verification": {"id": "server_custom_id"}}
    partner = make_partner(merge_by_server_custom_id=True, key_map=key_map)
    partner.answer("user-verification", json={"id": "p-1"})
    names = [f"user-{number}" for number in range(CROWD)]
    for name in names:
        partner.oauth_client.member(name)

    answers = at_once(len(names), lambda number: partner.jwt_client.login(names[number]))

    subjects = {partner.claims(answer)["sub"] for answer in answers}
    assert subjects == {partner.user()["user_id"]}
    assert partner.user()["server_custom_id"] == "p-1"
