"""Delivers queued events: after the commit, in order for each user, again when it did not work."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from typing import Any

from attrs import frozen

from login_contract.mock.domain.events import WEBHOOK
from login_contract.mock.domain.projects import Projects
from login_contract.mock.outgoing.http_caller import Answered, Unanswered, post_json
from login_contract.mock.outgoing.partner_answer import ACCEPTED, FAILED, REFUSED, TIMED_OUT
from login_contract.mock.store import deliveries, event_queue
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.deliveries import LoggedDelivery
from login_contract.mock.store.event_queue import QueuedEvent
from login_contract.mock.store.watch import Watch
from login_contract.mock.terminal import Terminal

# After a try that failed 5, 10, 20, 40, 80, 160 and 320 seconds of the mock's time pass; then it is given up.
TRIES = 8
FIRST_PAUSE_SECONDS = 5
# Real seconds that a claim outlasts the longest call.
CLAIM_GRACE_SECONDS = 10
# How often a worker looks at least whether another one, which is gone, has left something behind.
GLANCE_SECONDS = 5
STOP_SECONDS = 1
TROUBLE_SECONDS = 1
log = logging.getLogger("login_contract.mock")


@frozen
class DeliveryTask:
    """An event that this worker has claimed, and how many seconds its receiver may take."""

    event: QueuedEvent
    timeout: float


@frozen
class Outcome:
    """How a try went."""

    verdict: str
    remark: str | None
    answer: Answered | None = None


class DeliveryWorker:
    """The one task of a worker that delivers events.

    It sleeps until it is woken, and looks at the store by itself while something is queued, else only now and
    then. Every worker delivers whatever is due, also what another one has left behind.
    """

    def __init__(self, store: Store, projects: Projects, watch: Watch, terminal: Terminal) -> None:
        self._store = store
        self._projects = projects
        self._watch = watch
        self._terminal = terminal
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        self._stopping = False
        self._under_way: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Look at the queue; may be called from any thread."""
        loop = self._loop
        if loop is not None:
            # The loop may end at this very moment; the next run finds what is queued.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._woken.set)

    def stop(self) -> None:
        """Let ``run`` end."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        """Deliver until stopped; calls under way have a second to end."""
        self._loop = asyncio.get_running_loop()
        try:
            while not self._ending:
                self._woken.clear()
                try:
                    await self._pause(await self._set_out())
                except Exception:
                    log.exception("events cannot be delivered for now")
                    await asyncio.sleep(TROUBLE_SECONDS)
        finally:
            self._loop = None
            await self._finish()

    @property
    def _ending(self) -> bool:
        return self._stopping or self._watch.stopped

    async def _set_out(self) -> float | None:
        """Begin to deliver everything that is due; return the seconds until more is, None for never."""
        while True:
            seconds = await self._store.read(event_queue.seconds_to_next)
            if seconds is None or seconds > 0 or self._ending:
                return seconds
            claimed = await self._store.transaction(self._claim)
            if claimed is not None:
                delivering = asyncio.create_task(self._deliver(claimed))
                self._under_way.add(delivering)
                delivering.add_done_callback(self._came_back)

    def _came_back(self, delivering: asyncio.Task[None]) -> None:
        self._under_way.discard(delivering)
        self._woken.set()

    async def _pause(self, seconds: float | None) -> None:
        """Wait until woken, or until the store says that something is due."""
        if seconds is None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(GLANCE_SECONDS):
                    await self._woken.wait()
            return
        offset = await self._store.read(lambda tx: tx.clock_offset)

        def due(tx: Transaction) -> bool | None:
            left = event_queue.seconds_to_next(tx)
            return tx.clock_offset != offset or left is None or left <= 0 or None

        waits: list[asyncio.Future[Any]] = [
            asyncio.ensure_future(self._woken.wait()),
            asyncio.ensure_future(self._watch.until(due, seconds=min(max(seconds, 0), GLANCE_SECONDS))),
        ]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    def _claim(self, tx: Transaction) -> DeliveryTask | None:
        event = event_queue.next_due(tx)
        if event is None:
            return None
        self._projects.refresh(tx)
        timeout = float(self._projects.named(event.project_id)["webhook_timeout_seconds"])
        claimed = event_queue.claim(tx, event, seconds=timeout + CLAIM_GRACE_SECONDS)
        return DeliveryTask(claimed, timeout) if claimed is not None else None

    async def _deliver(self, task: DeliveryTask) -> None:
        event = task.event
        began = time.monotonic()
        try:
            outcome = await _tried(event, task.timeout)
            seconds = time.monotonic() - began
            delivery = await self._store.transaction(lambda tx: _settle(tx, event, outcome, seconds))
            if outcome.verdict != ACCEPTED:
                self._terminal.webhook(delivery)
        except asyncio.CancelledError:
            seconds = time.monotonic() - began
            await self._store.transaction(lambda tx: _break_off(tx, event, seconds))
            raise
        except Exception:
            # The claim runs out, and then the event is tried again.
            log.exception("an event could not be delivered to %s", event.url)

    async def _finish(self) -> None:
        if not self._under_way:
            return
        _, late = await asyncio.wait(self._under_way, timeout=STOP_SECONDS)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


async def _tried(event: QueuedEvent, timeout: float) -> Outcome:
    try:
        answer = await post_json(event.url, event.body.encode(), timeout=timeout)
    except Unanswered as problem:
        return Outcome(FAILED if problem.in_time else TIMED_OUT, str(problem))
    if 200 <= answer.status < 300:
        return Outcome(ACCEPTED, None, answer)
    verdict = REFUSED if 400 <= answer.status < 500 else FAILED
    return Outcome(verdict, f"The answer has the status {answer.status}.", answer)


def _settle(tx: Transaction, event: QueuedEvent, outcome: Outcome, seconds: float) -> LoggedDelivery:
    """Log a try, and forget the event or put it off."""
    number = event.tries + 1
    remarks = [outcome.remark] if outcome.remark is not None else []
    if outcome.verdict == ACCEPTED:
        event_queue.remove(tx, event)
    elif number >= TRIES:
        event_queue.remove(tx, event)
        remarks.append(f"It is given up after {TRIES} tries.")
    else:
        pause = FIRST_PAUSE_SECONDS * 2**event.tries
        event_queue.put_off(tx, event, seconds=pause)
        remarks.append(f"Try {number} of {TRIES}; the next one comes in {pause} seconds.")
    return _log(tx, event, outcome, seconds, remarks)


def _break_off(tx: Transaction, event: QueuedEvent, seconds: float) -> None:
    """Log a call that the end of this server cut off, and leave the event to the next one."""
    event_queue.release(tx, event)
    _log(tx, event, Outcome(FAILED, None), seconds, ["The mock stopped before an answer came."])


def _log(
    tx: Transaction, event: QueuedEvent, outcome: Outcome, seconds: float, remarks: list[str]
) -> LoggedDelivery:
    delivery = LoggedDelivery(
        id=event.claim,
        project_id=event.project_id,
        name=WEBHOOK,
        url=event.url,
        request={"headers": {"content-type": "application/json"}, "body": event.body},
        response=outcome.answer.shown() if outcome.answer is not None else None,
        duration_seconds=seconds,
        verdict=outcome.verdict,
        remarks=remarks,
    )
    deliveries.add(tx, delivery)
    return delivery
