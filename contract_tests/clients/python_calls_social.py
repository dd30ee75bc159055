"""One call for each operation of the login through social networks and with devices."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from xsolla_login_client import models
from xsolla_login_client.api.devices import jwt_auth_via_device_id, oauth_20_auth_via_device_id
from xsolla_login_client.api.social import (
    jwt_auth_via_access_token_of_social_network,
    jwt_auth_via_social_network,
    jwt_get_link_for_social_auth,
    jwt_silent_authentication,
    oauth_20_auth_via_access_token_of_social_network,
    oauth_20_auth_via_social_network,
    oauth_20_get_link_for_social_auth,
    oauth_20_mobile_social_code,
    oauth_20_one_tap_complete,
    oauth_20_silent_authentication,
    one_tap_complete,
    social_consent,
)

from login_contract.suite.actors.control import SocialCredentials
from login_contract.suite.actors.user_token import claims

from .game import token_in
from .python_caller import PythonCaller
from .python_calls import calls
from .python_calls_oauth2 import code_in, exchange, start


def credentials(caller: PythonCaller, provider: str = "google") -> SocialCredentials:
    """What a social network gives an application for somebody whom it knows well."""
    return caller.control.social_credentials(
        str(caller.project_id), provider, "somebody", name="Some Body", email="somebody@example.com"
    )


def leads_to_the_provider(url: str) -> bool:
    return urlsplit(url).path == "/_mock/provider/google"


def device() -> models.DeviceLogin:
    return models.DeviceLogin(device="Pocket", device_id=uuid4().hex)


@calls(jwt_get_link_for_social_auth)
def gets_the_link_of_a_social_network(caller: PythonCaller) -> None:
    link = caller.parsed(
        jwt_get_link_for_social_auth, models.SocialUrl, "google", project_id=caller.project_id
    )

    assert leads_to_the_provider(link.url)


@calls(oauth_20_get_link_for_social_auth)
def gets_the_link_of_a_social_network_for_a_client(caller: PythonCaller) -> None:
    link = caller.parsed(oauth_20_get_link_for_social_auth, models.SocialUrl, "google", **start(caller))

    assert leads_to_the_provider(link.url)


@calls(jwt_auth_via_social_network)
def is_sent_to_a_social_network(caller: PythonCaller) -> None:
    answer = caller.call(jwt_auth_via_social_network, "google", project_id=caller.project_id)

    assert answer.status_code == HTTPStatus.FOUND
    assert leads_to_the_provider(answer.headers["location"])


@calls(oauth_20_auth_via_social_network)
def is_sent_to_a_social_network_for_a_client(caller: PythonCaller) -> None:
    answer = caller.call(oauth_20_auth_via_social_network, "google", **start(caller))

    assert answer.status_code == HTTPStatus.FOUND
    assert leads_to_the_provider(answer.headers["location"])


@calls(jwt_auth_via_access_token_of_social_network)
def logs_in_with_the_token_of_a_social_network(caller: PythonCaller) -> None:
    body = models.SocialTokenLogin(access_token=credentials(caller).access_token)

    result = caller.parsed(
        jwt_auth_via_access_token_of_social_network,
        models.TokenResult,
        "google",
        project_id=caller.project_id,
        body=body,
    )

    assert claims(result.token)["provider"] == "google"


@calls(oauth_20_auth_via_access_token_of_social_network)
def logs_a_client_in_with_the_token_of_a_social_network(caller: PythonCaller) -> None:
    body = models.SocialTokenLogin(access_token=credentials(caller).access_token)

    result = caller.parsed(
        oauth_20_auth_via_access_token_of_social_network,
        models.LoginResult,
        "google",
        body=body,
        **start(caller),
    )

    assert claims(exchange(caller, code_in(result.login_url)).access_token)["provider"] == "google"


@calls(one_tap_complete)
def logs_in_with_one_tap(caller: PythonCaller) -> None:
    body = models.OneTapLogin(access_token=credentials(caller).access_token)

    result = caller.parsed(
        one_tap_complete, models.LoginResult, "google", project_id=caller.project_id, body=body
    )

    assert claims(token_in(result.login_url))["id"] == "somebody"


@calls(oauth_20_one_tap_complete)
def logs_a_client_in_with_one_tap(caller: PythonCaller) -> None:
    body = models.OneTapLogin(access_token=credentials(caller).access_token)

    result = caller.parsed(
        oauth_20_one_tap_complete, models.LoginResult, "google", body=body, **start(caller)
    )

    assert claims(exchange(caller, code_in(result.login_url)).access_token)["id"] == "somebody"


@calls(oauth_20_mobile_social_code)
def logs_in_with_the_code_of_a_social_network(caller: PythonCaller) -> None:
    body = models.SocialCodeLogin(code=credentials(caller).code)

    result = caller.parsed(
        oauth_20_mobile_social_code, models.LoginResult, "google", body=body, **start(caller)
    )

    assert claims(exchange(caller, code_in(result.login_url)).access_token)["id"] == "somebody"


@calls(jwt_silent_authentication)
def logs_in_as_the_player_of_a_platform(caller: PythonCaller) -> None:
    ticket = credentials(caller, "steam").session_ticket
    arguments: dict[str, Any] = {"project_id": caller.project_id, "session_ticket": ticket}

    redirected = caller.call(jwt_silent_authentication, "steam", **arguments)
    assert redirected.status_code == HTTPStatus.FOUND
    assert claims(token_in(redirected.headers["location"]))["is_cross_auth"]

    result = caller.parsed(
        jwt_silent_authentication, models.LoginResult, "steam", is_redirect=False, **arguments
    )
    assert claims(token_in(result.login_url))["is_cross_auth"]


@calls(oauth_20_silent_authentication)
def logs_a_client_in_as_the_player_of_a_platform(caller: PythonCaller) -> None:
    ticket = credentials(caller, "steam").session_ticket

    result = caller.parsed(
        oauth_20_silent_authentication,
        models.LoginResult,
        "steam",
        session_ticket=ticket,
        is_redirect=False,
        **start(caller),
    )

    assert claims(exchange(caller, code_in(result.login_url)).access_token)["is_cross_auth"]


@calls(social_consent)
def agrees_to_the_terms(caller: PythonCaller) -> None:
    body = models.OneTapLogin(access_token=credentials(caller).access_token)
    result = caller.parsed(
        one_tap_complete, models.LoginResult, "google", project_id=caller.project_id, body=body
    )

    consent = models.SocialConsent(
        token=token_in(result.login_url), project_id=caller.project_id, accept_consent=True
    )
    answer = caller.parsed(social_consent, models.ContinuationUrl, body=consent)

    assert claims(token_in(answer.url))["id"] == "somebody"


@calls(jwt_auth_via_device_id)
def logs_a_device_in(caller: PythonCaller) -> None:
    body = device()

    first, second = (
        caller.parsed(
            jwt_auth_via_device_id, models.TokenResult, "android", project_id=caller.project_id, body=body
        )
        for _ in range(2)
    )

    assert claims(first.token)["sub"] == claims(second.token)["sub"]


@calls(oauth_20_auth_via_device_id)
def logs_a_device_of_a_client_in(caller: PythonCaller) -> None:
    result = caller.parsed(
        oauth_20_auth_via_device_id, models.LoginResult, "ios", body=device(), **start(caller)
    )

    assert claims(exchange(caller, code_in(result.login_url)).access_token)["type"] == "device"
