"""Username, address and password that an account gets after it was made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import asdict, evolve, field, frozen

from login_contract.mock.contract.refusals import CONTACT_TAKEN, USERNAME_TAKEN
from login_contract.mock.errors import LoginError
from login_contract.mock.names import comparable
from login_contract.mock.store import users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import shown


@frozen(kw_only=True)
class Credentials:
    """What somebody wants to log in with; they travel with the link that confirms the address."""

    username: str
    email: str
    password_hash: str = field(repr=False)
    promo_email_agreement: int = 1

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Credentials:
        """Read what ``to_json`` wrote."""
        return cls(**value)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return asdict(self)

    def is_proven_for(self, user: User) -> bool:
        """Say whether the address is one that the user has proven already."""
        return user.confirmed and user.email is not None and comparable(user.email) == comparable(self.email)


def check_free(tx: Transaction, user: User, wanted: Credentials) -> None:
    """Refuse a username or an address of somebody else.

    Raises:
        LoginError: 422 003-003 or 003-004.
    """
    if not users.name_is_free(tx, user, wanted.username):
        raise LoginError(USERNAME_TAKEN, because=f"another user has {shown(wanted.username)}")
    if not users.contact_is_free(tx, user, "email", wanted.email):
        raise LoginError(CONTACT_TAKEN, because=f"another user has {shown(wanted.email)}")


def give(tx: Transaction, user: User, wanted: Credentials) -> User:
    """Let a user log in with a username or an address and a password from now on.

    Raises:
        LoginError: 422 003-003 or 003-004, a name is taken.
    """
    users.one_at_a_time(tx, user.project_id)
    check_free(tx, user, wanted)
    given = evolve(
        user,
        username=wanted.username,
        email=wanted.email,
        password_hash=wanted.password_hash,
        confirmed=True,
    )
    users.name(tx, given)
    users.set_fields(tx, given, {"promo_email_agreement": wanted.promo_email_agreement})
    return given
