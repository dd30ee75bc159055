"""Pages of a list of friends: each is a range of an index, however long the list is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from login_contract.mock.store import relationships, user_rows
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.opening import open_store
from login_contract.mock.store.relationships import FRIEND, LISTS, SORTS, Stand
from login_contract.mock.store.user_rows import User

PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
MANY, A_PAGE = 1000, 25


def user(number: int) -> User:
    return User(user_id=str(UUID(int=number)), project_id=PROJECT, nickname=f"Friend {number % 100}")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'login.db'}")
    yield opened
    opened.close()


def plan(tx: Transaction, list_type: str, **how: Any) -> list[str]:
    """Return how SQLite finds a page."""
    steps: list[str] = []
    ask = tx.all

    def explain(sql: str, **given: Any) -> list[Any]:
        steps.extend(row["detail"] for row in ask(f"EXPLAIN QUERY PLAN {sql}", **given))
        return []

    tx.all = explain  # type: ignore[method-assign]
    relationships.page(tx, user(0).user_id, list_type, limit=A_PAGE, **how)
    return steps


@pytest.mark.parametrize("list_type", LISTS)
@pytest.mark.parametrize("sort_by", SORTS)
@pytest.mark.parametrize("descending", [False, True])
def test_page_is_a_range_of_an_index(store: Store, list_type: str, sort_by: str, descending: bool) -> None:
    place = ("626f62" if sort_by == "by_nickname" else 1494499214.35, user(7).user_id)
    how = {"sort_by": sort_by, "descending": descending}

    for after in (None, place):
        found = store.run(lambda tx, after=after: plan(tx, list_type, after=after, **how))  # type: ignore[misc]

        assert "USING INDEX relationships_" in found[0] or "COVERING INDEX relationships_" in found[0]
        assert found[0].startswith("SEARCH r ")
        assert not [step for step in found if "TEMP B-TREE" in step or step.startswith("SCAN")]


@pytest.mark.parametrize("sort_by", SORTS)
def test_pages_of_a_long_list_are_the_list(store: Store, sort_by: str) -> None:
    one, others = user(0), [user(number) for number in range(1, MANY + 1)]

    def fill(tx: Transaction) -> None:
        tx.insert_all("users", [user_rows.row(tx, each) for each in (one, *others)])
        for other in others:
            relationships.put(tx, one, other, Stand(FRIEND, FRIEND))

    def read(tx: Transaction) -> list[list[str]]:
        pages: list[list[str]] = []
        after = None
        while after is not None or not pages:
            page = relationships.page(
                tx, one.user_id, "friends", sort_by=sort_by, descending=False, after=after, limit=A_PAGE
            )
            pages.append([entry.other.user_id for entry in page])
            after = page[-1].place if page else None
        return pages

    store.run(fill)
    *pages, end = store.run(read)

    assert end == []
    assert [len(page) for page in pages] == [A_PAGE] * (MANY // A_PAGE)
    assert sorted(user_id for page in pages for user_id in page) == sorted(each.user_id for each in others)
