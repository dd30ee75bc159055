"""Defects that show only in what happens afterwards."""

from __future__ import annotations

import pytest

from login_contract.mock.flows import login
from login_contract.mock.store import refresh_tokens, sessions, sso_sessions
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.sso_sessions import SsoSession


def login_with_logout_leaves_codes(patch: pytest.MonkeyPatch) -> None:
    def end_tokens(tx: Transaction, user_id: str) -> None:
        sessions.revoke_all(tx, user_id)
        refresh_tokens.revoke_all(tx, user_id)

    patch.setattr(login, "end_tokens", end_tokens)


def earlier_cookie_stays_good(patch: pytest.MonkeyPatch) -> None:
    """Give a browser a new secret with every sign-in, and go on honouring the old one."""
    sound = sso_sessions.sign_in

    def sign_in(tx: Transaction, session: SsoSession, *, before: str | None) -> None:
        sound(tx, session, before=None)

    patch.setattr(sso_sessions, "sign_in", sign_in)
