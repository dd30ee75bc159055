"""Many users at once: what is taken is asked in one question, and who is free is written in one statement."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product
from string import ascii_lowercase

from attrs import evolve, field, frozen

from login_contract.mock.names import comparable
from login_contract.mock.store import tags, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User


@frozen
class Taken:
    """What is somebody's already, as far as it was asked for: names in one project, ids in all."""

    usernames: set[str] = field(factory=set)
    emails: set[str] = field(factory=set)
    phone_numbers: set[str] = field(factory=set)
    user_ids: set[str] = field(factory=set)

    @classmethod
    def among(cls, tx: Transaction, project_id: str, wanted: Sequence[User]) -> Taken:
        """Ask which names of users are taken, in a transaction that keeps others from taking any."""
        of_project = ("project_id", project_id)
        # A username must not equal another user's address.
        names = {
            comparable(name) for user in wanted for name in (user.username, user.email) if name is not None
        }
        numbers = {user.phone_number for user in wanted if user.phone_number is not None}
        return cls(
            usernames=_found(tx, "username_key", names, of_project),
            emails=_found(tx, "email_key", names, of_project),
            phone_numbers=_found(tx, "phone_number", numbers, of_project),
            user_ids=_found(tx, "user_id", {user.user_id for user in wanted}),
        )

    def username_of(self, user: User) -> bool:
        """Say whether somebody has a user's name."""
        return user.username is not None and comparable(user.username) in self.usernames

    def contact_of(self, user: User) -> bool:
        """Say whether somebody has a user's address, number or id, or their name as an address."""
        address = comparable(user.email) if user.email is not None else None
        return (
            (user.username is not None and comparable(user.username) in self.emails)
            or address in self.usernames
            or address in self.emails
            or user.phone_number in self.phone_numbers
            or user.user_id in self.user_ids
        )

    def take(self, user: User) -> None:
        """Give a user what is theirs."""
        if user.username is not None:
            self.usernames.add(comparable(user.username))
        if user.email is not None:
            self.emails.add(comparable(user.email))
        if user.phone_number is not None:
            self.phone_numbers.add(user.phone_number)
        self.user_ids.add(user.user_id)


def add(tx: Transaction, free: Iterable[User]) -> None:
    """Add users whose names are free."""
    tx.insert_all("users", [users.row(tx, user) for user in _tagged(tx, list(free))])


def _tagged(tx: Transaction, free: Sequence[User]) -> Iterator[User]:
    """Yield users of one project, with a tag beside each nickname."""
    named = sum(user.nickname is not None for user in free)
    given = iter(tags.give(tx, free[0].project_id, named) if named else ())
    for user in free:
        yield user if user.nickname is None else evolve(user, tag=next(given, None))


def _found(
    tx: Transaction, column: str, values: Collection[str], within: tuple[str, str] | None = None
) -> set[str]:
    if not values:
        return set()
    # The name of a placeholder has no digits.
    names = ("".join(letters) for letters in product(ascii_lowercase, repeat=4))
    given = dict(zip(names, values, strict=False))
    places = ", ".join(f"(:{name})" for name in given)
    condition = f"{within[0]} = :within AND " if within else ""
    # Not a long IN: PostgreSQL compares each value with each row before it knows how large the table is.
    rows = tx.all(
        f"WITH wanted (found) AS (VALUES {places}) SELECT found FROM wanted"
        f" WHERE EXISTS (SELECT 1 FROM users WHERE {condition}{column} = wanted.found)",
        **given,
        **({"within": within[1]} if within else {}),
    )
    return {row["found"] for row in rows}
