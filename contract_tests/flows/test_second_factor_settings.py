"""The second factor that a user has turned on, that a server sets, and that a project offers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import httpx
import pytest

from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, target_of
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    NOT_AVAILABLE,
    SECOND_FACTOR_UNCHANGED,
    TOO_MANY_WRONG_CODES,
    UNKNOWN_USER,
    UNPROCESSABLE_VALUE,
    UNREGISTERED_ADDRESS,
    WRONG_CODE,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
EMAIL, PHONE, OTHER = "ann@example.com", "+12025550143", "+12025550144"
BY_MAIL, BY_SMS = {"mfa_type": "email", "priority": 1}, {"mfa_type": "sms", "priority": 2}
OFF = {"enabled": False, "change_restricted": False}


@pytest.fixture
def server(make_oauth_client: MakeOAuthClient) -> ProjectServer:
    """The server of a project that ann is a member of, who logs in by phone, too."""
    oauth_client = make_oauth_client()
    oauth_client.member(phone_number=PHONE)
    return ProjectServer(oauth_client)


def token(server: ProjectServer) -> str:
    """A token of ann's by a code, which no second factor follows."""
    return server.jwt_client.login_by_code(PHONE)


def ann(server: ProjectServer) -> str:
    return str(server.jwt_client.users()[0]["user_id"])


def ask(server: ProjectServer, bearer: str, query: Any = None, **body: object) -> httpx.Response:
    operation_id = "update-users-two-factor-authentication-settings"
    return server.jwt_client.call(operation_id, body=body, query=query, bearer=bearer)


def challenge_of(answer: httpx.Response) -> str:
    body = answer.json()
    return query_of(body.get("url") or body["login_url"])["challenge_id"]


def validate(server: ProjectServer, challenge_id: str, code: str) -> httpx.Response:
    return server.jwt_client.call("otp-validate", query={"challenge_id": challenge_id, "code": code})


def code_to(server: ProjectServer, recipient: str) -> str:
    return str(server.jwt_client.message(recipient, "one_time_code").code)


def change(server: ProjectServer, bearer: str, recipient: str, **body: object) -> None:
    """Change the second factor with the code that is sent."""
    challenge_id = challenge_of(ask(server, bearer, **body))
    assert target_of_url(validate(server, challenge_id, code_to(server, recipient))) == CALLBACK


def target_of_url(answer: httpx.Response) -> str:
    return str(answer.json()["url"])


def log_in(server: ProjectServer) -> dict[str, str]:
    """Log in with the right password; return the query of where that leads."""
    return query_of(target_of(server.jwt_client.login("ann")))


def set_by_server(server: ProjectServer, user_id: str, **body: object) -> httpx.Response:
    return server.call("update-server-mfa", path={"user_id": user_id}, body=body)


def told(server: ProjectServer, user_id: str) -> dict[str, Any]:
    found: dict[str, Any] = server.call("get-server-mfa", path={"user_id": user_id}).json()
    return found


def offer(server: ProjectServer, *types: dict[str, Any], **body: object) -> httpx.Response:
    operation_id = "update-project-two-factor-authentication-settings"
    return server.call(operation_id, body={"mfa_types": list(types), **body})


def offered(server: ProjectServer) -> Any:
    return server.call("get-project-two-factor-authentication-settings").json()


def other_code(code: str) -> str:
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}d}"


@law(
    "A second factor that a user turns on counts from the next login on, and until it is turned off",
    security=True,
)
@pytest.mark.parametrize(("kind", "recipient"), [("email", EMAIL), ("sms", PHONE)])
def test_second_factor_is_turned_on_and_off(server: ProjectServer, kind: str, recipient: str) -> None:
    bearer = token(server)
    assert told(server, ann(server)) == OFF

    change(server, bearer, recipient, mfa_type=kind, enabled=True)

    assert told(server, ann(server)) == {"mfa_type": kind, "enabled": True, "change_restricted": False}
    target = log_in(server)
    assert "token" not in target
    completed = validate(server, target["challenge_id"], code_to(server, recipient))
    assert claims(query_of(target_of(completed))["token"])["username"] == "ann"

    change(server, bearer, recipient, mfa_type=kind)

    assert told(server, ann(server)) == {"mfa_type": kind, **OFF}
    assert "token" in log_in(server)


