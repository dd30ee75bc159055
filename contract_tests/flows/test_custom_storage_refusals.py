"""Custom user-data storage: what a client hears of a partner's refusal, and what it must not hear before."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import pytest

from login_contract.suite.actors.jwt_client import PASSWORD, query_of, refusal
from login_contract.suite.actors.partner_flows import (
    EMAIL,
    FLOWS,
    JANE,
    NEW_EMAIL,
    ONE_EACH,
    Flow,
    code_by_phone,
    login,
    login_for_tokens,
    login_on_page,
    member,
    oauth_login,
    sign_up,
)
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    INVALID_GRANT,
    LOCKED_ACCOUNT,
    PARTNER_NOT_ANSWERING,
    PARTNER_REFUSES_LOGIN,
    PARTNER_REFUSES_RESET,
    REGISTRATION_NOT_ALLOWED,
    TOO_MANY_WRONG_CODES,
    UNCONFIRMED_ACCOUNT,
    WRONG_CODE,
    WRONG_CREDENTIALS,
    WRONG_RESET_CODE,
)

law = pytest.mark.law
MakePartner = Callable[..., StoragePartner]
EVERY_FLOW = pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
EVERY_WEBHOOK = pytest.mark.parametrize("flow", ONE_EACH, ids=lambda flow: flow.webhook)
EVERY_LOGIN = pytest.mark.parametrize("begin", [login, oauth_login, login_for_tokens])
CODE, TEXT = "011-002", 'Not "today" <b>&</b> 🔑.'
REFUSAL = {"error": {"code": CODE, "description": TEXT}, "level": "gold"}
WITHOUT_OBJECT = (
    "",
    "Bad Request",
    "<html>no</html>",
    "{}",
    '{"error":"no"}',
    '{"error":{"code":"1"}}',
    '{"error":{"code":7,"description":"no"}}',
    '{"error":{"code":"","description":"no"}}',
    "[]",
    '"\\ud800"',
)
ANY_CODE = (
    {"code": "c" * 64, "description": "🔑" * 1000},
    {"code": "003-007", "description": "Whatever the partner means."},
    {"code": "500", "description": "No defect of the mock."},
    {"code": "404", "description": "Nobody."},
    {"code": "Code mit Umlaut ä", "description": "\n"},
)
DEFAULTS = {
    "new-user": REGISTRATION_NOT_ALLOWED,
    "user-verification": WRONG_CREDENTIALS,
    "phone": PARTNER_REFUSES_LOGIN,
    "email": PARTNER_REFUSES_LOGIN,
    "social": PARTNER_REFUSES_LOGIN,
    "password-reset": PARTNER_REFUSES_RESET,
    "refresh-token": INVALID_GRANT,
    "password-change": PARTNER_REFUSES_RESET,
    "email-change": PARTNER_REFUSES_LOGIN,
}


@law("The client hears the partner's code and text, with 200 and 201 as with 400; nothing of it is kept")
@pytest.mark.parametrize(
    ("status", "flow"),
    [*((400, flow) for flow in FLOWS), *((status, flow) for flow in ONE_EACH for status in (200, 201))],
    ids=lambda value: value.name if isinstance(value, Flow) else str(value),
)
def test_client_hears_the_refusal(partner: StoragePartner, status: int, flow: Flow) -> None:
    step = flow.begin(partner)
    before = partner.users(), partner.jwt_client.messages()
    partner.answer(flow.webhook, status, REFUSAL)

    answer = step()

    assert answer.status_code == flow.refused
    if flow.page:
        assert escape(TEXT) in answer.text
    else:
        assert answer.json()["error"] == {"code": CODE, "description": TEXT}
    assert (partner.users(), partner.jwt_client.messages()) == before
    (delivery, *_) = partner.deliveries(flow.webhook)
    assert delivery["verdict"] == "refused"
    assert bool(delivery["remarks"]) == (status != 400)


@law("After a refusal the same step succeeds as soon as the partner accepts it")
@EVERY_FLOW
def test_step_can_be_repeated(partner: StoragePartner, flow: Flow) -> None:
    step = flow.begin(partner)
    partner.refuse(flow.webhook)
    assert step().status_code == flow.refused
    partner.answer(flow.webhook, 204)

    answer = step()

    if flow.logs_in:
        assert partner.claims(answer)["sub"] == partner.user()["user_id"]
    else:
        assert answer.status_code in (200, 204)


@law("A 400 without a well-formed error object is a refusal with a code of the flow")
@EVERY_WEBHOOK
def test_refusal_without_an_object(make_partner: MakePartner, flow: Flow) -> None:
    partner = make_partner(lockout={"attempts": 100, "seconds": 900, "captcha": False})
    step = flow.begin(partner)
    for body in WITHOUT_OBJECT:
        partner.answer(flow.webhook, 400, body=body)

        answer = step()

        assert refusal(answer) == DEFAULTS[flow.webhook]
        assert answer.json()["error"]["description"]
        (delivery, *_) = partner.deliveries(flow.webhook)
        assert delivery["verdict"] == "refused"
        assert delivery["remarks"]


@law("The longest code and text, and those that are known here, come through unchanged")
@EVERY_WEBHOOK
def test_any_code_comes_through(partner: StoragePartner, flow: Flow) -> None:
    step = flow.begin(partner)
    for error in ANY_CODE:
        partner.answer(flow.webhook, 400, {"error": {**error, "more": 1}})

        answer = step()

        assert answer.status_code == flow.refused
        assert answer.json() == {"error": error}


@law("An unknown user's refusal is told like a wrong password, and makes no account")
@EVERY_LOGIN
def test_refused_stranger_gets_no_account(partner: StoragePartner, begin: Any) -> None:
    partner.answer("user-verification", 400)

    assert refusal(begin(partner)()) == WRONG_CREDENTIALS

    assert partner.users() == []


@law(
    "Refused passwords lock an account, one that is unknown here too, and a right one starts the count anew",
    security=True,
)
@EVERY_LOGIN
@pytest.mark.parametrize("known", [True, False])
def test_refused_passwords_lock(make_partner: MakePartner, begin: Any, known: bool) -> None:
    partner = make_partner(lockout={"attempts": 2, "seconds": 900, "captcha": False})
    if known:
        member(partner)
    step = begin(partner)
    partner.refuse("user-verification")
    step()
    partner.answer("user-verification")
    if known:
        assert step().status_code == 200
        partner.refuse("user-verification")
        step()
    partner.refuse("user-verification")
    step()
    asked = len(partner.asked("user-verification"))
    partner.answer("user-verification")

    assert refusal(step()) == LOCKED_ACCOUNT
    assert len(partner.asked("user-verification")) == asked


@law("A partner's trouble counts as nobody's wrong password")
def test_trouble_does_not_lock(make_partner: MakePartner) -> None:
    partner = make_partner(lockout={"attempts": 1, "seconds": 900, "captcha": False})
    member(partner)
    partner.answer("user-verification", 500)
    for _ in range(3):
        assert refusal(login(partner)()) == PARTNER_NOT_ANSWERING
    partner.answer("user-verification")

    assert login(partner)().status_code == 200


@law("That an account is banned or not confirmed is told only to whom the partner accepts", security=True)
@EVERY_LOGIN
@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"banned": True}, BANNED_USER.code),
        ({"confirmed": False}, UNCONFIRMED_ACCOUNT.code),
    ],
)
def test_account_is_not_told_before(
    partner: StoragePartner, begin: Any, data: dict[str, bool], told: str
) -> None:
    member(partner, **data)
    partner.answer("user-verification", 400)
    assert refusal(begin(partner)()) == WRONG_CREDENTIALS
    partner.answer("user-verification", 500)
    assert refusal(begin(partner)()) == PARTNER_NOT_ANSWERING
    partner.answer("user-verification")

    assert refusal(begin(partner)()) == (401, told)


@law("Nothing that is refused here gets to the partner")
def test_partner_is_spared_what_is_refused_here(partner: StoragePartner) -> None:
    member(partner)
    code, operation_id = partner.jwt_client.code_for(NEW_EMAIL)
    wrong = "000000" if code != "000000" else "111111"
    refused = [
        partner.jwt_client.register(username=JANE, email=NEW_EMAIL),
        partner.jwt_client.register(username="bob", email=EMAIL),
        partner.jwt_client.confirm_code(NEW_EMAIL, wrong, operation_id),
        partner.jwt_client.confirm_reset(member(partner)["user_id"], "guessed", PASSWORD),
        partner.oauth_client.refresh("guessed"),
    ]

    assert [answer.status_code for answer in refused] == [422, 422, 401, 422, 400]
    assert partner.receiver.requests == []


@law("A wrong code stays counted, whatever the partner of the right one says", security=True)
def test_wrong_codes_stay_counted(partner: StoragePartner) -> None:
    code, operation_id = partner.jwt_client.code_for(EMAIL)
    wrong = "000000" if code != "000000" else "111111"
    partner.refuse("email")
    for _ in range(4):
        assert refusal(partner.jwt_client.confirm_code(EMAIL, wrong, operation_id)) == WRONG_CODE
        assert refusal(partner.jwt_client.confirm_code(EMAIL, code, operation_id)) == (401, CODE)
    partner.jwt_client.confirm_code(EMAIL, wrong, operation_id)

    assert refusal(partner.jwt_client.confirm_code(EMAIL, code, operation_id)) == TOO_MANY_WRONG_CODES


@law("A refused reset leaves the sessions and the link, an accepted one ends both")
def test_refused_reset_ends_no_session(partner: StoragePartner) -> None:
    member(partner)
    token = partner.access_token(login(partner)())
    partner.jwt_client.request_reset(JANE)
    link = partner.jwt_client.message(EMAIL, "password_reset").link
    partner.refuse("password-reset")
    query = query_of(link or "")
    partner.jwt_client.confirm_reset(query["user_id"], query["code"], "another-horse-8")
    assert partner.jwt_client.validate(token).status_code == 204
    partner.answer("password-reset")

    assert (
        partner.jwt_client.confirm_reset(query["user_id"], query["code"], "another-horse-8").status_code
        == 204
    )

    assert partner.jwt_client.validate(token).status_code == 422
    again = partner.jwt_client.confirm_reset(query["user_id"], query["code"], "another-horse-8")
    assert refusal(again) == WRONG_RESET_CODE


@law("A reset message that the partner does not allow is not sent; nobody is asked about strangers")
def test_refused_reset_message_is_not_sent(partner: StoragePartner) -> None:
    member(partner)
    partner.refuse("password-change")

    assert refusal(partner.jwt_client.request_reset(JANE)) == (400, CODE)
    assert partner.jwt_client.request_reset("stranger").status_code == 204

    assert partner.jwt_client.messages() == []
    assert len(partner.asked("password-change")) == 1


@law("A page that is sent an empty or an endless password says that it is wrong, and asks nobody")
@pytest.mark.parametrize("form", [{"password": ""}, {"password": "p" * 101}, {"username": ""}])
def test_page_takes_anything_for_a_password(partner: StoragePartner, form: dict[str, str]) -> None:
    answer = login_on_page(partner, **form)()

    assert answer.status_code == 422
    assert "wrong" in answer.text
    assert partner.receiver.requests == []


@law("A partner who refuses with a name of its own is not taken for the API")
def test_error_in_free_json_is_not_a_refusal(partner: StoragePartner) -> None:
    partner.answer("phone", json={"error": None, "level": "gold"})

    assert partner.claims(code_by_phone(partner)())["partner_data"] == {"error": None, "level": "gold"}


@law("A refused sign-up leaves the name free")
def test_refused_name_is_free(partner: StoragePartner) -> None:
    partner.refuse("new-user")
    assert sign_up(partner)().status_code == 422
    partner.answer("new-user")

    assert sign_up(partner)().status_code == 200
