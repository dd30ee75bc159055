"""What the login operations read alike from their query."""

from __future__ import annotations

from login_contract.mock.call import Call
from login_contract.mock.domain import redirects
from login_contract.mock.domain.logins import LoginRequest


def login_request(call: Call, *, token_type: str, remember_me: bool | None = None) -> LoginRequest:
    """Read the shared query parameters of a login.

    Raises:
        LoginError: 422 010-011 or 010-012, ``login_url`` is missing or not registered.
    """
    return LoginRequest(
        login_url=redirects.login_url(call.project, call.query.get("login_url")),
        token_type=token_type,
        payload=call.query.get("payload"),
        with_logout=call.query.get("with_logout") in ("1", "true"),
        remember_me=remember_me,
    )
