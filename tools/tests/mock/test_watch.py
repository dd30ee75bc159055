from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.opening import open_store
from login_contract.mock.store.watch import Watch, announce_change


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    yield opened
    opened.close()


def nothing(tx: Transaction) -> None:
    return None


@pytest.mark.parametrize("turns", range(6))
def test_a_wait_that_is_woken_and_given_up_at_once_ends(store: Store, turns: int) -> None:
    async def give_up() -> bool:
        watch = Watch(store)
        waiting = asyncio.create_task(watch.until(nothing, seconds=30))
        while not watch._pollers or not next(iter(watch._pollers.values()))._changed._waiters:
            await asyncio.sleep(0.001)
        next(iter(watch._pollers.values())).wake()
        for _ in range(turns):
            await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait({waiting}, timeout=5)
        return waiting.cancelled()

    assert asyncio.run(give_up())


def test_a_wait_ends_at_its_deadline(store: Store) -> None:
    async def wait() -> float:
        loop = asyncio.get_running_loop()
        began = loop.time()
        await Watch(store).until(nothing, seconds=0.1)
        return loop.time() - began

    assert 0.1 <= asyncio.run(wait()) < 5


def test_a_wait_finds_what_another_store_announces(store: Store, store_url: str) -> None:
    async def wait() -> int | None:
        def moved(tx: Transaction) -> int | None:
            return tx.changes if tx.changes > before else None

        before = store.run(lambda tx: tx.changes)
        waiting = asyncio.create_task(Watch(store).until(moved, seconds=30))
        other = open_store(store_url)
        other.run(announce_change)
        other.close()
        return await asyncio.wait_for(waiting, 5)

    assert asyncio.run(wait()) is not None


def test_a_change_that_is_rolled_back_wakes_nobody(store: Store) -> None:
    def fail(tx: Transaction) -> None:
        announce_change(tx)
        raise ZeroDivisionError

    before = store.run(lambda tx: tx.changes)
    with pytest.raises(ZeroDivisionError):
        store.run(fail)
    assert store.run(lambda tx: tx.changes) == before
