"""The end of a login: what the address that the user landed on is worth."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from attrs import field, frozen
from xsolla_login_client.error_codes import CODES
from xsolla_login_client.errors import LoginError
from xsolla_login_client.masking import without_secrets
from xsolla_login_client.pkce import same_state


@frozen
class Landing:
    """What the query of an address says of a login: a user token, or a code that is worth one."""

    token: str | None = field(repr=False)
    code: str | None = field(repr=False)


def landing(url: str, *, state: str | None, takes_token: bool) -> Landing:
    """Read the address where a login ended, which was started with `state` if it was one of OAuth 2.0.

    Anybody can make an address with a token: without `takes_token`, it counts for nothing.

    Raises:
        ValueError: it is no such address, or not that of a login that was started here.
        LoginError: it tells that the login failed; a documented code has its class.
    """
    try:
        given = dict(parse_qsl(urlsplit(url).query))
    except ValueError:
        raise ValueError("login_url: an address is expected") from None
    if given.get("error") or given.get("error_code"):
        code = given.get("error_code") or given["error"]
        kind = CODES.get(code, LoginError)
        raise kind(without_secrets(given.get("error_description") or "the login failed"), code=code)
    found = Landing(given.get("token") if takes_token else None, given.get("code"))
    if "token" in given and found.token is None and found.code is None:
        raise ValueError("login_url: a token is in it, but a login of OAuth 2.0 ends on a code")
    if found.token is None and found.code is None:
        raise ValueError("login_url: neither a token nor a code is in it")
    if found.code is not None and not same_state(state, given.get("state")):
        raise ValueError("login_url: its state is not the one that the login was started with")
    return found


__all__ = ["Landing", "landing"]