@law("A second factor is not turned on before its code is given, and a code counts once", security=True)
def test_second_factor_wants_its_code(server: ProjectServer) -> None:
    bearer = token(server)
    challenge_id = challenge_of(ask(server, bearer, mfa_type="email", enabled=True))
    code = code_to(server, EMAIL)

    assert refusal(validate(server, challenge_id, other_code(code))) == WRONG_CODE
    assert "token" in log_in(server)
    assert told(server, ann(server)) == OFF

    assert validate(server, challenge_id, code).status_code == 200
    change(server, bearer, EMAIL, mfa_type="email")
    assert refusal(validate(server, challenge_id, code)) == WRONG_CODE
    assert "token" in log_in(server)


@law("After five wrong codes the change of a second factor is off", security=True)
def test_wrong_codes_end_the_change(server: ProjectServer) -> None:
    challenge_id = challenge_of(ask(server, token(server), mfa_type="email", enabled=True))
    code = code_to(server, EMAIL)

    for _ in range(5):
        assert refusal(validate(server, challenge_id, other_code(code))) == WRONG_CODE

    assert refusal(validate(server, challenge_id, code)) == TOO_MANY_WRONG_CODES
    assert "token" in log_in(server)


@law("The code that changes a second factor lets nobody in", security=True)
def test_code_of_a_change_lets_nobody_in(server: ProjectServer) -> None:
    bearer = token(server)
    server.oauth_client.forget_cookies()
    challenge_id = challenge_of(ask(server, bearer, mfa_type="email", enabled=True))

    completed = validate(server, challenge_id, code_to(server, EMAIL))

    assert target_of_url(completed) == CALLBACK
    assert "set-cookie" not in completed.headers
    assert refusal(ask(server, bearer, {"login_url": "https://evil.example/"}, mfa_type="email")) == (
        UNREGISTERED_ADDRESS
    )


@law("While a second factor is on, nobody changes it without its code", security=True)
def test_change_wants_the_factor_that_is_on(server: ProjectServer) -> None:
    bearer = token(server)
    change(server, bearer, EMAIL, mfa_type="email", enabled=True)
    before = len(server.jwt_client.messages(PHONE))

    change(server, bearer, EMAIL, mfa_type="sms", enabled=True)

    assert len(server.jwt_client.messages(PHONE)) == before
    completed = validate(server, log_in(server)["challenge_id"], code_to(server, PHONE))
    assert "token" in query_of(target_of(completed))


@law("A change that would change nothing is refused")
def test_unchanged_setting_is_refused(server: ProjectServer) -> None:
    bearer = token(server)
    for kind in ("email", "sms"):
        assert refusal(ask(server, bearer, mfa_type=kind)) == SECOND_FACTOR_UNCHANGED

    change(server, bearer, EMAIL, mfa_type="email", enabled=True)

    assert refusal(ask(server, bearer, mfa_type="email", enabled=True)) == SECOND_FACTOR_UNCHANGED
    assert refusal(ask(server, bearer, mfa_type="sms", enabled=False)) == SECOND_FACTOR_UNCHANGED


