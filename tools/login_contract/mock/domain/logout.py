"""Ending what a user is signed in with."""

from __future__ import annotations

from login_contract.mock.store import authorization_codes, refresh_tokens, sessions, sso_sessions, users
from login_contract.mock.store.database import Transaction


def end_tokens(tx: Transaction, user_id: str) -> None:
    """End every access and refresh token of a user, and every code that could become one."""
    # Whoever makes a new token of what is old holds the user as well, and so comes before this or after it.
    users.hold(tx, user_id)
    sessions.revoke_all(tx, user_id)
    refresh_tokens.revoke_all(tx, user_id)
    authorization_codes.void_all(tx, user_id)


def end_everything(tx: Transaction, user_id: str) -> None:
    """End every token of a user and sign them out of every browser."""
    end_tokens(tx, user_id)
    sso_sessions.forget_user(tx, user_id)
