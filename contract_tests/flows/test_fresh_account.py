"""What a fresh account shows of any server: the whole way from a registration to the end of its sessions."""

from __future__ import annotations

from http.cookies import SimpleCookie

import httpx
import pytest

from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, JwtClient, query_of, refusal, token_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    CONTACT_TAKEN,
    INACTIVE_TOKEN,
    INVALID_TOKEN,
    UNREGISTERED_ADDRESS,
    USERNAME_TAKEN,
    WRONG_CREDENTIALS,
)

law = pytest.mark.law
EMAIL = "ann@example.com"


@law("Whoever registers can log in, by name and by address, and is the same user each time")
def test_whoever_registers_can_log_in(jwt_client: JwtClient) -> None:
    if jwt_client.home is not None:
        jwt_client.home.wants_usual_accounts()
    made = jwt_client.register(username="ann", email=EMAIL)
    assert made.status_code in (200, 204), f"nobody can register: {made.status_code} {made.text}"
    if made.status_code == 204:
        jwt_client.open(jwt_client.message(EMAIL).link)

    tokens = [token_of(jwt_client.login(name)) for name in ("ann", EMAIL)]

    assert len({claims(token)["sub"] for token in tokens}) == 1
    for token in tokens:
        assert claims(token)["username"] == jwt_client.known_as("ann")
        assert claims(token)["email"] == jwt_client.known_as(EMAIL)
        assert claims(token)["xsolla_login_project_id"] == jwt_client.project_id
        assert jwt_client.validate(token).status_code == 204


