"""The token endpoint of OAuth 2.0, as facades ask it for tokens."""

from __future__ import annotations

import time
from typing import Any

import httpx
from xsolla_login_client.answers import read, success
from xsolla_login_client.operation import Operation
from xsolla_login_client.tokens import Tokens

# Not that of the generated module: a client of a team's own may have been made without that call.
OPERATION = Operation("generate-jwt", repeatable=False, successes={"200": "body"})
PATH = "/oauth2/token"


def asked(**form: object) -> dict[str, Any]:
    """Return the arguments of a request for tokens; what is empty is left out of its form."""
    return {"method": "post", "url": PATH, "data": {name: str(each) for name, each in form.items() if each}}


def granted(response: httpx.Response) -> Tokens:
    """Return the tokens that an answer brings.

    Raises:
        LoginError: it brings none.
    """
    tokens: Tokens = success(OPERATION, read(_tokens, response))
    return tokens


def _tokens(response: httpx.Response) -> Tokens | None:
    if response.status_code != 200:
        return None
    body = response.json()
    return Tokens(body["access_token"], body.get("refresh_token"), time.time() + body["expires_in"])


__all__ = ["OPERATION", "asked", "granted"]
