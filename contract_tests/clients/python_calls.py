"""One call for each operation through the generated client: what it needs first, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from types import ModuleType
from typing import Any

from xsolla_login_client import models
from xsolla_login_client.api.ask_fields import get_ask_fields, update_token
from xsolla_login_client.api.confirmation import get_confirmation_code, push_confirmation_code
from xsolla_login_client.api.password import (
    auth_by_username_and_password,
    confirm_password_reset,
    reset_password,
)
from xsolla_login_client.api.passwordless import (
    jwt_complete_auth_by_email,
    jwt_complete_auth_by_phone_number,
    jwt_start_auth_by_email,
    jwt_start_auth_by_phone_number,
)
from xsolla_login_client.api.registration import (
    confirm_account,
    jwt_register_new_user,
    jwt_resend_account_confirmation_email,
)
from xsolla_login_client.api.tokens import get_projects_keys, json_web_key_set, validate_jwt
from xsolla_login_client.types import Response

from login_contract.suite.actors.control import Message
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import CONFIRM_EMAIL, DEADLINE_EXCEEDED, INACTIVE_TOKEN

from .game import Person, query_of, token_in
from .python_caller import PythonCaller, operation_id

Call = Callable[[PythonCaller], None]
CALLS: dict[str, Call] = {}

EMAIL_FIELD = {"name": "email", "type": "email", "required": True, "step": 0, "confirmation_type": "code"}
COUNTRY_FIELD = {"name": "country-name", "type": "select", "required": True, "step": 1}


def calls(operation: ModuleType) -> Callable[[Call], Call]:
    """Names the operation that a function calls."""

    def register(function: Call) -> Call:
        CALLS[operation_id(operation)] = function
        return function

    return register


def register(caller: PythonCaller, person: Person) -> Response[Any]:
    fields = models.RegistrationFields.from_dict({"nickname": "Nick"})
    body = models.Registration(
        username=person.username, password=person.password, email=person.email, fields=fields
    )
    return caller.call(jwt_register_new_user, project_id=caller.project_id, body=body)


def log_in(caller: PythonCaller, person: Person) -> models.LoginResult:
    body = models.PasswordLogin(username=person.username, password=person.password)
    result: models.LoginResult = caller.parsed(
        auth_by_username_and_password, models.LoginResult, project_id=caller.project_id, body=body
    )
    return result


def member(caller: PythonCaller) -> Person:
    person = Person()
    caller.control.create_user(
        str(caller.project_id), username=person.username, email=person.email, password=person.password
    )
    return person


def mailed(caller: PythonCaller, recipient: str) -> Message:
    return caller.control.last_message(recipient, project_id=str(caller.project_id))


def request_email_code(caller: PythonCaller, person: Person) -> str:
    body = models.EmailCodeRequest(email=person.email, send_link=True)
    requested = caller.parsed(
        jwt_start_auth_by_email, models.CodeRequested, project_id=caller.project_id, body=body
    )
    operation: str = requested.operation_id
    return operation


def request_phone_code(caller: PythonCaller, person: Person) -> str:
    body = models.PhoneCodeRequest(phone_number=person.phone_number)
    requested = caller.parsed(
        jwt_start_auth_by_phone_number, models.CodeRequested, project_id=caller.project_id, body=body
    )
    operation: str = requested.operation_id
    return operation


def log_in_by_phone(caller: PythonCaller, person: Person) -> models.LoginResult:
    operation = request_phone_code(caller, person)
    code = mailed(caller, person.phone_number).code or ""
    body = models.PhoneCodeConfirmation(phone_number=person.phone_number, code=code, operation_id=operation)
    result: models.LoginResult = caller.parsed(
        jwt_complete_auth_by_phone_number, models.LoginResult, project_id=caller.project_id, body=body
    )
    return result


@calls(jwt_register_new_user)
def registers_with_and_without_confirmation(caller: PythonCaller) -> None:
    assert register(caller, Person()).status_code == HTTPStatus.NO_CONTENT

    caller.settings(confirmation_required=False)
    answer = register(caller, Person())

    assert isinstance(answer.parsed, models.RegistrationResult)
    token_in(answer.parsed.login_url)


@calls(jwt_resend_account_confirmation_email)
def resends_the_confirmation_mail(caller: PythonCaller) -> None:
    person = Person()
    register(caller, person)
    first = mailed(caller, person.email)

    body = models.ConfirmationResend(username=person.username)
    answer = caller.call(jwt_resend_account_confirmation_email, project_id=caller.project_id, body=body)

    assert answer.status_code == HTTPStatus.NO_CONTENT
    assert mailed(caller, person.email).id != first.id


@calls(confirm_account)
def confirms_the_account_by_the_mailed_code(caller: PythonCaller) -> None:
    person = Person()
    register(caller, person)
    code = query_of(mailed(caller, person.email).link or "")["code"]

    answer = caller.call(confirm_account, project_id=caller.project_id, code=code)

    assert answer.status_code == HTTPStatus.FOUND
    token_in(answer.headers["location"])
    log_in(caller, person)


@calls(auth_by_username_and_password)
def logs_in_with_a_password(caller: PythonCaller) -> None:
    person = member(caller)

    result = log_in(caller, person)

    assert claims(token_in(result.login_url))["username"] == person.username


@calls(reset_password)
def mails_a_reset_link(caller: PythonCaller) -> None:
    person = member(caller)

    body = models.PasswordResetRequest(username=person.username)
    answer = caller.call(reset_password, project_id=caller.project_id, body=body)

    assert answer.status_code == HTTPStatus.NO_CONTENT
    assert mailed(caller, person.email).kind == "password_reset"


@calls(confirm_password_reset)
def sets_a_new_password(caller: PythonCaller) -> None:
    person = member(caller)
    wanted = models.PasswordResetRequest(username=person.username)
    caller.call(reset_password, project_id=caller.project_id, body=wanted)
    link = query_of(mailed(caller, person.email).link or "")

    body = models.PasswordReset(
        new_password="another horse 2", reset_code=link["code"], user_id=link["user_id"]
    )
    answer = caller.call(confirm_password_reset, project_id=caller.project_id, body=body)

    assert answer.status_code == HTTPStatus.NO_CONTENT
    log_in(caller, Person(username=person.username, password="another horse 2"))


@calls(jwt_start_auth_by_phone_number)
def sends_a_code_by_sms(caller: PythonCaller) -> None:
    person = Person()

    operation = request_phone_code(caller, person)

    assert mailed(caller, person.phone_number).operation_id == operation


@calls(jwt_complete_auth_by_phone_number)
def logs_in_with_a_code_from_an_sms(caller: PythonCaller) -> None:
    result = log_in_by_phone(caller, Person())

    token_in(result.login_url)


@calls(jwt_start_auth_by_email)
def sends_a_code_by_mail(caller: PythonCaller) -> None:
    person = Person()

    operation = request_email_code(caller, person)

    assert mailed(caller, person.email).operation_id == operation


@calls(jwt_complete_auth_by_email)
def logs_in_with_a_code_from_a_mail(caller: PythonCaller) -> None:
    person = Person()
    operation = request_email_code(caller, person)
    code = mailed(caller, person.email).code or ""

    body = models.EmailCodeConfirmation(email=person.email, code=code, operation_id=operation)
    result = caller.parsed(
        jwt_complete_auth_by_email, models.LoginResult, project_id=caller.project_id, body=body
    )

    assert claims(token_in(result.login_url))["email"] == person.email


@calls(push_confirmation_code)
def pushes_the_confirmation(caller: PythonCaller) -> None:
    person = Person()
    request_email_code(caller, person)
    state = query_of(mailed(caller, person.email).link or "")["state"]

    answer = caller.call(push_confirmation_code, project_id=caller.project_id, state=state)

    assert answer.status_code == HTTPStatus.NO_CONTENT


@calls(get_confirmation_code)
def waits_for_the_code(caller: PythonCaller) -> None:
    person = Person()
    operation = request_email_code(caller, person)
    waiting: dict[str, Any] = {
        "project_id": caller.project_id,
        "login": person.email,
        "operation_id": operation,
    }
    assert caller.refusal(get_confirmation_code, **waiting) == DEADLINE_EXCEEDED

    message = mailed(caller, person.email)
    state = query_of(message.link or "")["state"]
    caller.call(push_confirmation_code, project_id=caller.project_id, state=state, action="open")

    assert caller.parsed(get_confirmation_code, models.ConfirmationCode, **waiting).code == message.code


@calls(get_ask_fields)
def lists_what_is_asked_for(caller: PythonCaller) -> None:
    caller.settings(ask_fields=[COUNTRY_FIELD, EMAIL_FIELD])
    result = log_in_by_phone(caller, Person())

    fields = caller.parsed(get_ask_fields, list, project_id=caller.project_id, bearer=result.token)

    assert [field.name for field in fields] == ["email", "country-name"]
    assert fields == result.ask_fields


@calls(update_token)
def answers_what_is_asked_for(caller: PythonCaller) -> None:
    caller.settings(ask_fields=[COUNTRY_FIELD])
    result = log_in_by_phone(caller, Person())
    country = models.UpdatedFields.from_dict({"country-name": "DE"})
    body = models.TokenUpdate(token=str(result.token), updated_fields=country)
    answered = caller.parsed(update_token, models.RedirectUrl, project_id=caller.project_id, body=body)
    token_in(answered.redirect_url)

    caller.settings(ask_fields=[EMAIL_FIELD])
    person = Person()
    result = log_in_by_phone(caller, person)
    body = models.TokenUpdate(
        token=str(result.token), updated_fields=models.UpdatedFields(email=person.email)
    )
    pending = caller.parsed(
        update_token, models.ConfirmationRequired, project_id=caller.project_id, body=body
    )
    assert pending.error.code == CONFIRM_EMAIL.code
    assert mailed(caller, person.email).operation_id == pending.error.details.operation_id


@calls(validate_jwt)
def validates_a_token(caller: PythonCaller) -> None:
    token = token_in(log_in(caller, member(caller)).login_url)
    assert caller.call(validate_jwt, body=models.TokenValidation(token=token)).status_code == 204

    assert caller.refusal(validate_jwt, body=models.TokenValidation(token=token + "x")) == INACTIVE_TOKEN


@calls(get_projects_keys)
def lists_the_keys_with_hexadecimal_numbers(caller: PythonCaller) -> None:
    (key,) = caller.parsed(get_projects_keys, list, project_id=caller.project_id)

    assert isinstance(key, models.ProjectKey)
    assert int(key.e, 16) == 65537


@calls(json_web_key_set)
def gives_the_key_set(caller: PythonCaller) -> None:
    key_set = caller.parsed(json_web_key_set, models.JsonWebKeySet, project_id=caller.project_id)

    assert [key.e for key in key_set.keys] == ["AQAB"]
