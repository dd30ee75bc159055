"""Profiles of users: one's own, a change of it, what others see, and one that a network told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.actors.oauth_client import OAuthClient

EMAIL, PHONE = "ann@example.com", "+12025550143"
WHOLE = {
    "birthday": "1990-05-15",
    "first_name": "Ann",
    "last_name": "Smith",
    "nickname": "Annie",
    "gender": "prefer not to answer",
}


def details(jwt_client: JwtClient, token: str) -> dict[str, Any]:
    """Return the profile of the user of a token."""
    answer = jwt_client.call("get-user-details", bearer=token)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def change(jwt_client: JwtClient, token: str, **given: Any) -> httpx.Response:
    """Change the profile of the user of a token."""
    return jwt_client.call("update-user-details", body=given, bearer=token)


def public(jwt_client: JwtClient, token: str, user_id: str) -> dict[str, Any]:
    """Return what the user of a token may know of another."""
    answer = jwt_client.call("get-user-public-profile", path={"user_id": user_id}, bearer=token)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def without(profile: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return a profile but for some properties."""
    return {name: value for name, value in profile.items() if name not in names}


def filled(length: int, text: str) -> str:
    """Return so many characters: the text over and over, then one of its own, so that a lost end shows."""
    return (text * length)[: length - 1] + "$"


def by_network(oauth_client: OAuthClient, identity: str, **profile: str) -> str:
    secret = oauth_client.social("google", identity, **profile).access_token
    answer = oauth_client.jwt_client.call(
        "jwt-auth-via-access-token-of-social-network",
        path={"provider_name": "google"},
        body={"access_token": secret},
    )
    return str(answer.json()["token"])