@law(
    "The codes of the second factor go to the number that is set for it, and a number in use stays",
    security=True,
)
def test_codes_go_to_the_number_that_is_set(server: ProjectServer) -> None:
    bearer = token(server)
    body = {"phone_number": OTHER}
    assert server.jwt_client.call("update-user-phone-number", body=body, bearer=bearer).status_code == 204

    change(server, bearer, OTHER, mfa_type="sms", enabled=True)
    completed = validate(server, log_in(server)["challenge_id"], code_to(server, OTHER))
    assert "token" in query_of(target_of(completed))

    def remove(number: str) -> httpx.Response:
        path = {"phoneNumber": number}
        return server.jwt_client.call("delete-user-phone-number", path=path, bearer=bearer)

    assert remove(OTHER).status_code == 204
    validate(server, log_in(server)["challenge_id"], code_to(server, PHONE))
    assert refusal(remove(PHONE)) == NOT_AVAILABLE
    assert "challenge_id" in log_in(server)


@law("The code that a banned user asked for before changes no second factor", security=True)
def test_banned_user_changes_no_second_factor(server: ProjectServer) -> None:
    user_id, wanted = ann(server), {"mfa_type": "email", "enabled": True, "change_restricted": False}
    set_by_server(server, user_id, **wanted)
    waiting = challenge_of(ask(server, token(server), mfa_type="email"))
    code = code_to(server, EMAIL)

    server.call("post-projects-users-ban", path={"user_id": user_id}, body={"reason": "Cheating"})

    assert refusal(validate(server, waiting, code)) == BANNED_USER
    assert told(server, user_id) == wanted


