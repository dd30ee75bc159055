"""Bans: while one holds nobody gets in and no token counts; the clock ends it, or the server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import uuid4

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import JwtClient, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    INACTIVE_TOKEN,
    INVALID_GRANT,
    INVALID_TOKEN,
    INVALID_VALUE,
    UNKNOWN_USER,
    UNPROCESSABLE_VALUE,
    WRONG_CREDENTIALS,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
EMAIL, PHONE = "ann@example.com", "+12025550143"
REASON = "Cheating \u202eרגיל\u202c 🚀 é <b>&amp;"
DAY = 86400
Login = Callable[[ProjectServer], httpx.Response]


def ban(server: ProjectServer, user_id: str, reason: str = REASON, **period: Any) -> httpx.Response:
    """Ban a user."""
    return server.call(
        "post-projects-users-ban", path={"user_id": user_id}, body={"reason": reason, **period}
    )


def lift(server: ProjectServer, user_id: str) -> httpx.Response:
    """Let a user in again."""
    return server.call("del-projects-users-ban", path={"user_id": user_id})


def from_now(server: ProjectServer, seconds: float, *, hours: int = 0) -> str:
    """Return a moment as bans tell it, so many seconds from the target's now, at so many hours from UTC."""
    now: float = server.oauth_client.control.request("GET", "/_mock/clock")["now"]
    moment = datetime.fromtimestamp(now + seconds, UTC).astimezone(timezone(timedelta(hours=hours)))
    return moment.strftime("%Y-%m-%dT%H:%M:%S%z")


def details(jwt_client: JwtClient, token: str) -> httpx.Response:
    """Ask for the profile of the user of a token."""
    return jwt_client.call("get-user-details", bearer=token)


def shown_ban(jwt_client: JwtClient, token: str) -> Any:
    """Return the ban that a profile tells."""
    answer = details(jwt_client, token)
    assert answer.status_code == 200, answer.text
    return answer.json()["ban"]


@pytest.fixture
def server(oauth_client: OAuthClient) -> ProjectServer:
    return ProjectServer(oauth_client)


@law("While a ban holds no token of the user counts; when it is lifted, they count again", security=True)
def test_ban_stops_tokens(server: ProjectServer) -> None:
    oauth_client, jwt_client = server.oauth_client, server.jwt_client
    user_id = oauth_client.member()["user_id"]
    oauth_client.member("bob")
    bob = token_of(jwt_client.login("bob"))
    issued = oauth_client.tokens(scope="offline")
    tokens = [token_of(jwt_client.login("ann")), str(issued["access_token"])]
    before = [details(jwt_client, token).json() for token in tokens]

    assert ban(server, user_id.upper()).status_code == 204

    for token in tokens:
        assert refusal(details(jwt_client, token)) == INVALID_TOKEN
        changed = jwt_client.call("update-user-details", body={"nickname": "Annie"}, bearer=token)
        assert refusal(changed) == INVALID_TOKEN
        assert refusal(jwt_client.validate(token)) == INACTIVE_TOKEN
    assert refusal(oauth_client.refresh(issued["refresh_token"])) == INVALID_GRANT
    assert details(jwt_client, bob).is_success

    assert lift(server, user_id).status_code == 204

    assert [details(jwt_client, token).json() for token in tokens] == before
    renewed = tokens_of(oauth_client.refresh(issued["refresh_token"]))
    assert oauth_client.is_good(renewed["access_token"])


def by_password(server: ProjectServer) -> httpx.Response:
    return server.jwt_client.login("ann")


def by_oauth_password(server: ProjectServer) -> httpx.Response:
    return server.oauth_client.login()


def by_password_for_tokens(server: ProjectServer) -> httpx.Response:
    return server.jwt_client.call(
        "jwt-auth-by-username-and-password",
        query={"client_id": server.oauth_client.client_id},
        body={"username": "ann", "password": "correct-horse-7"},
    )


def by_mail(server: ProjectServer) -> httpx.Response:
    return server.jwt_client.confirm_code(EMAIL, *server.jwt_client.code_for(EMAIL))


def by_sms(server: ProjectServer) -> httpx.Response:
    return server.jwt_client.confirm_code(PHONE, *server.jwt_client.code_for(PHONE))


