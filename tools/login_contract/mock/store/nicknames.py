"""Where a nickname stands among others, in the lists of those who know its user."""

from __future__ import annotations

from login_contract.mock.names import comparable
from login_contract.mock.store.database import Transaction

# As many as the longest nickname has in UTF-8. One sign may compare as eighteen others, but an index holds no
# keys of any length, and a cursor has to fit into an address.
MOST_BYTES = 1020


def name_key(nickname: str | None) -> str:
    """Return what sorts nicknames by code point in any database, whatever their case; none comes first."""
    return comparable(nickname or "").encode()[:MOST_BYTES].hex()


def renamed(tx: Transaction, user_id: str, nickname: str | None) -> None:
    """Let a user stand under another nickname in the lists of others."""
    tx.change("relationships", ("other_id",), other_id=user_id, name_key=name_key(nickname))
