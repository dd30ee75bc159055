"""Ids on a partner's server, given to several users at once, on both databases."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from threading import Barrier, BrokenBarrierError

import pytest

from login_contract.mock.store import partner_data
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.opening import open_store
from tests.mock.game import at_once

PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    opened.run(lambda tx: tx.execute("DELETE FROM server_custom_ids"))
    yield opened
    opened.close()


def test_who_does_not_get_a_contested_id_keeps_the_own_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give(user_id: str, custom_id: str) -> Callable[[Transaction], bool]:
        return lambda tx: partner_data.set_server_custom_id(tx, PROJECT, user_id, custom_id)

    for user_id in ("jane", "joe"):
        assert store.run(give(user_id, f"of-{user_id}"))
    sound, both_looked = partner_data.user_with, Barrier(2, timeout=0.5)

    def look(tx: Transaction, project_id: str, server_custom_id: str) -> str | None:
        found = sound(tx, project_id, server_custom_id)
        with contextlib.suppress(BrokenBarrierError):  # on SQLite the other one may not even look
            both_looked.wait()
        return found

    with monkeypatch.context() as slow:
        slow.setattr(partner_data, "user_with", look)
        gave = at_once([lambda: store.run(give("jane", "new")), lambda: store.run(give("joe", "new"))])

    held = [store.run(partial(partner_data.server_custom_id, user_id=each)) for each in ("jane", "joe")]
    assert sorted(gave) == [False, True]
    assert held == ["new" if won else f"of-{who}" for who, won in zip(("jane", "joe"), gave, strict=True)]
