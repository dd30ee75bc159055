"""Faults on order, as a request suffers them: latency, an error status or a dropped connection."""

from __future__ import annotations

import asyncio

from starlette.types import Scope, Send

from login_contract.mock.calls.call import Reply
from login_contract.mock.contract.compiled import CompiledOperation
from login_contract.mock.errors import envelope, flat
from login_contract.mock.http.protocol import DROP_CONNECTION
from login_contract.mock.http.visit import Visit
from login_contract.mock.store import faults
from login_contract.mock.store.faults import Fault


class ConnectionDropped(Exception):
    """A fault closed the connection in place of an answer."""


async def fault(visit: Visit) -> Reply | None:
    """Let the request suffer what was ordered for its operation; the control interface is spared.

    Raises:
        ConnectionDropped: the connection is being closed, there is nothing more to answer.
    """
    operation = visit.operation
    if not visit.may_fault or operation is None or operation.control:
        return None
    taken = await visit.services.store.transaction(lambda tx: faults.take(tx, operation.operation_id))
    return await _strike(taken, operation, visit.incoming.scope, visit.send) if taken is not None else None


async def _strike(fault: Fault, operation: CompiledOperation, scope: Scope, send: Send) -> Reply | None:
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
        answer = operation.response(fault.status)
        written = flat if answer is not None and answer.flat else envelope
        return Reply.json(written(fault.code or str(fault.status), fault.description), status=fault.status)
    return None