def by_network(server: ProjectServer) -> httpx.Response:
    secret = server.oauth_client.social("google", "gina").access_token
    return server.jwt_client.call(
        "jwt-auth-via-access-token-of-social-network",
        path={"provider_name": "google"},
        body={"access_token": secret},
    )


def by_device(server: ProjectServer) -> httpx.Response:
    body = {"device": "Pocket 3", "device_id": "9774d56d682e549c"}
    return server.jwt_client.call("jwt-auth-via-device-id", path={"device_type": "ios"}, body=body)


def by_custom_id(server: ProjectServer) -> httpx.Response:
    return server.log_in("p-1")


@law(
    "No login lets a banned user in, whichever way they come; when the ban is lifted, each does",
    security=True,
)
@pytest.mark.parametrize(
    "log_in",
    [
        by_password,
        by_oauth_password,
        by_password_for_tokens,
        by_mail,
        by_sms,
        by_network,
        by_device,
        by_custom_id,
    ],
)
def test_banned_user_gets_in_no_way(server: ProjectServer, log_in: Login) -> None:
    server.oauth_client.member(phone_number=PHONE)
    assert log_in(server).is_success
    for user in server.jwt_client.users():
        assert ban(server, user["user_id"]).status_code == 204
    users = server.jwt_client.users()

    assert refusal(log_in(server)) == BANNED_USER
    assert refusal(server.jwt_client.login("ann", "not-the-password")) == WRONG_CREDENTIALS
    assert server.jwt_client.users() == users

    for user in users:
        assert lift(server, user["user_id"]).status_code == 204
    assert log_in(server).is_success


@law("A banned user's code for another address or number changes neither", security=True)
@pytest.mark.parametrize("asked", [{"email": "cleo@example.com"}, {"phone_number": "+12025550144"}])
def test_banned_user_gets_no_other_contact(server: ProjectServer, asked: dict[str, str]) -> None:
    jwt_client = server.jwt_client
    server.oauth_client.member(phone_number=PHONE)
    pending = jwt_client.answer_asks(token_of(jwt_client.login("ann")), asked)
    operation_id = pending.json()["error"]["details"]["operation_id"]
    recipient = next(iter(asked.values()))
    code = str(jwt_client.message(recipient, "one_time_code").code)
    (user,) = jwt_client.users()
    assert ban(server, user["user_id"]).status_code == 204
    before = jwt_client.users()

    assert refusal(jwt_client.confirm_code(recipient, code, operation_id)) == BANNED_USER

    assert jwt_client.users() == before


@law(
    "A ban begins and ends with the clock; the profile tells it from the moment it is known until it is over"
)
def test_clock_begins_and_ends_a_ban(server: ProjectServer) -> None:
    control, jwt_client = server.oauth_client.control, server.jwt_client
    user_id = server.oauth_client.member()["user_id"]
    token = token_of(jwt_client.login("ann"))
    assert shown_ban(jwt_client, token) is None
    period = {"date_from": from_now(server, 1000), "date_to": from_now(server, 2000)}

    assert ban(server, user_id, **period).status_code == 204

    assert shown_ban(jwt_client, token) == {**period, "reason": REASON}
    assert jwt_client.login("ann").is_success
    control.advance(1001)
    assert refusal(details(jwt_client, token)) == INVALID_TOKEN
    assert refusal(jwt_client.login("ann")) == BANNED_USER
    control.advance(990)
    assert refusal(jwt_client.login("ann")) == BANNED_USER
    control.advance(11)
    assert shown_ban(jwt_client, token) is None
    assert shown_ban(jwt_client, token_of(jwt_client.login("ann"))) is None


@law("A ban without an end is for good, and is told as such")
def test_ban_for_good(server: ProjectServer) -> None:
    control, jwt_client = server.oauth_client.control, server.jwt_client
    user_id = server.oauth_client.member()["user_id"]
    token = token_of(jwt_client.login("ann"))
    for spelling in ({}, {"date_to": None}):
        begins = from_now(server, 1000)
        assert ban(server, user_id, "r" * 255, date_from=begins, **spelling).status_code == 204
        assert shown_ban(jwt_client, token) == {"date_from": begins, "date_to": None, "reason": "r" * 255}

    control.advance(3 * DAY)

    assert refusal(jwt_client.login("ann")) == BANNED_USER


