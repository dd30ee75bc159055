"""Wrong passwords, counted per login name, and the locks that follow."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.store.database import Transaction


@frozen
class Failures:
    """Wrong passwords of a login name since its last right one; it is locked until a time in unix seconds."""

    locked_until: float


def find(tx: Transaction, project_id: str, login: str) -> Failures | None:
    """Return the wrong passwords of a login name, if there are any."""
    row = tx.one(
        "SELECT locked_until FROM failures WHERE project_id = :project_id AND login = :login",
        project_id=project_id,
        login=login,
    )
    return Failures(row["locked_until"]) if row is not None else None


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
