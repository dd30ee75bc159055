"""Which scopes a user lets a client have."""

from __future__ import annotations

from collections.abc import Iterable

from login_contract.mock.store.database import Transaction


def decide(tx: Transaction, user_id: str, client_id: int, scopes: Iterable[str], *, approved: bool) -> None:
    """Note a user's decision; the latest one about a scope counts."""
    for scope in scopes:
        tx.put(
            "consents",
            ("user_id", "client_id", "scope"),
            user_id=user_id,
            client_id=client_id,
            scope=scope,
            approved=int(approved),
        )


def copy(tx: Transaction, user_id: str, to_user_id: str) -> None:
    """Give a user what another one has decided, where they have decided nothing themselves."""
    tx.execute(
        "INSERT INTO consents (user_id, client_id, scope, approved)"
        " SELECT :to_user_id, client_id, scope, approved FROM consents WHERE user_id = :user_id"
        " ON CONFLICT DO NOTHING",
        to_user_id=to_user_id,
        user_id=user_id,
    )


def approved(tx: Transaction, user_id: str, client_id: int) -> set[str]:
    """Return the scopes that a user has approved."""
    rows = tx.all(
        "SELECT scope FROM consents WHERE user_id = :user_id AND client_id = :client_id AND approved = 1",
        user_id=user_id,
        client_id=client_id,
    )
    return {row["scope"] for row in rows}
