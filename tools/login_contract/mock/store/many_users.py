"""Many users at once: what is taken is asked in one question, and who is free is written in one statement."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from string import ascii_lowercase

from attrs import evolve, field, frozen

from login_contract.mock.names import comparable
from login_contract.mock.store import tags, user_rows, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User

USERNAME = "username"
STEAM = "steam"


@frozen
class Newcomer:
    """A user who is to come into being, with an id on the partner's server and accounts by their networks."""

    user: User
    server_custom_id: str | None = None
    accounts: Mapping[str, str] = field(factory=dict)


@frozen
class Taken:
    """What is somebody's already, as far as it was asked for: names in one project, ids of users in all."""

    usernames: set[str]
    emails: set[str]
    phone_numbers: set[str]
    user_ids: set[str]
    custom_ids: set[str]
    accounts: Mapping[str, set[str]]

    @classmethod
    def among(cls, tx: Transaction, project_id: str, wanted: Sequence[Newcomer]) -> Taken:
        """Ask what of newcomers is taken, in a transaction that keeps others from taking any."""
        of_project = {"project_id": project_id}
        users = [each.user for each in wanted]
        # A username must not equal another user's address.
        names = _known(comparable(name) for user in users for name in (user.username, user.email) if name)
        networks = {network for each in wanted for network in each.accounts}
        return cls(
            usernames=_found(tx, "users", "username_key", names, of_project),
            emails=_found(tx, "users", "email_key", names, of_project),
            phone_numbers=_found(
                tx, "users", "phone_number", _known(user.phone_number for user in users), of_project
            ),
            user_ids=_found(tx, "users", "user_id", _known(user.user_id for user in users)),
            custom_ids=_found(
                tx,
                "server_custom_ids",
                "server_custom_id",
                _known(each.server_custom_id for each in wanted),
                of_project,
            ),
            accounts={
                network: _found(
                    tx,
                    "external_accounts",
                    "external_id",
                    _known(each.accounts.get(network) for each in wanted),
                    {**of_project, "provider": network},
                )
                for network in networks
            },
        )

    def of(self, newcomer: Newcomer) -> str | None:
        """Return what of a newcomer is somebody's already, None where nothing is."""
        user = newcomer.user
        name = comparable(user.username) if user.username is not None else None
        address = comparable(user.email) if user.email is not None else None
        taken = {
            USERNAME: name in self.usernames,
            "email": name in self.emails or address in self.usernames or address in self.emails,
            "phone_number": user.phone_number in self.phone_numbers,
            "user_id": user.user_id in self.user_ids,
            "server_custom_id": newcomer.server_custom_id in self.custom_ids,
            **{
                f"provider|{network}": account in self.accounts[network]
                for network, account in newcomer.accounts.items()
            },
        }
        return next((what for what, is_taken in taken.items() if is_taken), None)

    def take(self, newcomer: Newcomer) -> None:
        """Give a newcomer what is theirs."""
        user = newcomer.user
        for mine, all_of_kind in (
            (comparable(user.username) if user.username is not None else None, self.usernames),
            (comparable(user.email) if user.email is not None else None, self.emails),
            (user.phone_number, self.phone_numbers),
            (user.user_id, self.user_ids),
            (newcomer.server_custom_id, self.custom_ids),
            *((account, self.accounts[network]) for network, account in newcomer.accounts.items()),
        ):
            if mine is not None:
                all_of_kind.add(mine)


def add_free(
    tx: Transaction, project_id: str, wanted: Sequence[Newcomer], *, until_taken: bool = False
) -> list[str | None]:
    """Add whoever takes nothing that is somebody's, each whole, in a transaction that adds alone.

    Returns of each, in their order, what was taken, None of those who were added; with ``until_taken`` nobody
    is added after the first one of whom something was.
    """
    taken = Taken.among(tx, project_id, wanted)
    told: list[str | None] = []
    free: list[Newcomer] = []
    for newcomer in wanted:
        told.append(taken.of(newcomer))
        if told[-1] is None:
            taken.take(newcomer)
            free.append(newcomer)
        elif until_taken:
            break
    _add(tx, project_id, free)
    return told


def _add(tx: Transaction, project_id: str, free: Sequence[Newcomer]) -> None:
    tx.insert_all("users", [user_rows.row(tx, user) for user in _tagged(tx, [each.user for each in free])])
    ids = [(each.user.user_id, each.server_custom_id) for each in free if each.server_custom_id is not None]
    tx.insert_all(
        "server_custom_ids",
        [{"project_id": project_id, "server_custom_id": mine, "user_id": user} for user, mine in ids],
    )
    accounts = [(each.user.user_id, *account) for each in free for account in each.accounts.items()]
    tx.insert_all(
        "external_accounts",
        [
            {"project_id": project_id, "provider": network, "external_id": mine, "user_id": user}
            for user, network, mine in accounts
        ],
    )


def _tagged(tx: Transaction, free: Sequence[User]) -> Iterator[User]:
    """Yield users of one project, with a tag beside each nickname."""
    named = sum(user.nickname is not None for user in free)
    given = iter(tags.give(tx, free[0].project_id, named) if named else ())
    for user in free:
        yield user if user.nickname is None else evolve(user, tag=next(given, None))


def page(tx: Transaction, project_id: str, after: int, most: int) -> tuple[int, list[Newcomer]]:
    """Return users of a project as newcomers elsewhere, and the number of the last; those behind a number."""
    found = users.behind(tx, project_id, after, most)
    ids = {user.user_id for user in found.values()}
    custom = _by_user(tx, "server_custom_ids", "server_custom_id", ids)
    steam = _by_user(tx, "external_accounts", "external_id", ids, {"provider": STEAM})
    newcomers = [
        Newcomer(
            user,
            custom.get(user.user_id),
            {STEAM: steam[user.user_id]} if user.user_id in steam else {},
        )
        for user in found.values()
    ]
    return max(found, default=after), newcomers


def _by_user(
    tx: Transaction, table: str, column: str, ids: Collection[str], within: Mapping[str, str] | None = None
) -> dict[str, str]:
    if not ids:
        return {}
    named = dict(zip(_names(), ids, strict=False))
    places = ", ".join(f"(:{name})" for name in named)
    conditions = " AND ".join(["user_id = wanted.found", *(f"{name} = :{name}" for name in within or {})])
    rows = tx.all(
        f"WITH wanted (found) AS (VALUES {places})"
        f" SELECT user_id, {column} AS value FROM wanted JOIN {table} ON {conditions} ORDER BY {column} DESC",
        **named,
        **(within or {}),
    )
    return {row["user_id"]: row["value"] for row in rows}


def _names() -> Iterator[str]:
    # The name of a placeholder has no digits.
    return ("".join(letters) for letters in product(ascii_lowercase, repeat=4))


def _known(values: Iterable[str | None]) -> set[str]:
    return {value for value in values if value is not None}


def _found(
    tx: Transaction, table: str, column: str, values: Collection[str], within: Mapping[str, str] | None = None
) -> set[str]:
    if not values:
        return set()
    given = dict(zip(_names(), values, strict=False))
    places = ", ".join(f"(:{name})" for name in given)
    conditions = " AND ".join([f"{column} = wanted.found", *(f"{name} = :{name}" for name in within or {})])
    # Not a long IN: PostgreSQL compares each value with each row before it knows how large the table is.
    rows = tx.all(
        f"WITH wanted (found) AS (VALUES {places}) SELECT found FROM wanted"
        f" WHERE EXISTS (SELECT 1 FROM {table} WHERE {conditions})",
        **given,
        **(within or {}),
    )
    return {row["found"] for row in rows}
