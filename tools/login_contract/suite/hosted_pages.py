"""The hosted pages of a login, as a browser uses them: their forms, and every way through them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import httpx

from login_contract.suite.lacking import lacks
from login_contract.suite.launcher import EMAIL, Launcher, target_of
from login_contract.suite.player import PASSWORD, query_of
from login_contract.target import Capabilities

GOOD = {"action": "password", "username": "ann", "password": PASSWORD}


def begin(launcher: Launcher, **query: Any) -> str:
    """Come to the authorization endpoint; return the address of the sign-in page."""
    if launcher.player.control is None:
        lacks(Capabilities.REASONS["is_mock"])
    address = target_of(launcher.call("oauth2-authorize", query=query))
    assert urlsplit(address).path == "/_mock/sign-in", f"no sign-in page: {address}"
    return address


def show(launcher: Launcher, address: str) -> httpx.Response:
    """Open a page."""
    return launcher.player.http.get(address)


def send(launcher: Launcher, address: str, **form: str) -> httpx.Response:
    """Send a form of the page at an address, with the secret that the page put into it."""
    page = address.partition("?")[0]
    known = query_of(address)
    names = ("ticket", "state", "challenge_id")
    secret = {name: known[name] for name in names if name in known}
    locale = f"?locale={known['locale']}" if "locale" in known else ""
    return launcher.player.http.post(page + locale, data={**secret, **form})


def mailed(launcher: Launcher, address: str, email: str = EMAIL) -> dict[str, str]:
    """Have a code sent; return the form that confirms it."""
    answer = send(launcher, address, action="send-code", email=email)
    assert answer.status_code == 200, f"no code was sent: {answer.status_code}"
    message = launcher.player.message(email, "one_time_code")
    return {
        "action": "code",
        "email": email,
        "operation_id": str(message.operation_id),
        "code": str(message.code),
    }


def to_network(launcher: Launcher, address: str, provider: str = "google") -> str:
    """Choose a social network; return the address of its page."""
    return target_of(send(launcher, address, action="social", provider=provider))


def by_password(launcher: Launcher, address: str) -> httpx.Response:
    """Sign in with a password."""
    return send(launcher, address, **GOOD)


def by_mail(launcher: Launcher, address: str) -> httpx.Response:
    """Sign in with a mailed code."""
    return send(launcher, address, **mailed(launcher, address))


def by_identity(launcher: Launcher, address: str) -> httpx.Response:
    """Sign in as somebody whom the social network knows."""
    return send(launcher, to_network(launcher, address), action="pick", id="google-1")


def by_new_identity(launcher: Launcher, address: str) -> httpx.Response:
    """Sign in as somebody who is new to the social network."""
    page = to_network(launcher, address)
    return send(launcher, page, action="add", id="greta-7", name="Greta", email="greta@example.com")


def by_second_factor(launcher: Launcher, address: str) -> httpx.Response:
    """Sign in with a password and the code that follows it."""
    settings = launcher.control
    settings.change_project(launcher.player.project_id, two_factor="email")
    page = target_of(send(launcher, address, **GOOD))
    code = launcher.player.message(EMAIL, "one_time_code").code
    return send(launcher, page, action="check", code=str(code))


Way = Callable[[Launcher, str], httpx.Response]
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
