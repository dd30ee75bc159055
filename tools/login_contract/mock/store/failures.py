"""Wrong passwords, counted per login name, and the locks that follow."""

from __future__ import annotations

from login_contract.mock.store.database import Transaction


def locked(tx: Transaction, project_id: str, login: str) -> bool:
    """Say whether a login name is locked now."""
    row = tx.one(
        "SELECT locked_until FROM failures WHERE project_id = :project_id AND login = :login",
        project_id=project_id,
        login=login,
    )
    return row is not None and row["locked_until"] > tx.now


def record(tx: Transaction, project_id: str, login: str, *, attempts: int, seconds: float) -> None:
    """Count a wrong password; the last of so many locks for ``seconds`` and starts the count anew."""
    tx.execute(
        "INSERT INTO failures (project_id, login, count) VALUES (:project_id, :login, 1)"
        " ON CONFLICT (project_id, login) DO UPDATE SET count = failures.count + 1",
        project_id=project_id,
        login=login,
    )
    tx.execute(
        "UPDATE failures SET count = 0, locked_until = :locked_until"
        " WHERE project_id = :project_id AND login = :login AND count >= :attempts",
        project_id=project_id,
        login=login,
        attempts=attempts,
        locked_until=tx.now + seconds,
    )


def forget(tx: Transaction, project_id: str, login: str) -> None:
    """Start anew after a right password or a reset."""
    tx.execute(
        "DELETE FROM failures WHERE project_id = :project_id AND login = :login",
        project_id=project_id,
        login=login,
    )
