"""Faults on order: latency, an error status or a dropped connection, so many times."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.mock.store.database import Transaction


@frozen
class Fault:
    """What happens to one request; ``status`` 0 leaves the answer as it is."""

    latency_seconds: float = 0
    status: int = 0
    code: str | None = None
    description: str = "A fault was ordered for this request."
    drop_connection: bool = False


def order(tx: Transaction, operation_id: str, times: int, effect: Mapping[str, Any]) -> None:
    """Let the next ``times`` requests to an operation suffer an effect (fields of Fault)."""
    tx.insert(
        "faults",
        operation_id=operation_id,
        remaining=times,
        effect=json.dumps(dict(effect)),
    )
    _count(tx)


def take(tx: Transaction, operation_id: str) -> Fault | None:
    """Use up the oldest fault ordered for an operation, if there is one."""
    row = tx.one(
        "SELECT position, effect FROM faults WHERE operation_id = :operation_id AND remaining > 0"
        " ORDER BY position LIMIT 1",
        operation_id=operation_id,
    )
    if row is None:
        return None
    taken = tx.execute(
        "UPDATE faults SET remaining = remaining - 1 WHERE position = :position AND remaining > 0",
        position=row["position"],
    )
    _count(tx)
    return Fault(**json.loads(row["effect"])) if taken else None


def _count(tx: Transaction) -> None:
    tx.execute("UPDATE state SET pending_faults = (SELECT COALESCE(SUM(remaining), 0) FROM faults)")
