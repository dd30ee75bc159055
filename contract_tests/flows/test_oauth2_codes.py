"""Authorization codes: who gets one, what it is bound to, how often and how long it works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.description.model import described
from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, query_of, refusal
from login_contract.suite.actors.oauth_client import STATE, OAuthClient, code_of, target_of, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    AMBIGUOUS_ADDRESS,
    BANNED_USER,
    INACTIVE_TOKEN,
    INVALID_GRANT,
    INVALID_STATE,
    NOT_FOUND,
    UNKNOWN_PROJECT,
    UNREGISTERED_ADDRESS,
    WRONG_CODE,
    WRONG_PROTOCOL,
)

law = pytest.mark.law
MakeLauncher = Callable[..., OAuthClient]
Login = Callable[..., httpx.Response]
EMAIL, PHONE = "ann@example.com", "+12025550143"
OTHER = "https://example.com/other"
DEVICE = {"device": "Pocket", "device_id": "9774d56d682e549c"}
COUNTRY = {"name": "country-name", "type": "str", "required": True, "step": 0}


ASKED = {"scope": "offline own", "audience": "https://api.example", "payload": "level=7"}
GIVEN = {"scp": ["offline", "own"], "aud": ["https://api.example"], "payload": "level=7"}


def told(oauth_client: OAuthClient, answer: httpx.Response) -> dict[str, Any]:
    """What an access token says of the request that began its login."""
    content = claims(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])
    return {name: content.get(name) for name in GIVEN}


def by_password(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    oauth_client.member()
    return oauth_client.login(**query)


def by_registration(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    body = {"username": "ann", "password": PASSWORD, "email": EMAIL}
    oauth_client.configure(confirmation_required=False)
    answer: httpx.Response = oauth_client.call("oauth-20-register-new-user", query=query, body=body)
    return answer


def by_code(oauth_client: OAuthClient, name: str, recipient: str, query: dict[str, Any]) -> httpx.Response:
    channel = {"email": "email", "phone_number": "phone-number"}[name]
    asked = oauth_client.call(f"oauth-20-start-auth-by-{channel}", query=query, body={name: recipient}).json()
    body = {
        name: recipient,
        "operation_id": asked["operation_id"],
        "code": oauth_client.jwt_client.message(recipient, "one_time_code").code,
    }
    return oauth_client.jwt_client.call(
        f"oauth-20-complete-auth-by-{channel}", query={"client_id": oauth_client.client_id}, body=body
    )


def by_mail(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    return by_code(oauth_client, "email", EMAIL, query)


def by_sms(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    return by_code(oauth_client, "phone_number", PHONE, query)


def by_device(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    path = {"device_type": "android"}
    answer: httpx.Response = oauth_client.call(
        "oauth-20-auth-via-device-id", path=path, query=query, body=DEVICE
    )
    return answer


def by_social_token(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    answer: httpx.Response = oauth_client.call(
        "oauth-20-auth-via-access-token-of-social-network",
        path={"provider_name": "google"},
        query=query,
        body={"access_token": oauth_client.social().access_token},
    )
    return answer


LOGINS = pytest.mark.parametrize(
    "login", [by_password, by_registration, by_mail, by_sms, by_device, by_social_token]
)
STARTS = pytest.mark.parametrize(
    ("operation_id", "request_parts"),
    [
        ("oauth-20-auth-by-username-and-password", {"body": {"username": "ann", "password": PASSWORD}}),
        (
            "oauth-20-register-new-user",
            {"body": {"username": "bob", "password": PASSWORD, "email": "bob@example.com"}},
        ),
        ("oauth-20-start-auth-by-email", {"body": {"email": EMAIL}}),
        ("oauth-20-start-auth-by-phone-number", {"body": {"phone_number": PHONE}}),
        ("oauth-20-auth-via-device-id", {"path": {"device_type": "ios"}, "body": DEVICE}),
        ("oauth-20-get-link-for-social-auth", {"path": {"provider_name": "google"}}),
        ("oauth-20-auth-via-social-network", {"path": {"provider_name": "google"}}),
    ],
)


@law("Every OAuth 2.0 login ends on the redirect URI, with a code for tokens and the state it came with")
@LOGINS
def test_login_gives_a_code(oauth_client: OAuthClient, login: Login) -> None:
    answer = login(oauth_client)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    assert answer.headers["cache-control"] == "no-store"
    assert oauth_client.is_good(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])


@law("An authorization code works once, and its second use ends what the first one gave", security=True)
@LOGINS
def test_second_use_ends_what_the_first_gave(oauth_client: OAuthClient, login: Login) -> None:
    code = code_of(login(oauth_client))
    first = tokens_of(oauth_client.exchange(code))
    assert oauth_client.is_good(first["access_token"])

    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT

    assert not oauth_client.is_good(first["access_token"])


@law("Every OAuth 2.0 login signs the browser in")
@LOGINS
def test_login_signs_the_browser_in(oauth_client: OAuthClient, login: Login) -> None:
    login(oauth_client)

    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200


@law("The access token of every OAuth 2.0 login says what its request asked for")
@LOGINS
def test_token_says_what_was_asked(oauth_client: OAuthClient, login: Login) -> None:
    assert told(oauth_client, login(oauth_client, **ASKED)) == GIVEN


@law("The access token of an OAuth 2.0 login says so also when a field or a confirmation came in between")
@pytest.mark.project(confirmation_required=True)
def test_interrupted_login_keeps_the_request(oauth_client: OAuthClient) -> None:
    body = {"username": "ann", "password": PASSWORD, "email": EMAIL}
    oauth_client.call("oauth-20-register-new-user", query=ASKED, body=body)
    confirmed = oauth_client.jwt_client.open(
        oauth_client.jwt_client.message(EMAIL, "account_confirmation").link
    )
    oauth_client.configure(ask_fields=[COUNTRY])
    token = by_sms(oauth_client, **ASKED).json()["token"]
    body_of_ask = {"token": token, "updatedFields": {"country-name": "DE"}}
    client = {"client_id": oauth_client.client_id}
    answered = oauth_client.jwt_client.call("oauth-20-user-ask", query=client, body=body_of_ask)

    assert told(oauth_client, confirmed) == GIVEN
    assert told(oauth_client, answered) == GIVEN


@law("A second use ends what the first one gave also when the code would have expired by then", security=True)
def test_late_second_use_ends_it_too(oauth_client: OAuthClient, control: Control) -> None:
    code = oauth_client.authorized()
    first = tokens_of(oauth_client.exchange(code))

    control.advance(120)
    assert oauth_client.is_good(first["access_token"])

    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT
    assert not oauth_client.is_good(first["access_token"])


@law("An authorization code works once, and its second use ends what the first one gave", security=True)
def test_second_use_ends_the_refresh_token(oauth_client: OAuthClient) -> None:
    code = oauth_client.authorized(scope="offline")
    first = tokens_of(oauth_client.exchange(code))
    second = tokens_of(oauth_client.refresh(first["refresh_token"]))
    elsewhere = oauth_client.tokens(scope="offline")

    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT

    assert refusal(oauth_client.refresh(second["refresh_token"])) == INVALID_GRANT
    assert not oauth_client.is_good(second["access_token"])
    assert oauth_client.is_good(elsewhere["access_token"])
    assert oauth_client.refresh(elsewhere["refresh_token"]).status_code == 200


@law("Of many exchanges of one code at the same moment exactly one gets tokens", security=True)
def test_one_code_gives_tokens_once(oauth_client: OAuthClient) -> None:
    code = oauth_client.authorized()

    answers = at_once(20, lambda _: oauth_client.exchange(code))

    assert Counter(answer.status_code for answer in answers) == {200: 1, 400: 19}
    assert {refusal(answer) for answer in answers if answer.status_code == 400} == {INVALID_GRANT}


@law("An authorization code works for its client only, and others cannot use it up", security=True)
def test_code_is_bound_to_its_client(oauth_client: OAuthClient) -> None:
    code = oauth_client.authorized()

    assert refusal(oauth_client.stranger.exchange(code)) == INVALID_GRANT
    assert oauth_client.exchange(code).status_code == 200


@law("An authorization code works in its project only", security=True)
def test_code_is_bound_to_its_project(make_launcher: MakeLauncher) -> None:
    oauth_client, elsewhere = make_launcher(), make_launcher()
    code = oauth_client.authorized()

    assert refusal(elsewhere.exchange(code)) == INVALID_GRANT
    assert oauth_client.exchange(code).status_code == 200


@law("An authorization code works with its redirect URI only; leaving it out is no defect", security=True)
@pytest.mark.parametrize(
    "other",
    [OTHER, f"{CALLBACK}/", CALLBACK.upper(), ""],
    ids=["another", "with a slash", "in capitals", "empty"],
)
def test_code_is_bound_to_its_redirect_uri(make_launcher: MakeLauncher, other: str) -> None:
    oauth_client = make_launcher(redirect_uris=(CALLBACK, OTHER))
    code = oauth_client.authorized()

    assert refusal(oauth_client.exchange(code, redirect_uri=other)) == INVALID_GRANT
    assert oauth_client.exchange(code, redirect_uri=None).status_code == 200


@law("An authorization code lives for a minute", security=True)
def test_code_lives_for_a_minute(oauth_client: OAuthClient, control: Control) -> None:
    code, late = oauth_client.authorized(), oauth_client.authorized()

    control.advance(50)
    assert oauth_client.exchange(code).status_code == 200
    control.advance(11)
    assert refusal(oauth_client.exchange(late)) == INVALID_GRANT


@law("A made-up authorization code is refused", security=True)
@pytest.mark.parametrize("code", ["x", "3q0UuT9cT1m7dA5xw2Vb", "A" * 4096])
def test_made_up_code_is_refused(oauth_client: OAuthClient, code: str) -> None:
    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT


@law("A state of eight characters is accepted, a shorter or missing one is too weak", origin="inferred")
@STARTS
def test_state_has_eight_characters(
    oauth_client: OAuthClient, operation_id: str, request_parts: dict[str, Any]
) -> None:
    oauth_client.member()

    assert oauth_client.call(operation_id, query={"state": "12345678"}, **request_parts).status_code < 400
    for weak in ("1234567", "", None):
        answer = oauth_client.call(operation_id, query={"state": weak}, **request_parts)
        assert refusal(answer) == INVALID_STATE


@law("The state comes back as it was sent")
@pytest.mark.parametrize(
    "state", ["a b&c=d#e%20", "Ärger+ümläut", "x" * 255], ids=["reserved characters", "umlauts", "long"]
)
def test_state_comes_back(oauth_client: OAuthClient, state: str) -> None:
    oauth_client.member()

    assert query_of(target_of(oauth_client.login(state=state)))["state"] == state


@law("redirect_uri is honoured only when the client has it registered, byte for byte", security=True)
@pytest.mark.parametrize(
    "redirect_uri",
    [
        "https://evil.example/callback",
        f"{CALLBACK}/",
        f"{CALLBACK}?x=1",
        f"{CALLBACK}#",
        CALLBACK.upper(),
        CALLBACK.replace("https", "http"),
        "https://example.com/callback/../callback",
        "https://example.com@evil.example/callback",
        f" {CALLBACK}",
        "",
    ],
    ids=[
        "another host",
        "with a slash",
        "with a query",
        "with a fragment",
        "in capitals",
        "without TLS",
        "with dots",
        "with a user",
        "with a space",
        "empty",
    ],
)
@STARTS
def test_unregistered_redirect_uri_is_refused(
    oauth_client: OAuthClient, operation_id: str, request_parts: dict[str, Any], redirect_uri: str
) -> None:
    answer = oauth_client.call(operation_id, query={"redirect_uri": redirect_uri}, **request_parts)

    assert refusal(answer) == UNREGISTERED_ADDRESS


@law("redirect_uri may be left out only where there is no choice", security=True)
@STARTS
def test_redirect_uri_may_be_left_out(
    make_launcher: MakeLauncher, operation_id: str, request_parts: dict[str, Any]
) -> None:
    one, two = make_launcher(), make_launcher(redirect_uris=(CALLBACK, OTHER))
    one.member()
    without = {"redirect_uri": None}

    assert one.call(operation_id, query=without, **request_parts).status_code < 400
    assert refusal(two.call(operation_id, query=without, **request_parts)) == AMBIGUOUS_ADDRESS


@law("The redirect URI keeps its own query")
def test_query_of_the_redirect_uri_is_kept(make_launcher: MakeLauncher) -> None:
    uri = "https://example.com/callback?campaign=a%20b#top"
    oauth_client = make_launcher(redirect_uris=(uri,))
    oauth_client.member()

    login_url = target_of(oauth_client.login(redirect_uri=uri))

    assert login_url.startswith("https://example.com/callback?campaign=a%20b&")
    assert login_url.endswith("#top")
    assert query_of(login_url)["campaign"] == "a b"


@law(
    "login_url, which the SDK sends in either protocol, leads nobody away from the redirect URI",
    security=True,
)
def test_login_url_has_no_effect(oauth_client: OAuthClient) -> None:
    oauth_client.member()

    assert target_of(oauth_client.login(login_url="https://evil.example/")).startswith(f"{CALLBACK}?")


@law("A client that does not exist is not found, and one of another project neither")
@STARTS
def test_unknown_client_is_not_found(
    oauth_client: OAuthClient, operation_id: str, request_parts: dict[str, Any]
) -> None:
    assert refusal(oauth_client.of(1).call(operation_id, **request_parts)) == NOT_FOUND


@law("A client that does not exist is not found, and one of another project neither")
@STARTS
def test_client_belongs_to_its_project(
    make_launcher: MakeLauncher, operation_id: str, request_parts: dict[str, Any]
) -> None:
    oauth_client, elsewhere = make_launcher(), make_launcher()

    foreign = oauth_client.of(elsewhere.client_id).call(operation_id, **request_parts)

    assert refusal(foreign) == UNKNOWN_PROJECT


@law("The client says which project is meant; projectId may be left out")
def test_client_names_the_project(oauth_client: OAuthClient) -> None:
    oauth_client.member()

    assert oauth_client.exchange(code_of(oauth_client.login(projectId=None))).status_code == 200


@law("A code of one client's request is not confirmed by another client", security=True)
@pytest.mark.parametrize("stranger", ["other client", "no client"])
def test_one_time_code_is_bound_to_its_client(oauth_client: OAuthClient, stranger: str) -> None:
    asked = oauth_client.call("oauth-20-start-auth-by-email", body={"email": EMAIL}).json()
    code = oauth_client.jwt_client.message(EMAIL, "one_time_code").code
    body = {"email": EMAIL, "operation_id": asked["operation_id"], "code": code}
    confirming = "oauth-20-complete-auth-by-email"

    if stranger == "no client":
        answer = oauth_client.jwt_client.call("jwt-complete-auth-by-email", body=body)
    else:
        other = {"client_id": oauth_client.stranger.client_id}
        answer = oauth_client.jwt_client.call(confirming, query=other, body=body)

    assert refusal(answer) == WRONG_CODE
    own = oauth_client.jwt_client.call(confirming, query={"client_id": oauth_client.client_id}, body=body)
    assert oauth_client.exchange(code_of(own)).status_code == 200


@law("A confirmation cannot turn a login elsewhere", security=True)
def test_confirmation_keeps_the_redirect_uri(make_launcher: MakeLauncher) -> None:
    oauth_client = make_launcher(redirect_uris=(CALLBACK, OTHER))
    asked = oauth_client.call("oauth-20-start-auth-by-email", body={"email": EMAIL}).json()
    body = {
        "email": EMAIL,
        "operation_id": asked["operation_id"],
        "code": oauth_client.jwt_client.message(EMAIL, "one_time_code").code,
    }

    query = {
        "client_id": oauth_client.client_id,
        "redirect_uri": OTHER,
        "state": "another-state",
        "scope": "x",
    }
    answer = oauth_client.jwt_client.call("oauth-20-complete-auth-by-email", query=query, body=body)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    assert claims(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])["scp"] == []


@law(
    "While a required field is outstanding there is no code; the answer to it brings code and state",
    security=True,
)
@pytest.mark.parametrize("login", [by_password, by_mail, by_sms, by_social_token])
def test_ask_holds_the_code_back(oauth_client: OAuthClient, login: Login) -> None:
    oauth_client.configure(ask_fields=[COUNTRY])

    answer = login(oauth_client)
    token = answer.json()["token"]

    assert "code" not in query_of(target_of(answer))
    assert [field["name"] for field in answer.json()["ask_fields"]] == ["country-name"]
    assert refusal(oauth_client.jwt_client.validate(token)) == INACTIVE_TOKEN
    assert oauth_client.jwt_client.asked(token).json() == answer.json()["ask_fields"]
    body = {"token": token, "updatedFields": {"country-name": "DE"}}
    answered = oauth_client.jwt_client.call(
        "oauth-20-user-ask", query={"client_id": oauth_client.client_id}, body=body
    )
    assert query_of(target_of(answered))["state"] == STATE
    assert oauth_client.is_good(tokens_of(oauth_client.exchange(code_of(answered)))["access_token"])


@law("Where all that is asked for is optional, the code comes with the question")
def test_optional_ask_holds_nothing_back(oauth_client: OAuthClient) -> None:
    optional = {**COUNTRY, "required": False}
    oauth_client.configure(ask_fields=[optional])

    answer = by_mail(oauth_client)

    assert refusal(oauth_client.jwt_client.validate(answer.json()["token"])) == INACTIVE_TOKEN
    assert oauth_client.exchange(code_of(answer)).status_code == 200


@law("A confirmed registration ends on the redirect URI, with code and state")
@pytest.mark.project(confirmation_required=True)
def test_confirmation_link_gives_a_code(oauth_client: OAuthClient) -> None:
    body = {"username": "ann", "password": PASSWORD, "email": EMAIL}
    assert oauth_client.call("oauth-20-register-new-user", body=body).status_code == 204

    opened = oauth_client.jwt_client.open(oauth_client.jwt_client.message(EMAIL, "account_confirmation").link)

    assert query_of(target_of(opened))["state"] == STATE
    assert oauth_client.exchange(code_of(opened)).status_code == 200


def served_by(protocol: str) -> list[str]:
    """The operations that serve one protocol only."""
    operations = described().operations
    return sorted(name for name in operations if operations[name].definition.get("x-protocol") == protocol)


def documented(oauth_client: OAuthClient, operation_id: str) -> dict[str, Any]:
    """The documented example of a request, at the launcher's project and client."""
    operation = described().operations[operation_id]
    ours = {"projectId": oauth_client.jwt_client.project_id, "client_id": oauth_client.client_id}
    required = [parameter for parameter in operation.parameters if parameter.required]
    request: dict[str, Any] = {
        "query": {
            parameter.name: ours.get(parameter.name, parameter.example)
            for parameter in required
            if parameter.location == "query"
        },
        "path": {parameter.name: parameter.example for parameter in required if parameter.location == "path"},
    }
    for media_type, content in operation.bodies.items():
        body = content.example
        mine = {name: value for name, value in ours.items() if name in body}
        request["body" if media_type == "application/json" else "form"] = {**body, **mine}
    if operation.security:
        oauth_client.member()
        request["bearer"] = oauth_client.control.token(
            project_id=oauth_client.jwt_client.project_id, username="ann"
        )
        request["headers"] = {"Cookie": "xl_sso=of-nobody"}
    return request


