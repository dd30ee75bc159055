"""How databases answer what may be asked of very many rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from login_contract.mock.store import attributes, sessions, user_search
from login_contract.mock.store.attributes import CLIENT, Search, Update
from login_contract.mock.store.database import Row, Transaction
from login_contract.mock.store.opening import open_store
from login_contract.mock.store.user_search import Filter, Order

PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
Plan = Callable[[Callable[[Transaction], object]], str]


@pytest.fixture
def plan(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plan]:
    """Say how a database would answer the question that some work asks."""
    store = open_store(store_url)

    def plan_of(ask: Callable[[Transaction], object]) -> str:
        def explain(tx: Transaction) -> str:
            asked: list[tuple[str, dict[str, Any]]] = []

            def note(sql: str, **parameters: Any) -> list[Row]:
                asked.append((sql, parameters))
                return []

            with monkeypatch.context() as noting:
                noting.setattr(tx, "all", note)
                ask(tx)
            ((sql, parameters),) = asked
            if store_url.startswith("sqlite"):
                return "\n".join(row["detail"] for row in tx.all(f"EXPLAIN QUERY PLAN {sql}", **parameters))
            # The tables are empty: reading all of them would be the best plan.
            tx.execute("SET LOCAL enable_seqscan = off")
            return "\n".join(row["QUERY PLAN"] for row in tx.all(f"EXPLAIN {sql}", **parameters))

        return store.run(explain)

    yield plan_of
    store.close()


def test_a_page_of_a_search_by_attribute_begins_in_the_index(plan: Plan) -> None:
    search = Search(
        key="level",
        value=None,
        contained=False,
        attr_type=CLIENT,
        publisher_project_id=None,
        after=Update(7.0, "jane"),
        limit=21,
    )

    told = plan(lambda tx: attributes.updates(tx, PROJECT, search))

    bounds = [line for line in told.splitlines() if "key" in line and "Filter" not in line]
    assert any("updated_at >" in line or "updated_at>" in line for line in bounds), told


@pytest.mark.parametrize("column", ["group", "custom_id"])
def test_what_users_are_sorted_by_is_looked_up_once(plan: Plan, column: str) -> None:
    told = plan(lambda tx: user_search.page(tx, PROJECT, Filter(), Order(column=column), most=51))

    assert sum("SUBQUERY" in line or "SubPlan" in line.strip()[:8] for line in told.splitlines()) == 1, told


def test_what_some_users_are_signed_in_with_comes_from_the_index(plan: Plan) -> None:
    told = plan(lambda tx: sessions.alive(tx, ["ann", "ben"], most=5))

    assert "sessions_by_user" in told
