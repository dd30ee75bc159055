"""What must hold when many do the same thing at the same moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import PASSWORD, JwtClient, refusal, token_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    CONTACT_TAKEN,
    LOCKED_ACCOUNT,
    TOO_MANY_WRONG_CODES,
    USERNAME_TAKEN,
    WRONG_CODE,
    WRONG_CREDENTIALS,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
EMAIL = "ann@example.com"


@law("Of fifty confirmations of one code at the same moment exactly one gets a token", security=True)
def test_one_code_gives_one_token_to_fifty(jwt_client: JwtClient) -> None:
    code, operation_id = jwt_client.code_for(EMAIL)

    answers = at_once(50, lambda _: jwt_client.confirm_code(EMAIL, code, operation_id))

    assert Counter(answer.status_code for answer in answers)[200] == 1
    assert {refusal(answer) for answer in answers if answer.status_code != 200} <= {
        WRONG_CODE,
        TOO_MANY_WRONG_CODES,
    }
    (winner,) = [answer for answer in answers if answer.status_code == 200]
    assert jwt_client.validate(token_of(winner)).status_code == 204


@law("Of sixty registrations of one name at the same moment exactly one makes an account")
def test_one_name_makes_one_account_for_sixty(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)

    answers = at_once(
        60,
        lambda number: jwt_client.register(
            username="Ann" if number % 2 else "ann", email=f"ann{number}@example.com"
        ),
    )

    assert Counter(answer.status_code for answer in answers) == {200: 1, 422: 59}
    assert {refusal(answer) for answer in answers if answer.status_code == 422} == {USERNAME_TAKEN}
    assert jwt_client.login("ann").status_code == 200


@law("Of many registrations of one address at the same moment exactly one makes an account")
def test_one_address_makes_one_account(jwt_client: JwtClient) -> None:
    answers = at_once(30, lambda number: jwt_client.register(username=f"ann{number}", email=EMAIL))

    assert Counter(answer.status_code for answer in answers) == {jwt_client.registered_status: 1, 422: 29}
    assert {refusal(answer) for answer in answers if answer.status_code == 422} == {CONTACT_TAKEN}
    if jwt_client.control is not None:
        assert len(jwt_client.messages(EMAIL)) == 1


@law("Many codes of one new recipient, confirmed at the same moment, make one account")
def test_many_codes_make_one_account(jwt_client: JwtClient) -> None:
    sent = [jwt_client.code_for(EMAIL) for _ in range(20)]

    answers = at_once(20, lambda number: jwt_client.confirm_code(EMAIL, *sent[number]))

    assert {answer.status_code for answer in answers} == {200}
    assert len({claims(token_of(answer))["sub"] for answer in answers}) == 1


@law("Of many uses of one reset link at the same moment exactly one sets the password", security=True)
def test_one_reset_link_sets_one_password(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", EMAIL)
    link = jwt_client.reset_link("ann", EMAIL)

    answers = at_once(20, lambda number: jwt_client.confirm_reset(*link, f"password-{number}"))

    assert Counter(answer.status_code for answer in answers) == {204: 1, 422: 19}
    (winner,) = [number for number, answer in enumerate(answers) if answer.status_code == 204]
    assert jwt_client.login("ann", f"password-{winner}").status_code == 200


@law("Of many openings of one confirmation link at the same moment exactly one confirms", security=True)
@pytest.mark.project(confirmation_required=True)
def test_one_confirmation_link_confirms_once(jwt_client: JwtClient) -> None:
    jwt_client.register(username="ann", email=EMAIL)
    link = jwt_client.message(EMAIL).link

    answers = at_once(20, lambda _: jwt_client.open(link))

    assert Counter(answer.status_code for answer in answers) == {302: 1, 404: 19}


@law("Wrong tries at the same moment are all counted", security=True)
def test_wrong_tries_are_all_counted(jwt_client: JwtClient) -> None:
    code, operation_id = jwt_client.code_for(EMAIL)
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"

    answers = at_once(20, lambda _: jwt_client.confirm_code(EMAIL, wrong, operation_id))

    assert Counter(refusal(answer) for answer in answers) == {
        WRONG_CODE: 5,
        TOO_MANY_WRONG_CODES: 15,
    }


@law("Wrong passwords at the same moment are all counted", security=True)
def test_wrong_passwords_are_all_counted(make_jwt_client: MakeJwtClient, control: Control) -> None:
    jwt_client = make_jwt_client(lockout={"attempts": 5, "seconds": 600, "captcha": False})
    control.create_user(jwt_client.project_id, username="ann", email=EMAIL, password=PASSWORD)

    answers = at_once(20, lambda _: jwt_client.login("ann", "not-the-password"))

    assert Counter(refusal(answer) for answer in answers) == {
        WRONG_CREDENTIALS: 5,
        LOCKED_ACCOUNT: 15,
    }


@law("Logins that end earlier sessions leave exactly one at the end", security=True)
def test_concurrent_logouts_leave_one_session(jwt_client: JwtClient, control: Control) -> None:
    control.create_user(jwt_client.project_id, username="ann", email=EMAIL, password=PASSWORD)

    answers = at_once(12, lambda _: jwt_client.login("ann", query={"with_logout": "1"}))

    tokens = [token_of(answer) for answer in answers]
    assert Counter(jwt_client.validate(token).status_code for token in tokens) == {204: 1, 422: 11}


@law("A code whose link is opened many times at the same moment stays one code")
def test_many_clicks_are_one_click(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(otc_wait_seconds=5)
    code, operation_id = jwt_client.code_for(EMAIL, send_link=True)
    link = jwt_client.message(EMAIL).link

    answers = at_once(
        20, lambda number: jwt_client.open(link) if number % 2 else jwt_client.await_code(EMAIL, operation_id)
    )

    assert Counter(answer.status_code for answer in answers) == {302: 10, 200: 10}
    assert jwt_client.confirm_code(EMAIL, code, operation_id).status_code == 200
