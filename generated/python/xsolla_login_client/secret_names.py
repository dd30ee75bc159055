"""What the API description calls secret."""

from __future__ import annotations

#: Parameters of addresses and properties of JSON objects, by their names.
NAMES: frozenset[str] = frozenset(
    {
        "access_token",
        "access_token_secret",
        "auth_url",
        "challenge_id",
        "client_secret",
        "code",
        "code_verifier",
        "new_password",
        "password",
        "redirect_url",
        "refresh_token",
        "reset_code",
        "session_ticket",
        "state",
        "subject_token",
        "token",
        "url",
        "verify_code",
    }
)
#: Headers, in small letters.
HEADERS: frozenset[str] = frozenset(
    {"authorization", "cookie", "set-cookie", "x-captcha-output", "x-pass-token", "x-server-authorization"}
)
