"""The tenants in the store."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from login_contract.mock.domain.projects import Projects
from login_contract.mock.store import projects
from login_contract.mock.store.database import Store, Transaction, open_store
from tests.mock.game import at_once


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    yield opened
    opened.close()


def put(name: str, tx: Transaction) -> int:
    return projects.put(tx, {"project_id": name, "name": "Game"})


def test_projects_put_at_once_have_a_revision_each(store: Store) -> None:
    made = at_once([partial(store.run, partial(put, f"project-{number}")) for number in range(16)])
    assert len(set(made)) == 16


def test_a_change_at_one_worker_is_seen_at_another(store: Store, store_url: str) -> None:
    other = open_store(store_url)
    known = Projects(other)
    other.run(known.refresh)
    assert known.find("late") is None
    store.run(partial(put, "late"))
    other.run(known.refresh)
    other.close()
    found = known.find("LATE")
    assert found is not None
    assert found.name == "Game"


def test_nothing_is_read_again_while_nothing_changes(store: Store) -> None:
    known = Projects(store)
    store.run(partial(put, "steady"))
    store.run(known.refresh)
    before = known.find("steady")
    store.run(known.refresh)
    assert known.find("steady") is before


def test_only_what_changed_is_read_again(store: Store) -> None:
    store.run(projects.remove_all)
    known = Projects(store)
    store.run(partial(put, "steady"))
    store.run(known.refresh)
    before = known.find("steady")
    store.run(partial(put, "other"))
    store.run(known.refresh)
    assert known.find("steady") is before
    assert [project.project_id for project in known.all()] == ["steady", "other"]


def test_a_replaced_project_is_the_latest(store: Store) -> None:
    store.run(projects.remove_all)
    known = Projects(store)
    for name in ("first", "second", "first"):
        store.run(partial(put, name))
        store.run(known.refresh)
    fresh = Projects(store)
    store.run(fresh.refresh)
    assert known.all() == fresh.all()
    assert [project.project_id for project in known.all()] == ["second", "first"]


def test_removed_projects_are_forgotten_by_every_worker(store: Store) -> None:
    behind, current = Projects(store), Projects(store)
    store.run(partial(put, "gone"))
    store.run(behind.refresh)
    store.run(current.refresh)
    store.run(projects.remove_all)
    store.run(current.refresh)
    assert current.all() == []
    store.run(partial(put, "new"))
    for known in (behind, current, Projects(store)):
        store.run(known.refresh)
        assert [project.project_id for project in known.all()] == ["new"]
