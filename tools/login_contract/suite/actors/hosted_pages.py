"""The hosted pages of a login, as a browser uses them: their forms, and every way through them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import httpx

from login_contract.suite.actors.jwt_client import PASSWORD, query_of
from login_contract.suite.actors.lacking import lacks
from login_contract.suite.actors.oauth_client import EMAIL, OAuthClient, target_of
from login_contract.suite.target import Capabilities

GOOD = {"action": "password", "username": "ann", "password": PASSWORD}


def begin(oauth_client: OAuthClient, **query: Any) -> str:
    """Come to the authorization endpoint; return the address of the sign-in page."""
    if oauth_client.jwt_client.control is None:
        lacks(Capabilities.REASONS["is_mock"])
    address = target_of(oauth_client.call("oauth2-authorize", query=query))
    assert urlsplit(address).path == "/_mock/sign-in", f"no sign-in page: {address}"
    return address


def show(oauth_client: OAuthClient, address: str) -> httpx.Response:
    """Open a page."""
    return oauth_client.jwt_client.http.get(address)


def send(oauth_client: OAuthClient, address: str, **form: str) -> httpx.Response:
    """Send a form of the page at an address, with the secret that the page put into it."""
    page = address.partition("?")[0]
    known = query_of(address)
    names = ("ticket", "state", "challenge_id")
    secret = {name: known[name] for name in names if name in known}
    locale = f"?locale={known['locale']}" if "locale" in known else ""
    return oauth_client.jwt_client.http.post(page + locale, data={**secret, **form})


def mailed(oauth_client: OAuthClient, address: str, email: str = EMAIL) -> dict[str, str]:
    """Have a code sent; return the form that confirms it."""
    answer = send(oauth_client, address, action="send-code", email=email)
    assert answer.status_code == 200, f"no code was sent: {answer.status_code}"
    message = oauth_client.jwt_client.message(email, "one_time_code")
    return {
        "action": "code",
        "email": email,
        "operation_id": str(message.operation_id),
        "code": str(message.code),
    }


def to_network(oauth_client: OAuthClient, address: str, provider: str = "google") -> str:
    """Choose a social network; return the address of its page."""
    return target_of(send(oauth_client, address, action="social", provider=provider))


def by_password(oauth_client: OAuthClient, address: str) -> httpx.Response:
    """Sign in with a password."""
    return send(oauth_client, address, **GOOD)


def by_mail(oauth_client: OAuthClient, address: str) -> httpx.Response:
    """Sign in with a mailed code."""
    return send(oauth_client, address, **mailed(oauth_client, address))


def by_identity(oauth_client: OAuthClient, address: str) -> httpx.Response:
    """Sign in as somebody whom the social network knows."""
    return send(oauth_client, to_network(oauth_client, address), action="pick", id="google-1")


def by_new_identity(oauth_client: OAuthClient, address: str) -> httpx.Response:
    """Sign in as somebody who is new to the social network."""
    page = to_network(oauth_client, address)
    return send(oauth_client, page, action="add", id="greta-7", name="Greta", email="greta@example.com")


def by_second_factor(oauth_client: OAuthClient, address: str) -> httpx.Response:
    """Sign in with a password and the code that follows it."""
    settings = oauth_client.control
    settings.change_project(oauth_client.jwt_client.project_id, two_factor="email")
    page = target_of(send(oauth_client, address, **GOOD))
    code = oauth_client.jwt_client.message(EMAIL, "one_time_code").code
    return send(oauth_client, page, action="check", code=str(code))


Way = Callable[[OAuthClient, str], httpx.Response]
WAYS: tuple[Way, ...] = (by_password, by_mail, by_identity, by_new_identity, by_second_factor)


def assert_over(answer: httpx.Response) -> None:
    """There is nothing to continue, and nothing comes of trying."""
    __tracebackhide__ = True
    assert answer.status_code == 404, f"{answer.status_code} {answer.text[:200]}"
    assert answer.headers["content-type"].startswith("text/html")
    assert {"location", "set-cookie"}.isdisjoint(answer.headers)


def assert_refused(answer: httpx.Response) -> None:
    """The page is shown again and tells why."""
    __tracebackhide__ = True
    assert answer.status_code == 422, f"{answer.status_code} {answer.headers.get('location')}"
    assert 'role="alert"' in answer.text
    assert {"location", "set-cookie"}.isdisjoint(answer.headers)
