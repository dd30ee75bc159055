"""Files that mails lead to: written piece by piece, found by names nobody guesses, gone after a while."""

from __future__ import annotations

from login_contract.mock.store.database import Transaction

LIFETIME_SECONDS = 7 * 24 * 3600


def begin(tx: Transaction, project_id: str, name: str) -> None:
    """Begin a file; what has expired meanwhile is removed."""
    tx.execute(
        "DELETE FROM file_pieces WHERE name IN (SELECT name FROM files WHERE expires_at <= :now)", now=tx.now
    )
    tx.execute("DELETE FROM files WHERE expires_at <= :now", now=tx.now)
    tx.insert("files", name=name, project_id=project_id, expires_at=tx.now + LIFETIME_SECONDS)


def append(tx: Transaction, name: str, piece: str) -> None:
    """Add a piece to the end of a file."""
    tx.insert("file_pieces", name=name, piece=piece)


def find(tx: Transaction, name: str) -> str | None:
    """Return what is in a file, None when there is none, or none any more."""
    held = tx.one(
        "SELECT 1 AS held FROM files WHERE name = :name AND expires_at > :now", name=name, now=tx.now
    )
    if held is None:
        return None
    rows = tx.all("SELECT piece FROM file_pieces WHERE name = :name ORDER BY position", name=name)
    return "".join(row["piece"] for row in rows)