@law("A new ban takes the place of the one before, and lifting leaves none")
def test_last_ban_counts(server: ProjectServer) -> None:
    jwt_client = server.jwt_client
    user_id = server.oauth_client.member()["user_id"]
    token = token_of(jwt_client.login("ann"))
    assert lift(server, user_id).status_code == 204
    ban(server, user_id, "First")
    assert refusal(details(jwt_client, token)) == INVALID_TOKEN
    period = {"date_from": from_now(server, 1000), "date_to": from_now(server, 2000)}

    assert ban(server, user_id, "Second", **period).status_code == 204

    assert shown_ban(jwt_client, token) == {**period, "reason": "Second"}
    assert lift(server, user_id).status_code == 204
    assert shown_ban(jwt_client, token) is None
    assert lift(server, user_id).status_code == 204


@law("A moment counts with its offset")
def test_offset_of_a_ban_counts(server: ProjectServer) -> None:
    jwt_client = server.jwt_client
    user_id = server.oauth_client.member()["user_id"]
    token = token_of(jwt_client.login("ann"))

    for hours in (-11, 0, 3, 14):
        written = {"date_from": from_now(server, 1000, hours=hours), "date_to": from_now(server, 9000)}
        assert ban(server, user_id, **written).status_code == 204

        told = shown_ban(jwt_client, token)
        assert told["date_from"].endswith("+0000")
        assert datetime.fromisoformat(told["date_from"]) == datetime.fromisoformat(written["date_from"])
        assert told["date_to"] == written["date_to"]


@law("A period that there is not is refused, and the ban of before stays")
def test_wrong_period_is_refused(server: ProjectServer) -> None:
    jwt_client = server.jwt_client
    user_id = server.oauth_client.member()["user_id"]
    token = token_of(jwt_client.login("ann"))
    period = {"date_from": from_now(server, 1000), "date_to": from_now(server, 2000)}
    ban(server, user_id, **period)
    first, last = period["date_from"], period["date_to"]
    wrong: list[Mapping[str, Any]] = [
        {"date_from": last, "date_to": first},
        {"date_from": first, "date_to": first},
        {"date_to": from_now(server, -1)},
        {"date_from": "2027-02-30T00:00:00+0000"},
        {"date_to": "2027-02-29T00:00:00+0000"},
    ]

    for each in wrong:
        assert refusal(ban(server, user_id, "Wrong", **each)) == UNPROCESSABLE_VALUE, each
    for text in ("2027-01-01", "2027-01-01T00:00:00", "2027-01-01T24:00:00+0000", "tomorrow", ""):
        assert refusal(ban(server, user_id, "Wrong", date_to=text)) == INVALID_VALUE, text
    assert refusal(ban(server, user_id, "")) == INVALID_VALUE

    assert shown_ban(jwt_client, token) == {**period, "reason": REASON}


@law("Nobody of another project is banned or let in, and they are as unknown as nobody", security=True)
def test_stranger_is_unknown(make_oauth_client: MakeOAuthClient) -> None:
    server, elsewhere = (ProjectServer(make_oauth_client()) for _ in "ab")
    banned, free = (elsewhere.oauth_client.member(name)["user_id"] for name in ("ann", "bob"))
    ban(elsewhere, banned)

    answers = [act(server, user_id) for act in (ban, lift) for user_id in (banned, free, str(uuid4()))]

    assert {refusal(answer) for answer in answers} == {UNKNOWN_USER}
    assert len({answer.text for answer in answers}) == 1
    assert refusal(elsewhere.jwt_client.login("ann")) == BANNED_USER
    assert elsewhere.jwt_client.login("bob").is_success


@law("A ban that comes in the midst of logins leaves no token that counts", security=True)
def test_ban_in_the_midst_of_logins(server: ProjectServer) -> None:
    user_id = server.oauth_client.member()["user_id"]
    assert server.token

    def act(number: int) -> httpx.Response:
        return ban(server, user_id) if number == 5 else server.jwt_client.login("ann")

    answers = at_once(12, act)

    tokens = [token_of(answer) for answer in answers if answer.status_code == 200]
    for token in tokens:
        assert refusal(server.jwt_client.validate(token)) == INACTIVE_TOKEN
    assert refusal(server.jwt_client.login("ann")) == BANNED_USER
