"""The server's state as a whole: readiness, reset, clock, faults, deliveries."""

from __future__ import annotations

from login_contract.mock import seeding
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.contract.refusals import INVALID_VALUE, NOT_FOUND
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services
from login_contract.mock.store import deliveries, faults, state
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.watch import announce_change

MAX_OFFSET_SECONDS = 100 * 366 * 86400


@serves("healthz")
async def healthz(call: Call, services: Services) -> Reply:
    """Say that the server is ready."""
    await services.store.read(lambda tx: None)
    return Reply.json({"status": "ok"})


@serves("mock-reset")
async def mock_reset(call: Call, services: Services) -> Reply:
    """Return to the configured state and to real time."""
    await services.store.transaction(lambda tx: seeding.reset(tx, services))
    return Reply.empty()


@serves("mock-changes")
async def mock_changes(call: Call, services: Services) -> Reply:
    """Tell the count of changes; with ``wait``, wait until it is another one than ``after``."""
    after: int = call.query["after"]

    def look(tx: Transaction) -> int | None:
        return tx.changes if tx.changes != after else None

    found = await services.watch.until(look, seconds=call.query["wait"])
    return Reply.json({"changes": after if found is None else found})


def _clock(tx: Transaction) -> Reply:
    return Reply.json({"now": tx.now, "offset_seconds": tx.clock_offset})


@serves("mock-clock-read")
async def mock_clock_read(call: Call, services: Services) -> Reply:
    """Tell the mock's time."""
    return await services.store.read(_clock)


@serves("mock-clock-advance")
async def mock_clock_advance(call: Call, services: Services) -> Reply:
    """Move time forward."""
    await advance(services, call.body["advance_seconds"])
    return await services.store.read(_clock)


async def advance(services: Services, seconds: float) -> None:
    """Move time forward for everybody.

    Raises:
        LoginError: 400 002-027, beyond a hundred years.
    """

    def move(tx: Transaction) -> None:
        if tx.clock_offset + seconds > MAX_OFFSET_SECONDS:
            raise LoginError(INVALID_VALUE, "The clock cannot be moved more than a hundred years.")
        state.move_clock(tx, seconds)
        announce_change(tx)

    await services.store.transaction(move)
    services.delivery_worker.wake()


@serves("mock-webhooks-list")
async def mock_webhooks_list(call: Call, services: Services) -> Reply:
    """List webhook deliveries, newest first."""
    project_id: str | None = call.query.get("project_id")
    found = await services.store.read(lambda tx: deliveries.newest(tx, project_id))
    return Reply.json({"deliveries": found})


@serves("mock-faults-create")
async def mock_faults_create(call: Call, services: Services) -> Reply:
    """Let the next calls of an operation go wrong."""
    effect = dict(call.body)
    operation_id, times = effect.pop("operation_id"), effect.pop("times", 1)
    operation = compiled().operations.get(operation_id)
    if operation is None or operation.control:
        raise LoginError(NOT_FOUND, because=f"{operation_id} is no call of the API")
    await services.store.transaction(lambda tx: faults.order(tx, operation_id, times, effect))
    return Reply.empty()