@law("Two accounts are two users, and the password of one is no password of the other", security=True)
def test_two_accounts_are_two_users(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", EMAIL)
    jwt_client.registered("bob", "bob@example.com", password="battery-staple-8")

    ann, bob = token_of(jwt_client.login("ann")), token_of(jwt_client.login("bob", "battery-staple-8"))

    assert claims(ann)["sub"] != claims(bob)["sub"]
    assert refusal(jwt_client.login("ann", "battery-staple-8")) == WRONG_CREDENTIALS
    assert refusal(jwt_client.login("bob", PASSWORD)) == WRONG_CREDENTIALS


@law(
    "Whoever registers again with a name or address that is taken gets nothing, and changes nothing",
    security=True,
)
@pytest.mark.parametrize(
    ("username", "email"),
    [
        ("ann", EMAIL),
        ("ann", "other@example.com"),
        ("other", EMAIL),
        ("ANN", "o@example.com"),
        ("o-o", EMAIL.upper()),
    ],
)
def test_second_registration_takes_nothing_over(jwt_client: JwtClient, username: str, email: str) -> None:
    subject = claims(jwt_client.registered("ann", EMAIL))["sub"]

    again = jwt_client.register(username=username, email=email, password="battery-staple-8")

    assert refusal(again) in (USERNAME_TAKEN, CONTACT_TAKEN)
    assert "set-cookie" not in again.headers
    for name in ("ann", EMAIL, username, email):
        assert "token" not in leads_to(jwt_client.login(name, "battery-staple-8"))
    assert claims(token_of(jwt_client.login("ann")))["sub"] == subject


@law("A password that somebody resets without the code of the message stays as it is", security=True)
@pytest.mark.parametrize("code", ["nonsense", "123456", "A" * 43])
def test_stranger_resets_no_password(jwt_client: JwtClient, code: str) -> None:
    token = jwt_client.registered("ann", EMAIL)
    assert jwt_client.request_reset("ann").status_code == 204

    for user_id in (str(claims(token)["sub"]), "ann", jwt_client.known_as(EMAIL)):
        assert refusal(jwt_client.confirm_reset(user_id, code, "battery-staple-8"))[0] in (400, 422)

    assert refusal(jwt_client.login("ann", "battery-staple-8")) == WRONG_CREDENTIALS
    assert jwt_client.login("ann").status_code == 200
    assert jwt_client.validate(token).status_code == 204


@law(
    "A login hands its token to registered pages only, whoever logs in and however it is asked for",
    security=True,
)
@pytest.mark.parametrize(
    "login_url",
    [
        "https://evil.example/callback",
        f"{CALLBACK}.evil.example",
        f"{CALLBACK}/../evil",
        f"https://evil.example/?to={CALLBACK}",
        f"https://evil.example#{CALLBACK}",
        f"{CALLBACK}?token=x",
        "javascript:alert(1)",
        "//evil.example/callback",
    ],
    ids=[
        "another host",
        "a longer host",
        "dots",
        "in a query",
        "in a fragment",
        "with a token",
        "script",
        "no scheme",
    ],
)
def test_token_goes_to_registered_pages_only(jwt_client: JwtClient, login_url: str) -> None:
    jwt_client.registered("ann", EMAIL)
    query = {"login_url": login_url}

    for answer in (
        jwt_client.login("ann", query=query),
        jwt_client.register(username="bob", email="bob@example.com", query=query),
        jwt_client.call("jwt-sso-redirect", query=query),
    ):
        assert leads_to(answer) == {}
        assert answer.status_code in (401, 422)
    assert refusal(jwt_client.login("ann", query=query)) == UNREGISTERED_ADDRESS


def leads_to(answer: httpx.Response) -> dict[str, str]:
    """The query of the page that an answer leads to; empty where it leads nowhere."""
    if answer.is_redirect:
        return query_of(answer.headers["location"])
    return query_of(str(answer.json().get("login_url", "")))


@law(
    "The cookie of a login is kept from scripts and from other sites, and over TLS from plain connections",
    security=True,
)
@pytest.mark.parametrize("name", ["ann", EMAIL])
def test_cookies_of_a_login_are_guarded(jwt_client: JwtClient, name: str) -> None:
    jwt_client.registered("ann", EMAIL)

    answer = jwt_client.login(name)

    cookies = [
        morsel for line in answer.headers.get_list("set-cookie") for morsel in SimpleCookie(line).values()
    ]
    assert cookies, "a login signs the browser in"
    for morsel in cookies:
        assert morsel["httponly"], f"{morsel.key} is shown to scripts"
        assert morsel["samesite"].lower() in ("lax", "strict"), f"{morsel.key} is sent along by other sites"
        if jwt_client.http.base_url.scheme == "https":
            assert morsel["secure"], f"{morsel.key} travels over plain connections"


@law("A page of a foreign origin reads no answer of a login, and no refusal", security=True)
@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://localhost.evil.example:3000", "file://"],
    ids=["another host", "no origin", "a longer host", "a file"],
)
def test_foreign_page_reads_no_login(jwt_client: JwtClient, origin: str) -> None:
    jwt_client.registered("ann", EMAIL)

    for password in (PASSWORD, "not-the-password"):
        answer = jwt_client.login("ann", password, headers={"Origin": origin})
        assert answer.headers.get("access-control-allow-origin") not in (origin, "*")


@law("with_logout ends the earlier sessions of whoever logs in, and nobody else's", security=True)
def test_with_logout_ends_own_sessions_only(jwt_client: JwtClient) -> None:
    bob = jwt_client.registered("bob", "bob@example.com")
    earlier = jwt_client.registered("ann", EMAIL)

    latest = token_of(jwt_client.login("ann", query={"with_logout": "1"}))

    assert refusal(jwt_client.validate(earlier)) == INACTIVE_TOKEN
    assert [jwt_client.validate(token).status_code for token in (latest, bob)] == [204, 204]


@law("Whoever signs out of everything has no good token left, and nobody else loses one", security=True)
def test_signing_out_ends_own_tokens_only(jwt_client: JwtClient) -> None:
    bob = jwt_client.registered("bob", "bob@example.com")
    tokens = [jwt_client.registered("ann", EMAIL), token_of(jwt_client.login("ann"))]

    answer = jwt_client.call("log-user-out", query={"sessions": "all"}, bearer=tokens[0])

    assert answer.status_code == 204
    for token in tokens:
        assert refusal(jwt_client.validate(token)) == INACTIVE_TOKEN
        assert refusal(jwt_client.asked(token)) == INVALID_TOKEN
    assert jwt_client.validate(bob).status_code == 204
    assert jwt_client.login("ann").status_code == 200
