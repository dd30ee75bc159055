"""One call for each operation of the single sign-on, of consent, second factor and widget."""

from __future__ import annotations

from http import HTTPStatus
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from xsolla_login_client import models
from xsolla_login_client.api.sso import (
    check_user_authentication,
    clear_sso_cookie,
    jwt_sso,
    jwt_sso_redirect,
    log_user_out,
    oauth2_authorize,
    oauth2_check_consent,
    oauth2_save_consent,
)
from xsolla_login_client.api.two_factor import otp_resend, otp_validate
from xsolla_login_client.api.widget import blank_page, client_details, widget_settings

from login_contract.suite.judging.refusals import NOT_SIGNED_IN

from .game import Person, query_of, token_in
from .python_caller import PythonCaller
from .python_calls import calls, log_in, mailed, member
from .python_calls_oauth2 import code_in, exchange, is_valid, logged_in, start, tokens_of

Cookies = dict[str, str]


def signed_in(caller: PythonCaller, person: Person) -> Cookies:
    """The cookies of a browser that a person has signed in with."""
    cookie = SimpleCookie(logged_in(caller, person).headers["set-cookie"])
    return {name: morsel.value for name, morsel in cookie.items()}


def challenged(caller: PythonCaller) -> tuple[Person, str]:
    """Somebody who gave the right password, and the id of the challenge that followed."""
    caller.settings(two_factor="email")
    person = member(caller)
    return person, query_of(log_in(caller, person).login_url)["challenge_id"]


@calls(oauth2_authorize)
def goes_to_the_sign_in_page_or_back_with_a_code(caller: PythonCaller) -> None:
    request = {**start(caller), "response_type": ["code"]}
    stranger = caller.call(oauth2_authorize, **request)
    assert stranger.status_code == HTTPStatus.FOUND
    assert urlsplit(stranger.headers["location"]).path == "/_mock/sign-in"

    known = caller.call(oauth2_authorize, cookies=signed_in(caller, member(caller)), **request)

    assert known.status_code == HTTPStatus.FOUND
    exchange(caller, code_in(known.headers["location"]))


@calls(check_user_authentication)
def asks_whether_somebody_is_signed_in(caller: PythonCaller) -> None:
    assert caller.refusal(check_user_authentication, **start(caller)) == NOT_SIGNED_IN

    cookies = signed_in(caller, member(caller))
    result = caller.parsed(check_user_authentication, models.LoginResult, cookies=cookies, **start(caller))

    exchange(caller, code_in(result.login_url))


@calls(log_user_out)
def logs_out(caller: PythonCaller) -> None:
    token = tokens_of(caller, member(caller)).access_token

    answer = caller.call(log_user_out, bearer=token, sessions="all")

    assert answer.status_code == HTTPStatus.NO_CONTENT
    assert not is_valid(caller, token)


@calls(clear_sso_cookie)
def clears_the_cookie(caller: PythonCaller) -> None:
    cookies = signed_in(caller, member(caller))

    answer = caller.call(clear_sso_cookie, cookies=cookies)

    assert answer.status_code == HTTPStatus.NO_CONTENT
    assert caller.refusal(jwt_sso, project_id=caller.project_id, cookies=cookies) == NOT_SIGNED_IN


@calls(jwt_sso)
def gets_a_code_for_who_is_signed_in(caller: PythonCaller) -> None:
    person = member(caller)

    answer = caller.parsed(
        jwt_sso, models.SsoCode, project_id=caller.project_id, cookies=signed_in(caller, person)
    )

    exchange(caller, answer.code)


@calls(jwt_sso_redirect)
def is_redirected_with_a_code(caller: PythonCaller) -> None:
    cookies = signed_in(caller, member(caller))

    answer = caller.call(jwt_sso_redirect, project_id=caller.project_id, cookies=cookies)

    assert answer.status_code == HTTPStatus.FOUND
    exchange(caller, query_of(answer.headers["location"])["code"])


def agreement(caller: PythonCaller) -> models.ConsentDecision:
    return models.ConsentDecision(
        client_id=caller.clients.public,
        redirect_uri="https://example.com/callback",
        state="n4Zr9w2LqT7c",
        approval=True,
        scope="email",
    )


@calls(oauth2_save_consent)
def agrees(caller: PythonCaller) -> None:
    token = tokens_of(caller, member(caller)).access_token
    answer = caller.call(oauth2_save_consent, bearer=token, body=agreement(caller))

    assert answer.status_code == HTTPStatus.NO_CONTENT


@calls(oauth2_check_consent)
def asks_what_was_agreed_to(caller: PythonCaller) -> None:
    token = tokens_of(caller, member(caller)).access_token
    caller.call(oauth2_save_consent, bearer=token, body=agreement(caller))

    body = models.ConsentQuestion(client_id=caller.clients.public, scope="email phone")
    answer = caller.parsed(oauth2_check_consent, models.ConsentAnswer, bearer=token, body=body)

    assert not answer.approval
    assert answer.refused_scopes == ["phone"]


@calls(otp_validate)
def completes_a_login_with_the_second_factor(caller: PythonCaller) -> None:
    person, challenge_id = challenged(caller)
    code = mailed(caller, person.email).code or ""

    answer = caller.parsed(otp_validate, models.ContinuationUrl, code=code, challenge_id=challenge_id)

    assert is_valid(caller, token_in(answer.url))


@calls(otp_resend)
def gets_the_second_factor_again(caller: PythonCaller) -> None:
    person, challenge_id = challenged(caller)
    first = mailed(caller, person.email)

    body = models.TwoFactorResend(locale="de_DE")
    answer = caller.call(otp_resend, challenge_id=challenge_id, body=body)

    assert answer.status_code == HTTPStatus.NO_CONTENT
    again = mailed(caller, person.email)
    assert again.id != first.id
    assert again.locale == "de_DE"


@calls(client_details)
def reads_the_country(caller: PythonCaller) -> None:
    assert len(caller.parsed(client_details, models.ClientDetails).geo_ip_country) == 2


@calls(widget_settings)
def reads_the_settings_of_a_login_form(caller: PythonCaller) -> None:
    caller.settings(name="Chess", magic_links=False, social_providers=["steam", "google"], social_order={})

    settings = caller.parsed(widget_settings, models.WidgetSettings, project_id=caller.project_id)

    assert (settings.game_name, settings.enable_magic_link) == ("Chess", False)
    assert [link.name for link in settings.social_links.primary] == ["steam", "google"]


@calls(blank_page)
def opens_the_empty_page(caller: PythonCaller) -> None:
    answer = caller.call(blank_page)

    assert (answer.parsed, answer.content) == ("", b"")
    assert answer.headers["content-type"].startswith("text/html")
