"""What must hold when many do the same thing at the same moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from login_contract.suite.concurrency import at_once
from login_contract.suite.control import Control
from login_contract.suite.player import PASSWORD, Player, refusal, token_of
from login_contract.suite.token import claims

law = pytest.mark.law
MakePlayer = Callable[..., Player]
EMAIL = "ann@example.com"


@law("Of fifty confirmations of one code at the same moment exactly one gets a token", security=True)
def test_one_code_gives_one_token_to_fifty(player: Player) -> None:
    code, operation_id = player.code_for(EMAIL)

    answers = at_once(50, lambda _: player.confirm_code(EMAIL, code, operation_id))

    assert Counter(answer.status_code for answer in answers)[200] == 1
    assert {refusal(answer) for answer in answers if answer.status_code != 200} <= {
        (401, "003-039"),
        (422, "003-049"),
    }
    (winner,) = [answer for answer in answers if answer.status_code == 200]
    assert player.validate(token_of(winner)).status_code == 204


@law("Of sixty registrations of one name at the same moment exactly one makes an account")
def test_one_name_makes_one_account_for_sixty(make_player: MakePlayer) -> None:
    player = make_player(confirmation_required=False)

    answers = at_once(
        60,
        lambda number: player.register(
            username="Ann" if number % 2 else "ann", email=f"ann{number}@example.com"
        ),
    )

    assert Counter(answer.status_code for answer in answers) == {200: 1, 422: 59}
    assert {refusal(answer)[1] for answer in answers if answer.status_code == 422} == {"003-003"}
    assert player.login("ann").status_code == 200


@law("Of many registrations of one address at the same moment exactly one makes an account")
def test_one_address_makes_one_account(player: Player) -> None:
    answers = at_once(30, lambda number: player.register(username=f"ann{number}", email=EMAIL))

    assert Counter(answer.status_code for answer in answers) == {player.registered_status: 1, 422: 29}
    assert {refusal(answer)[1] for answer in answers if answer.status_code == 422} == {"003-004"}
    if player.control is not None:
        assert len(player.messages(EMAIL)) == 1


@law("Many codes of one new recipient, confirmed at the same moment, make one account")
def test_many_codes_make_one_account(player: Player) -> None:
    sent = [player.code_for(EMAIL) for _ in range(20)]

    answers = at_once(20, lambda number: player.confirm_code(EMAIL, *sent[number]))

    assert {answer.status_code for answer in answers} == {200}
    assert len({claims(token_of(answer))["sub"] for answer in answers}) == 1


@law("Of many uses of one reset link at the same moment exactly one sets the password", security=True)
def test_one_reset_link_sets_one_password(player: Player) -> None:
    player.registered("ann", EMAIL)
    link = player.reset_link("ann", EMAIL)

    answers = at_once(20, lambda number: player.confirm_reset(*link, f"password-{number}"))

    assert Counter(answer.status_code for answer in answers) == {204: 1, 422: 19}
    (winner,) = [number for number, answer in enumerate(answers) if answer.status_code == 204]
    assert player.login("ann", f"password-{winner}").status_code == 200


@law("Of many openings of one confirmation link at the same moment exactly one confirms", security=True)
@pytest.mark.project(confirmation_required=True)
def test_one_confirmation_link_confirms_once(player: Player) -> None:
    player.register(username="ann", email=EMAIL)
    link = player.message(EMAIL).link

    answers = at_once(20, lambda _: player.open(link))

    assert Counter(answer.status_code for answer in answers) == {302: 1, 404: 19}


@law("Wrong tries at the same moment are all counted", security=True)
def test_wrong_tries_are_all_counted(player: Player) -> None:
    code, operation_id = player.code_for(EMAIL)
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"

    answers = at_once(20, lambda _: player.confirm_code(EMAIL, wrong, operation_id))

    assert Counter(refusal(answer) for answer in answers) == {(401, "003-039"): 5, (422, "003-049"): 15}


@law("Wrong passwords at the same moment are all counted", security=True)
def test_wrong_passwords_are_all_counted(make_player: MakePlayer, control: Control) -> None:
    player = make_player(lockout={"attempts": 5, "seconds": 600, "captcha": False})
    control.create_user(player.project_id, username="ann", email=EMAIL, password=PASSWORD)

    answers = at_once(20, lambda _: player.login("ann", "not-the-password"))

    assert Counter(refusal(answer) for answer in answers) == {(401, "003-001"): 5, (422, "002-057"): 15}


@law("Logins that end earlier sessions leave exactly one at the end", security=True)
def test_concurrent_logouts_leave_one_session(player: Player, control: Control) -> None:
    control.create_user(player.project_id, username="ann", email=EMAIL, password=PASSWORD)

    answers = at_once(12, lambda _: player.login("ann", query={"with_logout": "1"}))

    tokens = [token_of(answer) for answer in answers]
    assert Counter(player.validate(token).status_code for token in tokens) == {204: 1, 422: 11}


@law("A code whose link is opened many times at the same moment stays one code")
def test_many_clicks_are_one_click(make_player: MakePlayer) -> None:
    player = make_player(otc_wait_seconds=5)
    code, operation_id = player.code_for(EMAIL, send_link=True)
    link = player.message(EMAIL).link

    answers = at_once(
        20, lambda number: player.open(link) if number % 2 else player.await_code(EMAIL, operation_id)
    )

    assert Counter(answer.status_code for answer in answers) == {302: 10, 200: 10}
    assert player.confirm_code(EMAIL, code, operation_id).status_code == 200
