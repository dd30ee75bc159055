"""One call for each operation of the OAuth 2.0 login and of the token endpoint."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from xsolla_login_client import models
from xsolla_login_client.api.oauth2_login import (
    jwt_auth_by_username_and_password,
    oauth_20_auth_by_username_and_password,
    oauth_20_complete_auth_by_email,
    oauth_20_complete_auth_by_phone_number,
    oauth_20_register_new_user,
    oauth_20_resend_account_confirmation_email,
    oauth_20_start_auth_by_email,
    oauth_20_start_auth_by_phone_number,
    oauth_20_user_ask,
)
from xsolla_login_client.api.oauth2_token import generate_jwt, revoke_jwt
from xsolla_login_client.api.tokens import validate_jwt
from xsolla_login_client.types import Response

from login_contract.suite.actors.client_registrations import CONFIDENTIAL_SECRET, SERVER_SECRET
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import INVALID_GRANT

from .game import CALLBACK, Person, query_of
from .python_caller import PythonCaller
from .python_calls import COUNTRY_FIELD, calls, mailed, member

STATE = "n4Zr9w2LqT7c"
TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token_exchange"


def start(caller: PythonCaller, scope: str = "offline") -> dict[str, Any]:
    """What every call takes that starts a login of the public client."""
    return {
        "client_id": caller.clients.public,
        "response_type": "code",
        "state": STATE,
        "redirect_uri": CALLBACK,
        "scope": scope,
    }


def code_in(url: str) -> str:
    """The code that a redirect URI carries, beside the state that the login started with."""
    assert url.startswith(f"{CALLBACK}?")
    query = query_of(url)
    assert query["state"] == STATE
    return query["code"]


def exchange(caller: PythonCaller, code: str) -> models.TokenResponse:
    """The tokens that a code of the public client is good for."""
    body = models.TokenGrant(
        grant_type="authorization_code",
        client_id=str(caller.clients.public),
        code=code,
        redirect_uri=CALLBACK,
    )
    tokens: models.TokenResponse = caller.parsed(generate_jwt, models.TokenResponse, body=body)
    return tokens


def logged_in(caller: PythonCaller, person: Person) -> Response[Any]:
    body = models.PasswordLogin(username=person.username, password=person.password)
    answer = caller.call(oauth_20_auth_by_username_and_password, body=body, **start(caller))
    assert isinstance(answer.parsed, models.LoginResult), answer.content
    return answer


def tokens_of(caller: PythonCaller, person: Person) -> models.TokenResponse:
    result = logged_in(caller, person).parsed
    assert isinstance(result, models.LoginResult)
    return exchange(caller, code_in(result.login_url))


def is_valid(caller: PythonCaller, token: str) -> bool:
    answer = caller.call(validate_jwt, body=models.TokenValidation(token=token))
    return answer.status_code == HTTPStatus.NO_CONTENT


def registration(person: Person) -> models.Registration:
    return models.Registration(username=person.username, password=person.password, email=person.email)


def by_phone(caller: PythonCaller, person: Person) -> models.LoginResult:
    request = models.PhoneCodeRequest(phone_number=person.phone_number)
    requested = caller.parsed(
        oauth_20_start_auth_by_phone_number, models.CodeRequested, body=request, **start(caller)
    )
    body = models.PhoneCodeConfirmation(
        phone_number=person.phone_number,
        code=mailed(caller, person.phone_number).code or "",
        operation_id=requested.operation_id,
    )
    result: models.LoginResult = caller.parsed(
        oauth_20_complete_auth_by_phone_number,
        models.LoginResult,
        client_id=caller.clients.public,
        body=body,
    )
    return result


@calls(oauth_20_register_new_user)
def registers_with_and_without_confirmation(caller: PythonCaller) -> None:
    answer = caller.call(oauth_20_register_new_user, body=registration(Person()), **start(caller))
    assert answer.status_code == HTTPStatus.NO_CONTENT

    caller.settings(confirmation_required=False)
    registered = caller.parsed(
        oauth_20_register_new_user, models.RegistrationResult, body=registration(Person()), **start(caller)
    )

    assert exchange(caller, code_in(registered.login_url)).refresh_token


@calls(oauth_20_resend_account_confirmation_email)
def resends_the_confirmation_mail(caller: PythonCaller) -> None:
    person = Person()
    caller.call(oauth_20_register_new_user, body=registration(person), **start(caller))
    first = mailed(caller, person.email)

    answer = caller.call(
        oauth_20_resend_account_confirmation_email,
        client_id=caller.clients.public,
        body=models.ConfirmationResend(username=person.username),
    )

    assert answer.status_code == HTTPStatus.NO_CONTENT
    assert mailed(caller, person.email).id != first.id


@calls(oauth_20_auth_by_username_and_password)
def logs_in_with_a_password(caller: PythonCaller) -> None:
    person = member(caller)

    tokens = tokens_of(caller, person)

    assert claims(tokens.access_token)["username"] == person.username


@calls(jwt_auth_by_username_and_password)
def gets_tokens_for_a_password(caller: PythonCaller) -> None:
    person = member(caller)

    tokens = caller.parsed(
        jwt_auth_by_username_and_password,
        models.TokenResponse,
        client_id=caller.clients.public,
        scope="offline",
        body=models.PasswordLogin(username=person.username, password=person.password),
    )

    assert claims(tokens.access_token)["username"] == person.username
    assert tokens.refresh_token


@calls(oauth_20_start_auth_by_phone_number)
def sends_a_code_by_sms(caller: PythonCaller) -> None:
    person = Person()
    body = models.PhoneCodeRequest(phone_number=person.phone_number)

    requested = caller.parsed(
        oauth_20_start_auth_by_phone_number, models.CodeRequested, body=body, **start(caller)
    )

    assert mailed(caller, person.phone_number).operation_id == requested.operation_id


@calls(oauth_20_complete_auth_by_phone_number)
def logs_in_with_a_code_from_an_sms(caller: PythonCaller) -> None:
    result = by_phone(caller, Person())

    assert claims(exchange(caller, code_in(result.login_url)).access_token)["type"] == "phone"


@calls(oauth_20_start_auth_by_email)
def sends_a_code_by_mail(caller: PythonCaller) -> None:
    person = Person()
    body = models.EmailCodeRequest(email=person.email, send_link=True)

    requested = caller.parsed(oauth_20_start_auth_by_email, models.CodeRequested, body=body, **start(caller))

    assert mailed(caller, person.email).operation_id == requested.operation_id


@calls(oauth_20_complete_auth_by_email)
def logs_in_with_a_code_from_a_mail(caller: PythonCaller) -> None:
    person = Person()
    request = models.EmailCodeRequest(email=person.email)
    requested = caller.parsed(
        oauth_20_start_auth_by_email, models.CodeRequested, body=request, **start(caller)
    )

    result = caller.parsed(
        oauth_20_complete_auth_by_email,
        models.LoginResult,
        client_id=caller.clients.public,
        body=models.EmailCodeConfirmation(
            email=person.email,
            code=mailed(caller, person.email).code or "",
            operation_id=requested.operation_id,
        ),
    )

    assert claims(exchange(caller, code_in(result.login_url)).access_token)["email"] == person.email


@calls(oauth_20_user_ask)
def answers_what_is_asked_for(caller: PythonCaller) -> None:
    caller.settings(ask_fields=[COUNTRY_FIELD])
    result = by_phone(caller, Person())
    assert "code" not in query_of(result.login_url)
    country = models.UpdatedFields.from_dict({"country-name": "DE"})

    answered = caller.parsed(
        oauth_20_user_ask,
        models.RedirectUrl,
        client_id=caller.clients.public,
        body=models.TokenUpdate(token=str(result.token), updated_fields=country),
    )

    assert exchange(caller, code_in(answered.redirect_url)).refresh_token


@calls(generate_jwt)
def gets_tokens_by_every_grant(caller: PythonCaller) -> None:
    public, confidential = str(caller.clients.public), str(caller.clients.confidential)
    first = tokens_of(caller, member(caller))

    refresh = models.TokenGrant("refresh_token", public, refresh_token=first.refresh_token)
    second = caller.parsed(generate_jwt, models.TokenResponse, body=refresh)
    assert second.refresh_token != first.refresh_token

    swap = models.TokenGrant(
        TOKEN_EXCHANGE,  # type: ignore[arg-type]
        confidential,
        client_secret=CONFIDENTIAL_SECRET,
        subject_token=second.access_token,
        scope="other",
    )
    swapped = caller.parsed(generate_jwt, models.TokenResponse, body=swap)
    assert claims(swapped.access_token)["scp"] == ["other"]

    server = models.TokenGrant("client_credentials", str(caller.clients.server), client_secret=SERVER_SECRET)
    assert caller.parsed(generate_jwt, models.TokenResponse, body=server).refresh_token is not None

    assert caller.refusal(generate_jwt, body=refresh) == INVALID_GRANT


@calls(revoke_jwt)
def revokes_a_token(caller: PythonCaller) -> None:
    token = tokens_of(caller, member(caller)).access_token
    assert is_valid(caller, token)

    body = models.TokenRevocation(token=token, client_id=str(caller.clients.public))
    assert caller.call(revoke_jwt, body=body).status_code == HTTPStatus.OK

    assert not is_valid(caller, token)
