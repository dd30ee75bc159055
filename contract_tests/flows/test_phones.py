"""The phone numbers of an account: linked by a code, removed, and the one of the second factor."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, query_of, refusal, token_of
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    CONTACT_TAKEN,
    INVALID_PHONE_NUMBER,
    NOT_AVAILABLE,
    NOT_FOUND,
    TOO_MANY_WRONG_CODES,
    UNDELIVERABLE_NUMBER,
    WRONG_CODE,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
EMAIL, OTHER_EMAIL = "ann@example.com", "bob@example.com"
PHONE, OTHER = "+12025550143", "+12025550144"


def ask(jwt_client: JwtClient, token: str, number: str) -> httpx.Response:
    return jwt_client.call("link-phone-number", body={"phone_number": number}, bearer=token)


def sent(jwt_client: JwtClient, token: str, number: str) -> tuple[str, str]:
    """Have a code sent to a number; return it and its operation_id."""
    operation_id = str(ask(jwt_client, token, number).json()["operation_id"])
    message = jwt_client.message(number, "one_time_code")
    assert message.operation_id == operation_id
    return str(message.code), operation_id


def confirm(jwt_client: JwtClient, token: str, number: str, code: str, operation_id: str) -> httpx.Response:
    body = {"phone_number": number, "code": code, "operation_id": operation_id}
    return jwt_client.call("confirm-phone-number", body=body, bearer=token)


def link(jwt_client: JwtClient, token: str, number: str) -> None:
    assert confirm(jwt_client, token, number, *sent(jwt_client, token, number)).status_code == 204


def remove(jwt_client: JwtClient, token: str, number: str) -> httpx.Response:
    return jwt_client.call("delete-user-phone-number", path={"phoneNumber": number}, bearer=token)


def set_for_codes(jwt_client: JwtClient, token: str, number: str) -> httpx.Response:
    return jwt_client.call("update-user-phone-number", body={"phone_number": number}, bearer=token)


def shown(jwt_client: JwtClient, token: str) -> object:
    return jwt_client.call("get-user-phone-number", bearer=token).json()


def user(token: str) -> str:
    return str(claims(token)["sub"])


def other_code(code: str) -> str:
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}d}"


@law("A linked number logs its user in, and one that was linked before does no longer")
def test_linked_number_logs_in(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(EMAIL)
    assert shown(jwt_client, token) == {"phone_number": None}

    link(jwt_client, token, PHONE)
    assert user(jwt_client.login_by_code(PHONE)) == user(token)
    assert shown(jwt_client, token) == {"phone_number": PHONE}

    link(jwt_client, token, OTHER)
    assert user(jwt_client.login_by_code(OTHER)) == user(token)
    assert shown(jwt_client, token) == {"phone_number": OTHER}
    assert user(jwt_client.login_by_code(PHONE)) != user(token)


@law("A number is not linked before its code is given", security=True)
def test_number_is_not_linked_without_its_code(jwt_client: JwtClient, control: Control) -> None:
    token = jwt_client.login_by_code(EMAIL)
    code, operation_id = sent(jwt_client, token, PHONE)
    stranger = user(jwt_client.login_by_code(OTHER))

    control.advance(181)

    assert refusal(confirm(jwt_client, token, PHONE, code, operation_id)) == WRONG_CODE
    assert shown(jwt_client, token) == {"phone_number": None}
    assert user(jwt_client.login_by_code(PHONE)) not in (user(token), stranger)


@law("The code that links a number works once, for its number, its operation and its user", security=True)
def test_link_code_works_once(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(code_length=12)
    token, stranger = (jwt_client.login_by_code(each) for each in (EMAIL, OTHER_EMAIL))
    code, operation_id = sent(jwt_client, token, PHONE)
    _, unused = sent(jwt_client, token, OTHER)

    for number in (OTHER, PHONE[1:], f"{PHONE} ", f"+0{PHONE[1:]}", PHONE[:-1]):
        assert refusal(confirm(jwt_client, token, number, code, operation_id)) == WRONG_CODE, number
        code, operation_id = sent(jwt_client, token, PHONE)
    assert refusal(confirm(jwt_client, token, OTHER, code, unused)) == WRONG_CODE
    for wrong in (operation_id[:-1], operation_id.swapcase(), "nonsense"):
        assert refusal(confirm(jwt_client, token, PHONE, code, wrong)) == NOT_FOUND
    assert refusal(confirm(jwt_client, stranger, PHONE, code, operation_id)) == NOT_FOUND
    assert [shown(jwt_client, each) for each in (token, stranger)] == [{"phone_number": None}] * 2

    assert confirm(jwt_client, token, PHONE, code, operation_id).status_code == 204
    assert refusal(confirm(jwt_client, token, PHONE, code, operation_id)) == WRONG_CODE
    assert shown(jwt_client, token) == {"phone_number": PHONE}


@law("Wrong codes are counted: after five the code that links a number is dead", security=True)
def test_wrong_link_codes_are_counted(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(EMAIL)
    code, operation_id = sent(jwt_client, token, PHONE)

    for _ in range(5):
        assert refusal(confirm(jwt_client, token, PHONE, other_code(code), operation_id)) == WRONG_CODE

    assert refusal(confirm(jwt_client, token, PHONE, code, operation_id)) == TOO_MANY_WRONG_CODES
    assert shown(jwt_client, token) == {"phone_number": None}


@law("The code that links a number logs nobody in, and the code of a login links no number", security=True)
def test_link_code_is_no_login_code(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(code_length=12)
    token = jwt_client.login_by_code(EMAIL)
    code, operation_id = sent(jwt_client, token, PHONE)
    login_code, of_login = jwt_client.code_for(PHONE)

    assert refusal(jwt_client.confirm_code(PHONE, code, operation_id)) == WRONG_CODE
    assert refusal(confirm(jwt_client, token, PHONE, login_code, of_login)) == NOT_FOUND
    assert confirm(jwt_client, token, PHONE, code, operation_id).status_code == 204


@law("A number of another account is refused, and nothing tells whose it is", security=True)
def test_taken_number_tells_no_name(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", EMAIL)
    ann, bob = token_of(jwt_client.login("ann")), jwt_client.login_by_code(OTHER_EMAIL)
    in_time = sent(jwt_client, bob, PHONE)
    link(jwt_client, ann, PHONE)

    answers = [confirm(jwt_client, bob, PHONE, *in_time), ask(jwt_client, bob, PHONE)]

    assert [refusal(answer) for answer in answers] == [CONTACT_TAKEN] * 2
    known = (jwt_client.known_as("ann"), jwt_client.known_as(EMAIL), user(ann))
    assert not [word for answer in answers for word in known if word in answer.text]
    assert shown(jwt_client, bob) == {"phone_number": None}
    assert user(jwt_client.login_by_code(PHONE)) == user(ann)


@law("Of two users who link one number at the same moment one gets it")
def test_one_of_two_gets_a_number(jwt_client: JwtClient) -> None:
    tokens = [jwt_client.login_by_code(each) for each in (EMAIL, OTHER_EMAIL)]
    codes = [sent(jwt_client, token, PHONE) for token in tokens]

    answers = at_once(2, lambda each: confirm(jwt_client, tokens[each], PHONE, *codes[each]))

    assert sorted(answer.status_code for answer in answers) == [204, 422]
    winner = [answer.status_code for answer in answers].index(204)
    assert refusal(answers[1 - winner]) == CONTACT_TAKEN
    assert shown(jwt_client, tokens[winner]) == {"phone_number": PHONE}
    assert shown(jwt_client, tokens[1 - winner]) == {"phone_number": None}
    assert user(jwt_client.login_by_code(PHONE)) == user(tokens[winner])


@law("Of many confirmations of one link code at the same moment one counts")
def test_link_code_counts_once_at_one_moment(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(EMAIL)
    code = sent(jwt_client, token, PHONE)

    answers = at_once(8, lambda _: confirm(jwt_client, token, PHONE, *code))

    assert sorted(answer.status_code for answer in answers) == [204, *[401] * 7]


@law(
    "A removed number logs nobody into the account any more, not even with a code sent before", security=True
)
@pytest.mark.parametrize("written", [PHONE, PHONE[1:]])
def test_removed_number_does_not_log_in(jwt_client: JwtClient, written: str) -> None:
    token = jwt_client.login_by_code(PHONE)
    asked = jwt_client.answer_asks(token, {"email": EMAIL}).json()["error"]["details"]["operation_id"]
    mail = str(jwt_client.message(EMAIL, "one_time_code").code)
    assert jwt_client.confirm_code(EMAIL, mail, asked).status_code == 200
    code, operation_id = jwt_client.code_for(PHONE)

    assert remove(jwt_client, token, written).status_code == 204

    assert shown(jwt_client, token) == {"phone_number": None}
    assert user(token_of(jwt_client.confirm_code(PHONE, code, operation_id))) != user(token)
    assert user(jwt_client.login_by_code(PHONE)) != user(token)
    assert user(jwt_client.login_by_code(EMAIL)) == user(token)
    assert refusal(remove(jwt_client, token, written)) == NOT_FOUND


@law("A code of before does not bring a removed number back", security=True)
def test_code_of_before_brings_no_number_back(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(EMAIL)
    link(jwt_client, token, PHONE)
    code = sent(jwt_client, token, PHONE)

    assert remove(jwt_client, token, PHONE).status_code == 204

    assert refusal(confirm(jwt_client, token, PHONE, *code)) == WRONG_CODE
    assert shown(jwt_client, token) == {"phone_number": None}


@law("The number that is the last way to log in stays")
def test_last_number_stays(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(PHONE)

    assert refusal(remove(jwt_client, token, PHONE)) == NOT_AVAILABLE

    assert shown(jwt_client, token) == {"phone_number": PHONE}
    assert user(jwt_client.login_by_code(PHONE)) == user(token)


def near_misses(number: str) -> Iterator[str]:
    yield from (f"+0{number[1:]}", number[:-1], f"{number}0", f"{number[:-1]}4")


@law("A number is removed by its whole spelling only, and nobody removes another one's", security=True)
def test_number_counts_in_its_spelling(jwt_client: JwtClient) -> None:
    ann, bob = (jwt_client.login_by_code(each) for each in (EMAIL, OTHER_EMAIL))
    link(jwt_client, ann, PHONE)

    for wrong in near_misses(PHONE):
        assert refusal(remove(jwt_client, ann, wrong)) == NOT_FOUND, wrong
    assert refusal(remove(jwt_client, bob, PHONE)) == NOT_FOUND
    for malformed in ("1234", "1" * 26, f"+{'1' * 26}", "12345x"):
        assert refusal(remove(jwt_client, ann, malformed)) == INVALID_PHONE_NUMBER, malformed
    assert user(jwt_client.login_by_code(PHONE)) == user(ann)

    for whole in ("+00000", f"+{'1' * 24}2", "+012345"):
        assert set_for_codes(jwt_client, ann, whole).status_code == 204
        assert shown(jwt_client, ann) == {"phone_number": whole}
        assert remove(jwt_client, ann, whole).status_code == 204
    for malformed in ("+1234", f"+{'1' * 26}", PHONE[1:], f"{PHONE} ", "+1202555014x"):
        assert refusal(set_for_codes(jwt_client, ann, malformed)) == INVALID_PHONE_NUMBER, malformed
        assert refusal(ask(jwt_client, ann, malformed)) == INVALID_PHONE_NUMBER, malformed


@law(
    "The number of the second factor is told, belongs to whoever names it, and logs nobody in", security=True
)
def test_number_of_the_second_factor_logs_nobody_in(jwt_client: JwtClient) -> None:
    ann, bob = (jwt_client.login_by_code(each) for each in (EMAIL, OTHER_EMAIL))
    link(jwt_client, ann, PHONE)

    assert [set_for_codes(jwt_client, each, OTHER).status_code for each in (ann, bob)] == [204, 204]

    assert [shown(jwt_client, each) for each in (ann, bob)] == [{"phone_number": OTHER}] * 2
    profiles = [jwt_client.call("get-user-details", bearer=each).json() for each in (ann, bob)]
    assert [(each["phone"], each.get("phone_auth")) for each in profiles] == [
        (OTHER, PHONE[1:]),
        (OTHER, None),
    ]
    assert user(jwt_client.login_by_code(OTHER)) not in (user(ann), user(bob))
    assert user(jwt_client.login_by_code(PHONE)) == user(ann)
    assert remove(jwt_client, ann, OTHER).status_code == 204
    assert [shown(jwt_client, each) for each in (ann, bob)] == [
        {"phone_number": PHONE},
        {"phone_number": OTHER},
    ]


@law("A number that cannot receive an SMS is neither linked nor set for the second factor")
def test_undeliverable_number_is_refused(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(undeliverable_phones=[PHONE])
    token = jwt_client.login_by_code(EMAIL)

    assert refusal(ask(jwt_client, token, PHONE)) == UNDELIVERABLE_NUMBER
    assert refusal(set_for_codes(jwt_client, token, PHONE)) == UNDELIVERABLE_NUMBER
    assert shown(jwt_client, token) == {"phone_number": None}


@law("When two accounts become one, the number of the second factor goes along, and what is on stays on")
def test_second_factor_goes_along(make_partner: Callable[..., StoragePartner]) -> None:
    names = {"user-verification": {"id": "server_custom_id"}}
    partner = make_partner(merge_by_server_custom_id=True, key_map=names)
    jwt_client = partner.jwt_client
    partner.answer("user-verification", json={"id": "1"})
    first = token_of(jwt_client.login("first"))
    partner.answer("user-verification", json={"id": "2"})
    second = token_of(jwt_client.login("second"))
    assert set_for_codes(jwt_client, second, PHONE).status_code == 204
    body = {"mfa_type": "sms", "enabled": True}
    operation_id = "update-users-two-factor-authentication-settings"
    page = jwt_client.call(operation_id, body=body, bearer=second).json()["url"]
    code = str(jwt_client.message(PHONE, "one_time_code").code)
    query = {"challenge_id": query_of(page)["challenge_id"], "code": code}
    assert jwt_client.call("otp-validate", query=query).status_code == 200
    partner.answer("user-verification", json={"id": "1"})

    joined = query_of(jwt_client.login("second").json()["login_url"])

    assert shown(jwt_client, first) == {"phone_number": PHONE}
    assert "challenge_id" in joined


@law("A social network that the project has withdrawn is no way to log in: the number stays")
def test_withdrawn_network_is_no_way_in(make_jwt_client: MakeJwtClient, control: Control) -> None:
    jwt_client = make_jwt_client(social_providers=["google"])
    secrets = control.social_credentials(jwt_client.project_id, "google", "ann-at-google")
    answer = jwt_client.call(
        "jwt-auth-via-access-token-of-social-network",
        path={"provider_name": "google"},
        body={"access_token": secrets.access_token},
    )
    token = str(answer.json()["token"])
    link(jwt_client, token, PHONE)
    control.change_project(jwt_client.project_id, social_providers=["facebook"])

    assert refusal(remove(jwt_client, token, PHONE)) == NOT_AVAILABLE

    control.change_project(jwt_client.project_id, social_providers=["google"])
    assert remove(jwt_client, token, PHONE).status_code == 204
