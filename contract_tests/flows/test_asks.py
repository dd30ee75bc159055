"""What a project asks for after login: who is asked, what is accepted, and whose account gets it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, JwtClient, refusal, token_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    CONFIRM_EMAIL,
    CONFIRM_PHONE_NUMBER,
    CONTACT_TAKEN,
    INACTIVE_TOKEN,
    INVALID_TOKEN,
    UNDELIVERABLE_NUMBER,
    UNPROCESSABLE_VALUE,
    UNREGISTERED_ADDRESS,
    WRONG_CODE,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
EMAIL, PHONE = "ann@example.com", "+12025550143"
COUNTRY = {"name": "country-name", "type": "str", "required": False, "step": 2}
ASKED_EMAIL = {"name": "email", "type": "email", "required": True, "step": 0, "confirmation_type": "code"}
ASKED_PHONE = {
    "name": "phone_number",
    "type": "phone",
    "required": True,
    "step": 1,
    "confirmation_type": "code",
}


def optional(field: dict[str, Any]) -> dict[str, Any]:
    return {**field, "required": False}


def by_code(jwt_client: JwtClient, recipient: str = PHONE) -> dict[str, Any]:
    """Log in by a one-time code and return the whole answer."""
    code, operation_id = jwt_client.code_for(recipient)
    answer: dict[str, Any] = jwt_client.confirm_code(recipient, code, operation_id).json()
    return answer


def prove(jwt_client: JwtClient, token: str, name: str, value: str) -> Any:
    """Answer an ask with a contact and confirm the code that is sent to it."""
    asked = jwt_client.answer_asks(token, {name: value}).json()["error"]
    operation_id = asked["details"]["operation_id"]
    return jwt_client.confirm_code(value, str(jwt_client.message(value, "one_time_code").code), operation_id)


@law("Outstanding fields come with the login, in the order of their steps")
def test_outstanding_fields_come_in_order(make_jwt_client: MakeJwtClient) -> None:
    birthday = {**COUNTRY, "name": "bday", "type": "date", "step": 1}
    jwt_client = make_jwt_client(ask_fields=[COUNTRY, ASKED_EMAIL, birthday])

    answer = by_code(jwt_client)

    assert answer["ask_fields"] == [ASKED_EMAIL, birthday, COUNTRY]
    assert jwt_client.asked(answer["token"]).json() == answer["ask_fields"]
    assert answer["token"] in answer["login_url"]


@law("A login with nothing outstanding mentions no fields")
def test_nothing_is_asked_of_a_complete_user(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[ASKED_EMAIL])
    jwt_client.registered("ann", EMAIL)

    answer = jwt_client.login("ann").json()

    assert set(answer) == {"login_url"}
    assert jwt_client.asked(token_of(jwt_client.login("ann"))).json() == []


@law("While a required field is missing, the token serves the ask calls only", security=True)
def test_token_with_a_required_field_missing_serves_asks_only(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[ASKED_EMAIL])

    token = by_code(jwt_client)["token"]

    assert refusal(jwt_client.validate(token)) == INACTIVE_TOKEN
    assert jwt_client.asked(token).status_code == 200


@law("A token with only optional fields missing is a full one, and they may be skipped")
def test_optional_fields_may_be_skipped(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[optional(ASKED_EMAIL), COUNTRY])

    token = by_code(jwt_client)["token"]

    assert jwt_client.validate(token).status_code == 204
    skipped = jwt_client.answer_asks(token, {})
    assert jwt_client.validate(token_of(skipped)).status_code == 204


@law("Skipping does not help while a required field is missing", security=True)
def test_required_field_cannot_be_skipped(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[ASKED_EMAIL])

    skipped = jwt_client.answer_asks(by_code(jwt_client)["token"], {})

    if skipped.status_code == 200:
        assert refusal(jwt_client.validate(token_of(skipped))) == INACTIVE_TOKEN


@law("A field that needs no confirmation is stored, and the answer leads on with a token")
def test_field_without_confirmation_is_stored(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[{**COUNTRY, "required": True}])

    answer = jwt_client.answer_asks(by_code(jwt_client)["token"], {"country-name": "DE"})

    assert answer.json()["redirect_url"].startswith(f"{CALLBACK}?")
    token = token_of(answer)
    assert jwt_client.validate(token).status_code == 204
    assert jwt_client.asked(token).json() == []
    assert jwt_client.users()[0]["fields"] == {"country-name": "DE"}
    assert "ask_fields" not in by_code(jwt_client)


@law("A contact has to be confirmed by the code sent to it, and then belongs to the same account")
@pytest.mark.parametrize(
    ("field", "login", "value", "code"),
    [(ASKED_EMAIL, PHONE, EMAIL, CONFIRM_EMAIL.code), (ASKED_PHONE, EMAIL, PHONE, CONFIRM_PHONE_NUMBER.code)],
)
def test_contact_is_attached_to_the_same_account(
    make_jwt_client: MakeJwtClient, field: dict[str, Any], login: str, value: str, code: str
) -> None:
    jwt_client = make_jwt_client(ask_fields=[field])
    token = by_code(jwt_client, login)["token"]

    asked = jwt_client.answer_asks(token, {field["name"]: value})
    assert asked.status_code == 200
    assert asked.json()["error"]["code"] == code
    assert jwt_client.asked(token).json() != []

    operation_id = asked.json()["error"]["details"]["operation_id"]
    sent = jwt_client.message(value, "one_time_code")
    assert sent.operation_id == operation_id
    confirmed = jwt_client.confirm_code(value, str(sent.code), operation_id)

    assert claims(token_of(confirmed))["sub"] == claims(token)["sub"]
    assert jwt_client.validate(token_of(confirmed)).status_code == 204
    assert claims(jwt_client.login_by_code(value))["sub"] == claims(token)["sub"]
    assert claims(jwt_client.login_by_code(login))["sub"] == claims(token)["sub"]


@law("A contact that is not confirmed is not attached", security=True)
def test_unconfirmed_contact_is_not_attached(make_jwt_client: MakeJwtClient, control: Control) -> None:
    jwt_client = make_jwt_client(ask_fields=[optional(ASKED_EMAIL)])
    token = by_code(jwt_client)["token"]
    operation_id = jwt_client.answer_asks(token, {"email": EMAIL}).json()["error"]["details"]["operation_id"]
    code = str(jwt_client.message(EMAIL).code)

    control.advance(181)

    assert refusal(jwt_client.confirm_code(EMAIL, code, operation_id)) == WRONG_CODE
    assert [field["name"] for field in jwt_client.asked(token).json()] == ["email"]
    assert claims(jwt_client.login_by_code(EMAIL))["sub"] != claims(token)["sub"]


@law("A contact of another account is refused, when it is given and when it is confirmed", security=True)
def test_contact_of_another_account_is_refused(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[optional(ASKED_EMAIL)])
    token = by_code(jwt_client)["token"]
    in_time = jwt_client.answer_asks(token, {"email": EMAIL}).json()["error"]["details"]["operation_id"]
    code = str(jwt_client.message(EMAIL).code)
    owner = claims(jwt_client.login_by_code(EMAIL))["sub"]

    assert refusal(jwt_client.confirm_code(EMAIL, code, in_time)) == CONTACT_TAKEN
    assert refusal(jwt_client.answer_asks(token, {"email": EMAIL.upper()})) == CONTACT_TAKEN
    assert claims(jwt_client.login_by_code(EMAIL))["sub"] == owner != claims(token)["sub"]


@law("An ask never makes a second account")
def test_ask_never_makes_a_second_account(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[ASKED_EMAIL, {**ASKED_PHONE, "name": "phone_number"}])
    first = by_code(jwt_client)
    subject = claims(first["token"])["sub"]

    confirmed = prove(jwt_client, first["token"], "email", EMAIL)

    subjects = {subject, claims(token_of(confirmed))["sub"]}
    subjects |= {
        claims(by_code(jwt_client, recipient)["login_url"].split("token=")[1])["sub"]
        for recipient in (EMAIL, PHONE)
    }
    assert subjects == {subject}


@law("The code of an ask works once, and for its recipient only", security=True)
def test_code_of_an_ask_works_once(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[optional(ASKED_EMAIL)])
    token = by_code(jwt_client)["token"]
    operation_id = jwt_client.answer_asks(token, {"email": EMAIL}).json()["error"]["details"]["operation_id"]
    code = str(jwt_client.message(EMAIL).code)

    assert refusal(jwt_client.confirm_code("bob@example.com", code, operation_id)) == WRONG_CODE
    assert jwt_client.confirm_code(EMAIL, code, operation_id).status_code == 200
    assert refusal(jwt_client.confirm_code(EMAIL, code, operation_id)) == WRONG_CODE


@law("A link in the message of an ask completes the wait")
def test_link_of_an_ask_completes_the_wait(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[ASKED_EMAIL])
    token = by_code(jwt_client)["token"]
    settings = {"email": {"send_link": True, "link_url": "http://localhost:3000/done"}}
    asked = jwt_client.answer_asks(token, {"email": EMAIL}, settings=settings).json()
    operation_id = asked["error"]["details"]["operation_id"]

    opened = jwt_client.open(jwt_client.message(EMAIL).link)

    assert opened.headers["location"] == "http://localhost:3000/done"
    code = jwt_client.await_code(EMAIL, operation_id).json()["code"]
    assert jwt_client.confirm_code(EMAIL, code, operation_id).status_code == 200


@law("A link_url of an ask that the project does not know is refused", security=True)
def test_link_url_of_an_ask_is_checked(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[ASKED_EMAIL])
    settings = {"email": {"send_link": True, "link_url": "https://evil.example"}}

    answer = jwt_client.answer_asks(by_code(jwt_client)["token"], {"email": EMAIL}, settings=settings)

    assert refusal(answer) == UNREGISTERED_ADDRESS
    assert jwt_client.messages(EMAIL) == []


@law("A field that the project does not ask for is refused")
def test_field_that_is_not_asked_for_is_refused(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[COUNTRY])
    token = by_code(jwt_client)["token"]

    assert refusal(jwt_client.answer_asks(token, {"favourite_colour": "green"})) == UNPROCESSABLE_VALUE
    assert refusal(jwt_client.answer_asks(token, {"country-name": "DE", "other": "x"})) == UNPROCESSABLE_VALUE
    assert jwt_client.asked(token).json() == [COUNTRY]
    assert jwt_client.users()[0]["fields"] == {}


@law("A value that breaks the project's rules for a field is refused")
@pytest.mark.parametrize(
    ("rules", "good", "bad"),
    [
        ({"min_length": 2}, "DE", "D"),
        ({"max_length": 2}, "DE", "DEU"),
        ({"allowed_characters": "ABCDEF"}, "DE", "DEZ"),
        ({"forbidden_characters": "<>"}, "DE", "D>"),
        ({"regexps": ["^[A-Z]+$", "^D"]}, "DE", "FR"),
        ({"should_contain": [{"characters": "0123456789", "count": 2}]}, "D49", "D4"),
    ],
)
def test_rules_of_a_field_are_kept(
    make_jwt_client: MakeJwtClient, rules: dict[str, Any], good: str, bad: str
) -> None:
    jwt_client = make_jwt_client(ask_fields=[{**COUNTRY, "validation": rules}])
    token = by_code(jwt_client)["token"]

    assert refusal(jwt_client.answer_asks(token, {"country-name": bad})) == UNPROCESSABLE_VALUE
    assert jwt_client.users()[0]["fields"] == {}
    assert jwt_client.answer_asks(token, {"country-name": good}).status_code == 200
    assert jwt_client.users()[0]["fields"] == {"country-name": good}


@law("A phone number that cannot receive an SMS is refused in an ask too")
def test_undeliverable_number_is_refused(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[ASKED_PHONE], undeliverable_phones=[PHONE])

    answer = jwt_client.answer_asks(by_code(jwt_client, EMAIL)["token"], {"phone_number": PHONE})

    assert refusal(answer) == UNDELIVERABLE_NUMBER


@law("The ask calls want a valid token of their own project", security=True)
def test_ask_calls_want_a_token_of_the_project(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(ask_fields=[COUNTRY]), make_jwt_client(ask_fields=[COUNTRY])
    token = by_code(jwt_client)["token"]
    invalid = INVALID_TOKEN

    assert refusal(jwt_client.call("get-ask-fields")) == invalid
    for wrong in ("nonsense", token[:-4], f"{token}x", "a.b.c"):
        assert refusal(jwt_client.asked(wrong)) == invalid
        assert refusal(jwt_client.answer_asks(wrong, {})) == invalid
    assert refusal(elsewhere.asked(token)) == invalid
    assert refusal(elsewhere.answer_asks(token, {})) == invalid


@law("The login_url and payload of the interrupted login are kept")
def test_interrupted_login_is_continued(make_jwt_client: MakeJwtClient) -> None:
    other = "https://example.com/other"
    jwt_client = make_jwt_client(ask_fields=[ASKED_EMAIL], callback_urls=[CALLBACK, other])
    code, operation_id = jwt_client.code_for(PHONE, query={"login_url": other, "payload": "from=game"})
    answer = jwt_client.confirm_code(PHONE, code, operation_id, query={"login_url": other}).json()

    confirmed = prove(jwt_client, answer["token"], "email", EMAIL).json()

    assert confirmed["login_url"].startswith(f"{other}?")
    assert claims(confirmed["login_url"].split("token=")[1].split("&")[0])["payload"] == "from=game"
