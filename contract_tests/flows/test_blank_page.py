"""The empty page that game SDKs end on: an address that a project takes without having registered it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, refusal, token_of
from login_contract.suite.actors.oauth_client import EMAIL, OAuthClient, code_of, target_of, tokens_of
from login_contract.suite.judging.refusals import (
    AMBIGUOUS_ADDRESS,
    INVALID_GRANT,
    INVALID_VALUE,
    UNREGISTERED_ADDRESS,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
VENDORS = "https://login.xsolla.com/api/blank"
OTHER = "https://example.com/other"
PHONE, GOOGLE = "+12025550143", {"provider_name": "google"}
DEVICE = {"device": "test", "device_id": "a-device-id-of-20-ch"}


@pytest.fixture
def game(make_oauth_client: MakeOAuthClient) -> OAuthClient:
    """The client of a project that takes the empty page, and one member."""
    oauth_client = make_oauth_client(blank_redirect=True)
    oauth_client.member()
    return oauth_client


def own(oauth_client: OAuthClient) -> str:
    """The empty page of the server itself."""
    return str(oauth_client.jwt_client.http.base_url.join("blank"))


def pages(oauth_client: OAuthClient) -> Sequence[str]:
    return VENDORS, own(oauth_client)


def near_misses(page: str) -> Sequence[str]:
    """What looks like the page to somebody who does not compare byte for byte."""
    scheme, _, rest = page.partition("://")
    authority, _, path = rest.partition("/")
    host = authority.partition(":")[0]
    return (
        f"{page}/", f"{page}//", f"{page}?", f"{page}?x", f"{page}#", f"{page}#x", f"{page};x", f"{page}%20",
        f"{page} ", f" {page}", f"{page}\n", f"\t{page}", f"{page}%2F", f"{page}x", page[:-1], f"{page}\\",
        f"//{rest}", f"/{path}", path, "blank", rest, page.removesuffix("/blank"), f"{scheme}://{authority}",
        f"{scheme}://{authority}//{path}", f"{scheme}://{authority}/{path.replace('/', '//')}",
        f"{scheme}://{authority}/./{path}", f"{scheme}://{authority}/api/x/../blank",
        f"{scheme}://{authority}/api/%62lank", f"{scheme}://{authority}/blank",
        f"{scheme}://{authority}/api/Blank", f"{scheme}://{authority}/API/blank", page.upper(),
        f"{scheme.upper()}://{rest}", f"{scheme}:///{rest}", f"{scheme}:{rest}", page.replace("/", "\\"),
        f"{'http' if scheme == 'https' else 'https'}://{rest}", f"ftp://{rest}", f"javascript:{page}",
        f"{scheme}://{host}:443/{path}", f"{scheme}://{host}:80/{path}", f"{scheme}://{host}./{path}",
        f"{scheme}://user@{rest}", f"{scheme}://user:password@{rest}", f"{scheme}://@{rest}",
        f"{scheme}://{authority}@evil.example/{path}", f"{scheme}://{authority}.evil.example/{path}",
        f"{scheme}://evil.example/{path}", f"{scheme}://evil.example#{page}", f"https://evil.example?{page}",
        f"{scheme}://evil.example\\@{rest}", f"{page}, {page}", f"{page},{CALLBACK}", "",
    )  # fmt: skip


EMPTY = pytest.mark.parametrize(
    "query", [{}, {"token": "a.b.c", "remember_me": "false"}, {"code": "c", "state": "s"}]
)


@law("The empty page is there, whatever a login takes to it")
@EMPTY
def test_empty_page_is_there(http: httpx.Client, query: dict[str, str]) -> None:
    page = http.get("blank", params=query)

    assert (page.status_code, page.text.strip()) == (200, "")
    assert page.headers["content-type"].partition(";")[0] == "text/html"


@law(
    "The empty page leaves nothing behind: no cookie, no copy, no word of its address",
    origin="inferred",
    security=True,
)
@EMPTY
def test_empty_page_leaves_nothing(http: httpx.Client, query: dict[str, str]) -> None:
    page = http.get("blank", params=query)

    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in page.headers


@law("A project may take the empty page, the vendor's and the server's own, for a login_url")
def test_login_ends_on_the_empty_page(game: OAuthClient) -> None:
    for page in pages(game):
        answer = game.jwt_client.login("ann", query={"login_url": page})

        assert answer.json()["login_url"].startswith(f"{page}?token=")
        assert game.is_good(token_of(answer))


@law("A project may take the empty page, the vendor's and the server's own, for a redirect_uri")
def test_code_comes_to_the_empty_page(game: OAuthClient) -> None:
    for page in pages(game):
        answer = game.login(redirect_uri=page)
        code = code_of(answer)

        assert target_of(answer).startswith(f"{page}?")
        assert refusal(game.exchange(code, redirect_uri=f"{page}/")) == INVALID_GRANT
        assert game.is_good(
            tokens_of(game.exchange(code_of(game.login(redirect_uri=page)), redirect_uri=page))[
                "access_token"
            ]
        )


@law("The empty page serves every client that may get codes")
def test_empty_page_serves_clients_that_get_codes(game: OAuthClient) -> None:
    for page in pages(game):
        for client_id in (game.clients.public, game.clients.confidential):
            answer = game.of(client_id).login(redirect_uri=page)
            tokens_of(game.of(client_id).exchange(code_of(answer), redirect_uri=page))
        assert refusal(game.of(game.clients.server).login(redirect_uri=page)) == UNREGISTERED_ADDRESS


@law("The empty page takes no registered address's place: both parameters may still be left out")
def test_empty_page_is_not_registered(game: OAuthClient) -> None:
    assert game.jwt_client.login("ann").json()["login_url"].startswith(f"{CALLBACK}?")
    assert target_of(game.login(redirect_uri=None)).startswith(f"{CALLBACK}?")


@law("The empty page settles nothing where several addresses, or none, are registered")
@pytest.mark.parametrize("registered", [(CALLBACK, OTHER), ()])
def test_empty_page_is_no_default(make_oauth_client: MakeOAuthClient, registered: tuple[str, ...]) -> None:
    urls = {"callback_urls": [CALLBACK, OTHER]} if registered else {}
    oauth_client = make_oauth_client(redirect_uris=registered, blank_redirect=True, **urls)
    oauth_client.member()

    assert refusal(oauth_client.login(redirect_uri=None)) == AMBIGUOUS_ADDRESS
    assert target_of(oauth_client.login(redirect_uri=VENDORS)).startswith(f"{VENDORS}?")
    if registered:
        assert refusal(oauth_client.jwt_client.login("ann")) == AMBIGUOUS_ADDRESS


@law("A project that does not take the empty page refuses it", security=True)
@pytest.mark.needs("configure")
def test_empty_page_has_to_be_taken(member: OAuthClient) -> None:
    for page in pages(member):
        assert refusal(member.jwt_client.login("ann", query={"login_url": page})) == UNREGISTERED_ADDRESS
        assert refusal(member.login(redirect_uri=page)) == UNREGISTERED_ADDRESS


@law("An address that differs from the empty page in one character is refused", security=True)
@pytest.mark.parametrize("whose", ["vendors", "own"])
def test_near_miss_is_no_login_url(game: OAuthClient, whose: str) -> None:
    page = VENDORS if whose == "vendors" else own(game)

    taken = [
        miss
        for miss in near_misses(page)
        if not refused(game.jwt_client.login("ann", query={"login_url": miss}))
    ]

    assert not taken, "\n".join(taken)


@law("An address that differs from the empty page in one character is refused", security=True)
@pytest.mark.parametrize("whose", ["vendors", "own"])
def test_near_miss_is_no_redirect_uri(game: OAuthClient, whose: str) -> None:
    page = VENDORS if whose == "vendors" else own(game)

    taken = [miss for miss in near_misses(page) if not refused(game.login(redirect_uri=miss))]

    assert not taken, "\n".join(taken)


@law("Nobody is sent to an address that differs from the empty page in one character", security=True)
@pytest.mark.parametrize(
    "operation_id", ["oauth2-authorize", "jwt-sso-redirect", "jwt-auth-via-social-network"]
)
def test_near_miss_is_no_place_to_go(game: OAuthClient, operation_id: str) -> None:
    game.jwt_client.login("ann")
    assert game.jwt_client.call("jwt-sso").status_code == 200
    for page in pages(game):
        for miss in near_misses(page):
            answer = sent(game, operation_id, miss)

            assert "location" not in answer.headers, miss
            assert refused(answer), miss
        assert target_of(sent(game, operation_id, page))


def sent(game: OAuthClient, operation_id: str, page: str) -> httpx.Response:
    if operation_id == "oauth2-authorize":
        answer: httpx.Response = game.call(operation_id, query={"redirect_uri": page})
        return answer
    path = {"provider_name": "google"} if "social" in operation_id else None
    return game.jwt_client.call(operation_id, query={"login_url": page}, path=path)


@law("A host that a request names is not the server's own", security=True)
def test_host_of_a_request_is_not_the_servers(game: OAuthClient) -> None:
    page = "http://evil.example/api/blank"
    body = {"username": "ann", "password": PASSWORD}
    headers = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}

    answer = game.jwt_client.call(
        "auth-by-username-and-password", query={"login_url": page}, body=body, headers=headers
    )

    assert refused(answer)


JWT_CALLS: dict[str, dict[str, Any]] = {
    "jwt-register-new-user": {"body": {"username": "bob", "email": "bob@example.com", "password": PASSWORD}},
    "jwt-resend-account-confirmation-email": {"body": {"username": "ann"}},
    "jwt-start-auth-by-email": {"body": {"email": EMAIL}},
    "jwt-start-auth-by-phone-number": {"body": {"phone_number": PHONE}},
    "reset-password": {"body": {"username": "ann"}},
    "jwt-get-link-for-social-auth": {"path": GOOGLE},
}
OAUTH_CALLS: dict[str, dict[str, Any]] = {
    "oauth-20-register-new-user": JWT_CALLS["jwt-register-new-user"],
    "oauth-20-resend-account-confirmation-email": {"body": {"username": "ann"}},
    "oauth-20-start-auth-by-email": {"body": {"email": EMAIL}},
    "oauth-20-start-auth-by-phone-number": {"body": {"phone_number": PHONE}},
    "oauth-20-auth-via-device-id": {"path": {"device_type": "ios"}, "body": DEVICE},
    "oauth-20-get-link-for-social-auth": {"path": GOOGLE},
    "oauth2-authorize": {},
    "jwt-auth-by-username-and-password": {"body": {"username": "ann", "password": PASSWORD}},
}


@law(
    "Every call that takes a login_url takes the empty page and refuses what only resembles it", security=True
)
@pytest.mark.parametrize("operation_id", JWT_CALLS)
def test_every_call_takes_the_empty_page_for_a_login_url(game: OAuthClient, operation_id: str) -> None:
    for page in pages(game):
        for like in (f"{page}/", f"{page}?x", page.replace("api/", "api//")):
            wrong = game.jwt_client.call(operation_id, query={"login_url": like}, **JWT_CALLS[operation_id])
            assert refusal(wrong) == UNREGISTERED_ADDRESS

    right = game.jwt_client.call(operation_id, query={"login_url": VENDORS}, **JWT_CALLS[operation_id])
    assert right.status_code < 300


@law(
    "Every call that takes a redirect_uri takes the empty page and refuses what only resembles it",
    security=True,
)
@pytest.mark.parametrize("operation_id", OAUTH_CALLS)
def test_every_call_takes_the_empty_page_for_a_redirect_uri(game: OAuthClient, operation_id: str) -> None:
    for page in pages(game):
        for like in (f"{page}/", f"{page}?x", page.replace("api/", "api//")):
            wrong = game.call(operation_id, query={"redirect_uri": like}, **OAUTH_CALLS[operation_id])
            assert refusal(wrong) == UNREGISTERED_ADDRESS

    right = game.call(operation_id, query={"redirect_uri": VENDORS}, **OAUTH_CALLS[operation_id])
    assert right.status_code < 400


@law("A mailed link and a code of a message lead to the empty page they were asked for with")
def test_messages_lead_to_the_empty_page(game: OAuthClient) -> None:
    query = {"login_url": VENDORS}
    game.jwt_client.register(username="bob", email="bob@example.com", query=query)
    operation_id = game.jwt_client.request_code(EMAIL, query=query).json()["operation_id"]

    mailed = game.jwt_client.open(game.jwt_client.message("bob@example.com", "account_confirmation").link)
    code = str(game.jwt_client.message(EMAIL, "one_time_code").code)
    confirmed = game.jwt_client.confirm_code(EMAIL, code, operation_id)

    assert mailed.headers["location"].startswith(f"{VENDORS}?token=")
    assert confirmed.json()["login_url"].startswith(f"{VENDORS}?token=")


def refused(answer: httpx.Response) -> bool:
    """Say whether an address was refused: as unregistered, or already as malformed."""
    return answer.status_code in (400, 422) and refusal(answer) in (
        UNREGISTERED_ADDRESS,
        INVALID_VALUE,
    )
