"""The ways in which somebody can log in, of which one always has to stay."""

from __future__ import annotations

from attrs import field, frozen

from login_contract.mock.contract.refusals import NOT_AVAILABLE
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import external_accounts
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User

PASSWORD, EMAIL, PHONE = "password", "email", "phone"


@frozen
class Way:
    """One way to log in.

    ``kind`` is ``password``, ``email`` or ``phone`` (by a code), ``external_accounts.DEVICE``, or the name of
    a social network; ``value`` is the address, the number, or the id there.
    """

    kind: str
    value: str = field(default="", repr=False)


def ways_in(tx: Transaction, project: Project, user: User) -> list[Way]:
    """Return every way in which a user can log in without anybody's help.

    What is not proven yet is none, nor a network that the project has withdrawn, nor the id on a partner's
    server, which only that server can use.
    """
    ways = []
    keeps_password = user.password_hash is not None or project["storage"] == "custom"
    if user.confirmed and keeps_password and (user.username or user.email) is not None:
        ways.append(Way(PASSWORD))
    if user.confirmed and user.email is not None:
        ways.append(Way(EMAIL, user.email))
    if user.phone_number is not None:
        ways.append(Way(PHONE, user.phone_number))
    offered = {external_accounts.DEVICE, *project["social_providers"]}
    accounts = external_accounts.of_user(tx, user.user_id)
    return [*ways, *(Way(each.provider, each.external_id) for each in accounts if each.provider in offered)]


def keep_one(tx: Transaction, project: Project, user: User, kind: str, value: str | None = None) -> None:
    """Refuse to take a way of a user's away that is the last one; without a ``value``, all of its kind.

    Hold the user's row, so that nobody takes another one away at the same moment.

    Raises:
        LoginError: 422 003-020, the user could not log in any more.
    """
    left = [
        way
        for way in ways_in(tx, project, user)
        if way.kind != kind or (value is not None and way.value != value)
    ]
    if not left:
        because = f"{kind} is the last way in which user {user.user_id} can log in"
        raise LoginError(NOT_AVAILABLE, because=because)
