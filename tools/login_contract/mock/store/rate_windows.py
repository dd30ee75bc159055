"""Fixed windows in which requests are counted."""

from __future__ import annotations

from login_contract.mock.store.database import Transaction


def count(
    tx: Transaction, project_id: str, operation_id: str, client: str, *, limit: int, per_seconds: float
) -> float:
    """Count one request; return the seconds until the window ends when it is over the limit, else 0."""
    row = tx.row(
        "INSERT INTO rate_windows (project_id, operation_id, client, window_end, count)"
        " VALUES (:project_id, :operation_id, :client, :window_end, 1)"
        " ON CONFLICT (project_id, operation_id, client) DO UPDATE SET"
        " count = CASE WHEN rate_windows.window_end <= :now THEN 1 ELSE rate_windows.count + 1 END,"
        " window_end = CASE WHEN rate_windows.window_end <= :now THEN excluded.window_end"
        " ELSE rate_windows.window_end END"
        " RETURNING count, window_end",
        project_id=project_id,
        operation_id=operation_id,
        client=client,
        window_end=tx.now + per_seconds,
        now=tx.now,
    )
    wait: float = row["window_end"] - tx.now
    return wait if row["count"] > limit else 0.0
