"""The page that asks for fields: logins that stop there, what is asked, and how they arrive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import httpx

from login_contract.suite.actors.hosted_pages import Way, begin, by_password
from login_contract.suite.actors.jwt_client import CALLBACK, query_of
from login_contract.suite.actors.oauth_client import STATE, OAuthClient, target_of

MakeOAuthClient = Callable[..., OAuthClient]
PHONE = "+12025550143"
COUNTRY = {"name": "country-name", "type": "str", "required": True, "step": 0}
HOBBY = {"name": "hobby", "type": "str", "required": False, "step": 1}
ASKED_PHONE = {"name": "phone_number", "type": "phone", "required": True, "step": 2}
BY_CODE = {**ASKED_PHONE, "confirmation_type": "code"}
ANSWER = {"action": "answer", "field.country-name": "DE"}


def stopped(oauth_client: OAuthClient, way: Way = by_password, **query: Any) -> str:
    """Sign in where something is asked for; return the address of the page that asks."""
    answer = way(oauth_client, begin(oauth_client, **query))
    assert answer.status_code == 302
    return at_page(answer)


def at_page(answer: httpx.Response) -> str:
    """The address of the page for asked fields that a browser is sent to."""
    address = target_of(answer)
    assert urlsplit(address).path == "/_mock/ask", f"no page asks: {address}"
    return address


def asking(make_oauth_client: MakeOAuthClient, *fields: dict[str, Any], **settings: Any) -> OAuthClient:
    oauth_client = make_oauth_client(ask_fields=list(fields), **settings)
    oauth_client.member()
    return oauth_client


def fields_of(oauth_client: OAuthClient) -> dict[str, Any]:
    (user,) = oauth_client.jwt_client.users()
    return dict(user["fields"])


def sent_code(oauth_client: OAuthClient, recipient: str = PHONE) -> str:
    return str(oauth_client.jwt_client.message(recipient, "one_time_code").code)


def assert_arrived(answer: httpx.Response, oauth_client: OAuthClient) -> None:
    """The game has a code and its state back, and the browser is signed in."""
    __tracebackhide__ = True
    assert answer.status_code == 302, f"{answer.status_code} {answer.text[:300]}"
    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert set(query_of(target_of(answer))) == {"code", "state"}
    assert query_of(target_of(answer))["state"] == STATE
    assert "set-cookie" in answer.headers
