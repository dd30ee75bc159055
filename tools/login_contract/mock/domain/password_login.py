"""Who a username and a password belong to, unless too many wrong ones have locked the account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.mock.domain import passwords
from login_contract.mock.errors import LoginError
from login_contract.mock.settings import Project
from login_contract.mock.store import failures, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User

CAPTCHA_HEADERS = ("X-LOT-NUMBER", "X-CAPTCHA-OUTPUT", "X-PASS-TOKEN", "X-GEN-TIME")


def user_of(
    tx: Transaction, project: Project, login: str, password: str, *, headers: Mapping[str, Any]
) -> User:
    """Return the user whose password is right; ``headers`` may hold a solved captcha.

    Raises:
        LoginError: 401 003-001, 401 003-007 (not confirmed), 422 002-057 or 003-038 (locked).
    """
    # Held, so that a reset either revokes the session that begins here or changed the password before.
    user = users.by_login(tx, project.project_id, login, hold=True)
    failing = user.user_id if user else users.key(login)
    solved = project.lockout.captcha and all(headers.get(name) for name in CAPTCHA_HEADERS)
    if not solved and failures.locked(tx, project.project_id, failing):
        if project.lockout.captcha:
            raise LoginError(422, "003-038", headers={"x-captcha-enabled": "1"})
        raise LoginError(422, "002-057")
    # The hash is cheap enough to be checked inside the transaction, where nothing can change meanwhile.
    if not passwords.matches(user.password_hash if user else None, password) or user is None:
        failures.record(tx, project.project_id, failing, project.lockout)
        raise LoginError(401, "003-001")
    failures.forget(tx, project.project_id, failing)
    if not user.confirmed:
        raise LoginError(401, "003-007")
    return user