@law("A call that the project's protocol excludes is refused as such")
@pytest.mark.parametrize("operation_id", served_by("oauth2"))
def test_jwt_project_refuses_oauth_calls(make_launcher: MakeLauncher, operation_id: str) -> None:
    oauth_client = make_launcher(protocol="jwt")

    answer = oauth_client.jwt_client.call(operation_id, **documented(oauth_client, operation_id))

    assert refusal(answer) == WRONG_PROTOCOL


@law("A call that the project's protocol excludes is refused as such")
@pytest.mark.parametrize("operation_id", served_by("jwt"))
def test_oauth_project_refuses_jwt_calls(make_launcher: MakeLauncher, operation_id: str) -> None:
    oauth_client = make_launcher(protocol="oauth2")

    answer = oauth_client.jwt_client.call(operation_id, **documented(oauth_client, operation_id))

    assert refusal(answer) == WRONG_PROTOCOL


@law("A banned user is refused by every OAuth 2.0 login", security=True)
@pytest.mark.parametrize("login", [by_mail, by_sms, OAuthClient.login])
def test_banned_user_is_refused(oauth_client: OAuthClient, login: Login) -> None:
    oauth_client.member(phone_number=PHONE, banned=True)

    answer = login(oauth_client)

    assert refusal(answer) == BANNED_USER
    assert "set-cookie" not in answer.headers


@law("A project that uses OAuth 2.0 only serves all of it")
@LOGINS
def test_oauth_project_serves_oauth(make_launcher: MakeLauncher, login: Login) -> None:
    oauth_client = make_launcher(protocol="oauth2")

    assert oauth_client.exchange(code_of(login(oauth_client))).status_code == 200
