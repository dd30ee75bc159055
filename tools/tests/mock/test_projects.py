"""The tenants in the store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from login_contract.mock.domain.projects import Projects
from login_contract.mock.settings.project import Project
from login_contract.mock.store import projects
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.opening import open_store
from tests.mock.game import at_once

BARE: dict[str, Any] = {"allowed_origins": [], "oauth_clients": []}


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    yield opened
    opened.close()


def put(name: str, tx: Transaction, **settings: Any) -> int:
    return projects.put(tx, {"project_id": name, "name": "Game", **BARE, **settings})


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


def clients(*client_ids: int) -> list[dict[str, Any]]:
    return [{"client_id": client_id} for client_id in client_ids]


def holder(known: Projects, client_id: int) -> str | None:
    found = known.client(str(client_id))
    return found.project.project_id if found else None


@pytest.mark.parametrize(
    "changes",
    [
        [("first", [1, 2]), ("second", [3])],
        [("first", [1]), ("first", [2])],
        [("first", [1]), ("first", []), ("second", [1])],
        [("first", [1]), ("first", []), ("second", [1]), ("first", [2])],
        [("first", [1]), ("first", []), ("second", [1]), ("second", []), ("first", [1])],
    ],
)
def test_a_client_is_found_in_the_project_that_has_it_now(
    store: Store, changes: Sequence[tuple[str, list[int]]]
) -> None:
    store.run(projects.remove_all)
    always, behind = Projects(store), Projects(store)
    for number, (name, client_ids) in enumerate(changes):
        store.run(partial(put, name, oauth_clients=clients(*client_ids)))
        store.run(always.refresh)
        if number == 0:
            store.run(behind.refresh)
    for known in (always, behind, Projects(store)):
        store.run(known.refresh)
        now = dict(changes)
        assert {client_id: holder(known, client_id) for client_id in (1, 2, 3)} == {
            client_id: next((name for name, owned in now.items() if client_id in owned), None)
            for client_id in (1, 2, 3)
        }


def test_a_client_has_the_owner_that_its_transaction_finds(store: Store) -> None:
    store.run(projects.remove_all)
    known = Projects(store)
    for name, client_id in (("first", 1), ("second", 2)):
        store.run(partial(put, name, oauth_clients=clients(client_id)))
    store.run(known.refresh)

    def owners(tx: Transaction) -> list[str | None]:
        put("second", tx, oauth_clients=clients(3))
        put("third", tx, oauth_clients=clients(4))
        owner = known.owners(tx, but="third")
        return [owner(client_id) for client_id in (1, 2, 3, 4, 5)]

    assert store.run(owners) == ["first", None, "second", None, None]
    store.run(projects.remove_all)
    assert store.run(lambda tx: known.owners(tx, but="third")(1)) is None


def test_an_origin_is_allowed_while_some_project_allows_it(store: Store) -> None:
    store.run(projects.remove_all)
    known = Projects(store)
    allowed = []
    for name, origins in (
        ("first", ["https://game.test"]),
        ("second", ["https://game.test", "http://localhost:*"]),
        ("first", []),
        ("second", []),
    ):
        store.run(partial(put, name, allowed_origins=origins))
        store.run(known.refresh)
        allowed.append((known.allows_origin("https://game.test"), known.allows_origin("http://localhost:1")))
    assert allowed == [(True, False), (True, True), (True, True), (False, False)]


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("http://localhost:8701", True),
        ("http://localhost:*", False),
        ("http://localhost:", False),
        ("http://localhost", False),
        ("http://localhost:8701x", False),
        ("http://localhost:\u0661", False),
        ("http://localhost:8701\n", False),
        ("http://xlocalhost:8701", False),
        ("https://game.test", True),
        ("https://game.test:443", False),
        ("https://gameXtest", False),
        ("null", False),
        ("", False),
    ],
)
def test_an_origin_is_compared_whole_and_a_star_is_any_port(origin: str, allowed: bool) -> None:
    project = Project({**BARE, "allowed_origins": ["http://localhost:*", "https://game.test"]})
    assert project.allows_origin(origin) is allowed


def calls_of(work: Callable[[], object]) -> int:
    """Count the functions that some work calls."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_what_a_request_looks_up_costs_the_same_beside_any_number_of_projects(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/many.db")
    known = Projects(store)

    def come(numbers: range, tx: Transaction) -> None:
        for number in numbers:
            origins = [f"https://game{number}.test"]
            put(f"project-{number}", tx, oauth_clients=clients(number), allowed_origins=origins)

    def look() -> None:
        store.run(known.refresh, write=False)
        known.find("project-0")
        known.find("unknown")
        known.client("0")
        known.client("unknown")
        known.first(3)
        known.allows_origin("https://game0.test")
        known.allows_origin("https://evil.test:1")
        store.run(lambda tx: known.owners(tx, but="project-0")(1), write=False)

    # What is made once, with the first look, is no cost of the number.
    store.run(partial(come, range(1)))
    look()
    costs = []
    for numbers in (range(5), range(5, 500)):
        store.run(partial(come, numbers))
        store.run(known.refresh)
        store.run(partial(come, range(1, 2)))
        costs.append(calls_of(look))
    store.close()
    assert costs[0] == costs[1]