@law("A second factor that has nowhere to go is not turned on")
def test_factor_without_a_place_is_refused(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client()
    oauth_client.member()
    server = ProjectServer(oauth_client)
    bearer = token_of(oauth_client.jwt_client.login("ann"))

    assert refusal(ask(server, bearer, mfa_type="sms", enabled=True)) == UNPROCESSABLE_VALUE
    refused = set_by_server(server, ann(server), mfa_type="sms", enabled=True)
    assert refusal(refused) == UNPROCESSABLE_VALUE
    assert told(server, ann(server)) == OFF


@law("Tokens at once for a password are not for users with a second factor", security=True)
def test_tokens_at_once_are_unavailable(server: ProjectServer) -> None:
    def at_once() -> httpx.Response:
        query = {"client_id": server.oauth_client.client_id}
        body = {"username": "ann", "password": PASSWORD}
        return server.jwt_client.call("jwt-auth-by-username-and-password", query=query, body=body)

    assert at_once().status_code == 200
    assert set_by_server(server, ann(server), mfa_type="email", enabled=True).status_code == 204
    assert refusal(at_once()) == NOT_AVAILABLE


@law("A server sets the second factor of a user, and whether the user may change it", security=True)
def test_server_sets_the_second_factor(server: ProjectServer) -> None:
    bearer, user_id = token(server), ann(server)
    waiting = challenge_of(ask(server, bearer, mfa_type="sms", enabled=True))
    code = code_to(server, PHONE)
    wanted = {"mfa_type": "email", "enabled": True, "change_restricted": True}

    assert set_by_server(server, user_id.upper(), **wanted).status_code == 204

    assert told(server, user_id) == wanted
    assert refusal(validate(server, waiting, code)) == WRONG_CODE
    for body in ({"mfa_type": "email"}, {"mfa_type": "sms", "enabled": True}):
        assert refusal(ask(server, bearer, **body)) == NOT_AVAILABLE
    completed = validate(server, log_in(server)["challenge_id"], code_to(server, EMAIL))
    assert "token" in query_of(target_of(completed))

    assert set_by_server(server, user_id, mfa_type="sms").status_code == 204
    assert told(server, user_id) == {"mfa_type": "sms", **OFF}
    assert "token" in log_in(server)


@law("A user of another project is unknown to a server", security=True)
def test_user_of_another_project_is_unknown(
    server: ProjectServer, make_oauth_client: MakeOAuthClient
) -> None:
    elsewhere = make_oauth_client()
    elsewhere.member("bob")
    bob = str(elsewhere.jwt_client.users()[0]["user_id"])

    for user_id in (bob, str(uuid4())):
        assert refusal(set_by_server(server, user_id, mfa_type="email", enabled=True)) == UNKNOWN_USER
        assert refusal(server.call("get-server-mfa", path={"user_id": user_id})) == UNKNOWN_USER
    assert "token" in query_of(target_of(elsewhere.jwt_client.login("bob")))


@law("What a project offers is what users may turn on, by its priority, on the page that it names")
def test_project_offers_second_factors(server: ProjectServer) -> None:
    bearer = token(server)
    assert offered(server) == {"mfa_types": [BY_MAIL, BY_SMS]}
    sms_first = [{**BY_SMS, "priority": 1}, {**BY_MAIL, "priority": 2}]

    page = "https://example.com/second-factor?from=game"
    assert offer(server, *reversed(sms_first), mfa_url=page).status_code == 204
    assert offered(server) == {"mfa_types": sms_first, "mfa_url": page}
    assert target_of_url(ask(server, bearer, mfa_type="email", enabled=True)).startswith(
        f"{page}&challenge_id="
    )
    change(server, bearer, PHONE, mfa_type="sms", enabled=True)

    # What is withdrawn is replaced by what is left; where nothing is left, nobody has any.
    assert offer(server, BY_MAIL).status_code == 204
    assert offered(server) == {"mfa_types": [BY_MAIL]}
    completed = validate(server, log_in(server)["challenge_id"], code_to(server, EMAIL))
    assert "token" in query_of(target_of(completed))
    assert offer(server).status_code == 204
    assert "token" in log_in(server)
    assert refusal(ask(server, bearer, mfa_type="email", enabled=True)) == NOT_AVAILABLE
    assert refusal(set_by_server(server, ann(server), mfa_type="email", enabled=True)) == NOT_AVAILABLE
    assert offer(server, BY_SMS).status_code == 204
    assert "challenge_id" in log_in(server)


@law("A second factor or a priority that is named twice is refused, and nothing changes")
def test_factor_named_twice_is_refused(server: ProjectServer) -> None:
    for twice in ((BY_MAIL, {**BY_MAIL, "priority": 2}), (BY_MAIL, {**BY_SMS, "priority": 1})):
        assert refusal(offer(server, *twice)) == UNPROCESSABLE_VALUE
    assert offered(server) == {"mfa_types": [BY_MAIL, BY_SMS]}


@law("The own second factor comes before the one that a project wants of everybody", security=True)
def test_own_factor_comes_first(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(two_factor="email")
    oauth_client.member(phone_number=PHONE)
    server = ProjectServer(oauth_client)
    assert validate(server, log_in(server)["challenge_id"], code_to(server, EMAIL)).status_code == 200

    assert set_by_server(server, ann(server), mfa_type="sms", enabled=True).status_code == 204
    assert validate(server, log_in(server)["challenge_id"], code_to(server, PHONE)).status_code == 200

    assert set_by_server(server, ann(server), mfa_type="sms").status_code == 204
    assert validate(server, log_in(server)["challenge_id"], code_to(server, EMAIL)).status_code == 200


@law("The page that asks for the code changes the setting and leads to login_url, without a token")
def test_page_changes_the_setting(server: ProjectServer) -> None:
    url = target_of_url(ask(server, token(server), mfa_type="email", enabled=True))
    page, query = url.partition("?")[0], query_of(url)
    http = server.jwt_client.http
    assert "code" in http.get(page, params=query).text
    wrong = {**query, "action": "check", "code": other_code(code_to(server, EMAIL))}
    assert http.post(page, data=wrong).status_code != 302
    assert told(server, ann(server)) == OFF

    answer = http.post(page, data={**query, "action": "check", "code": code_to(server, EMAIL)})

    assert (answer.status_code, answer.headers["location"]) == (302, CALLBACK)
    assert "set-cookie" not in answer.headers
    assert told(server, ann(server)) == {"mfa_type": "email", "enabled": True, "change_restricted": False}
