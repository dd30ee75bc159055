"""One-time codes: what they open, how often, for whom, and for how long."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, refusal, token_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    INVALID_PHONE_NUMBER,
    TOO_MANY_WRONG_CODES,
    UNDELIVERABLE_NUMBER,
    WRONG_CODE,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
EMAIL, PHONE = "ann@example.com", "+12025550143"
either_channel = pytest.mark.parametrize("recipient", [EMAIL, PHONE])


def other_code(code: str) -> str:
    """A code of the same form that is not the one."""
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}d}"


@law("A one-time code logs in, and makes an account where there was none")
@either_channel
def test_code_logs_in(jwt_client: JwtClient, recipient: str) -> None:
    first, second = jwt_client.login_by_code(recipient), jwt_client.login_by_code(recipient)

    assert jwt_client.validate(first).status_code == 204
    assert claims(first)["sub"] == claims(second)["sub"]
    assert claims(first)["type"] == ("email" if "@" in recipient else "phone")


@law("A one-time code logs the owner of a known address in to the account that has it")
def test_code_finds_the_registered_account(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")

    assert (
        claims(jwt_client.login_by_code("ANN@example.com"))["sub"]
        == claims(token_of(jwt_client.login("ann")))["sub"]
    )


@law("A one-time code works once", security=True)
@either_channel
def test_code_cannot_be_used_twice(jwt_client: JwtClient, recipient: str) -> None:
    code, operation_id = jwt_client.code_for(recipient)
    assert jwt_client.confirm_code(recipient, code, operation_id).status_code == 200

    assert refusal(jwt_client.confirm_code(recipient, code, operation_id)) == WRONG_CODE


@law("A one-time code works for its recipient only", security=True)
@pytest.mark.parametrize(
    ("recipient", "other"), [(EMAIL, "bob@example.com"), (PHONE, "+12025550144"), (EMAIL, PHONE)]
)
def test_code_is_bound_to_its_recipient(jwt_client: JwtClient, recipient: str, other: str) -> None:
    code, operation_id = jwt_client.code_for(recipient)

    assert refusal(jwt_client.confirm_code(other, code, operation_id)) == WRONG_CODE


@law("A one-time code works in its project only", security=True)
@either_channel
def test_code_is_bound_to_its_project(make_jwt_client: MakeJwtClient, recipient: str) -> None:
    jwt_client, elsewhere = make_jwt_client(), make_jwt_client()
    code, operation_id = jwt_client.code_for(recipient)

    assert refusal(elsewhere.confirm_code(recipient, code, operation_id)) == WRONG_CODE
    assert jwt_client.confirm_code(recipient, code, operation_id).status_code == 200


@law("A one-time code works with its own operation_id only", security=True)
@either_channel
def test_code_is_bound_to_its_operation(make_jwt_client: MakeJwtClient, recipient: str) -> None:
    jwt_client = make_jwt_client(code_length=12)
    code, operation_id = jwt_client.code_for(recipient)
    other_operation_id = jwt_client.request_code(recipient).json()["operation_id"]

    assert other_operation_id != operation_id
    assert refusal(jwt_client.confirm_code(recipient, code, other_operation_id)) == WRONG_CODE
    assert refusal(jwt_client.confirm_code(recipient, code, "no-such-operation")) == WRONG_CODE
    assert jwt_client.confirm_code(recipient, code, operation_id).status_code == 200


@law("A one-time code lives for three minutes", security=True)
@either_channel
def test_code_lives_for_three_minutes(jwt_client: JwtClient, control: Control, recipient: str) -> None:
    code, operation_id = jwt_client.code_for(recipient)
    late_code, late_operation_id = jwt_client.code_for(recipient)

    control.advance(170)
    assert jwt_client.confirm_code(recipient, code, operation_id).status_code == 200
    control.advance(11)
    assert refusal(jwt_client.confirm_code(recipient, late_code, late_operation_id)) == WRONG_CODE


@law("After five wrong tries a one-time code is dead", security=True)
@either_channel
def test_code_dies_after_five_wrong_tries(jwt_client: JwtClient, recipient: str) -> None:
    code, operation_id = jwt_client.code_for(recipient)
    for _ in range(5):
        assert refusal(jwt_client.confirm_code(recipient, other_code(code), operation_id)) == WRONG_CODE

    assert refusal(jwt_client.confirm_code(recipient, code, operation_id)) == TOO_MANY_WRONG_CODES
    assert jwt_client.login_by_code(recipient)


@law("Fewer than five wrong tries leave a one-time code alive")
def test_code_survives_four_wrong_tries(jwt_client: JwtClient) -> None:
    code, operation_id = jwt_client.code_for(EMAIL)
    for _ in range(4):
        jwt_client.confirm_code(EMAIL, other_code(code), operation_id)

    assert jwt_client.confirm_code(EMAIL, code, operation_id).status_code == 200


@law("Somebody else's tries do not kill a one-time code")
def test_strangers_cannot_kill_a_code(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(), make_jwt_client()
    code, operation_id = jwt_client.code_for(EMAIL)
    for _ in range(6):
        elsewhere.confirm_code(EMAIL, code, operation_id)

    assert jwt_client.confirm_code(EMAIL, code, operation_id).status_code == 200


@law("The letter case of an e-mail address does not matter to its code")
def test_letter_case_of_the_address_does_not_matter(jwt_client: JwtClient) -> None:
    owner = claims(jwt_client.login_by_code("ann@example.com"))["sub"]
    operation_id = jwt_client.request_code("Ann@Example.com").json()["operation_id"]
    code = jwt_client.message("ANN@example.com").code

    confirmed = jwt_client.confirm_code("aNN@eXAMPLE.com", str(code), operation_id)
    assert claims(token_of(confirmed))["sub"] == owner


@law("A phone number that is none is refused with its own code")
@pytest.mark.parametrize("number", ["12025550143", "+1", "+1202555o143", "", "+12025550143 ", f"+{'1' * 26}"])
def test_invalid_phone_number_is_refused(jwt_client: JwtClient, number: str) -> None:
    operation_ids = ("jwt-start-auth-by-phone-number", "jwt-complete-auth-by-phone-number")
    for operation_id in operation_ids:
        body = {"phone_number": number, "code": "123456", "operation_id": "x"}
        assert refusal(jwt_client.call(operation_id, body=body)) == INVALID_PHONE_NUMBER


@law("A number that cannot receive an SMS is refused")
def test_undeliverable_number_is_refused(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(undeliverable_phones=[PHONE])

    assert refusal(jwt_client.request_code(PHONE)) == UNDELIVERABLE_NUMBER
    assert jwt_client.request_code("+12025550144").status_code == 200


@law("A one-time code has as many digits as the project wants")
@pytest.mark.parametrize("length", [4, 6, 8])
def test_code_has_the_wanted_length(make_jwt_client: MakeJwtClient, length: int) -> None:
    jwt_client = make_jwt_client(code_length=length)

    code, _ = jwt_client.code_for(EMAIL)

    assert re.fullmatch(rf"\d{{{length}}}", code)


@law("A recipient with a test code always gets that code")
def test_test_code_is_fixed(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(test_codes={PHONE: "424242", "Ann@Example.com": "111111"})

    assert jwt_client.code_for(PHONE)[0] == "424242"
    assert jwt_client.code_for("ann@example.com")[0] == "111111"


@law("Asking for a code does not tell whether the recipient has an account", security=True)
def test_code_request_answers_alike(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")

    known, unknown = jwt_client.request_code("ann@example.com"), jwt_client.request_code("nobody@example.com")

    assert (known.status_code, set(known.json())) == (unknown.status_code, set(unknown.json()))
    assert len(known.json()["operation_id"]) == len(unknown.json()["operation_id"])


@law("An answer with a token or a code in it forbids caches to keep it", security=True)
def test_answers_with_secrets_are_not_kept(jwt_client: JwtClient) -> None:
    code, operation_id = jwt_client.code_for(EMAIL)

    assert jwt_client.confirm_code(EMAIL, code, operation_id).headers["cache-control"] == "no-store"
