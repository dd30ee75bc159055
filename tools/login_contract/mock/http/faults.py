"""Faults on order: latency, an error status or a dropped connection, so many times."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen
from starlette.types import Scope, Send

from login_contract.mock.contract.call import Reply
from login_contract.mock.errors import envelope
from login_contract.mock.http.protocol import DROP_CONNECTION
from login_contract.mock.http.visit import Visit
from login_contract.mock.store.database import Transaction

CONTROL_PREFIX = "/_mock"


class ConnectionDropped(Exception):
    """A fault closed the connection in place of an answer."""


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
    tx.execute(
        "INSERT INTO faults (operation_id, remaining, effect) VALUES (:operation_id, :times, :effect)",
        operation_id=operation_id,
        times=times,
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


async def fault(visit: Visit) -> Reply | None:
    """Let the request suffer what was ordered for its operation; the control interface is spared.

    Raises:
        ConnectionDropped: the connection is being closed, there is nothing more to answer.
    """
    operation = visit.operation
    if not visit.may_fault or operation is None or operation.path.startswith(CONTROL_PREFIX):
        return None
    taken = await visit.services.store.transaction(lambda tx: take(tx, operation.operation_id))
    return await _strike(taken, visit.incoming.scope, visit.send) if taken is not None else None


async def _strike(fault: Fault, scope: Scope, send: Send) -> Reply | None:
    if fault.latency_seconds:
        await asyncio.sleep(fault.latency_seconds)
    if fault.drop_connection:
        extension = scope.get("extensions", {}).get(DROP_CONNECTION)
        if extension is not None:
            extension["drop"]()
            raise ConnectionDropped
        # Another server closes the connection when headers promise a body and none comes.
        headers = [(b"content-length", b"1"), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        raise ConnectionDropped
    if fault.status:
        return Reply.json(envelope(fault.code or str(fault.status), fault.description), status=fault.status)
    return None
