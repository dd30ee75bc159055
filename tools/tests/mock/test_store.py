"""Transactions: what a refusal, a failure and a conflict leave in the database."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest

from login_contract.errors import UsageError
from login_contract.mock.contract.refusals import WRONG_CREDENTIALS
from login_contract.mock.errors import LoginError
from login_contract.mock.store import signing_keys
from login_contract.mock.store.database import Clock, Store, Transaction
from login_contract.mock.store.opening import open_store
from login_contract.mock.store.postgres import masked, pyformat
from login_contract.mock.store.signing_keys import KeptKey
from tests.mock.game import at_once


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    opened.run(lambda tx: tx.execute("DELETE FROM signing_keys"))
    yield opened
    opened.close()


def keep(name: str) -> Callable[[Transaction], int]:
    """Return work that adds a row, whose name is unique."""
    return lambda tx: tx.execute(
        "INSERT INTO signing_keys (project_id, fingerprint, kid, pem) VALUES (:name, '', '', '')", name=name
    )


def kept(tx: Transaction) -> list[str]:
    return [row["project_id"] for row in tx.all("SELECT project_id FROM signing_keys ORDER BY project_id")]


def test_a_refusal_keeps_what_it_recorded(store: Store) -> None:
    said: list[str] = []

    def refuse(tx: Transaction) -> None:
        keep("a")(tx)
        tx.after_commit(lambda: said.append("done"))
        raise LoginError(WRONG_CREDENTIALS)

    with pytest.raises(LoginError):
        store.run(refuse)
    assert store.run(kept) == ["a"]
    assert said == ["done"]


def test_a_failure_keeps_nothing(store: Store) -> None:
    said: list[str] = []

    def fail(tx: Transaction) -> None:
        keep("a")(tx)
        tx.after_commit(lambda: said.append("done"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.run(fail)
    assert store.run(kept) == []
    assert not said


def test_no_two_moments_are_one_while_the_clock_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    with monkeypatch.context() as frozen:
        frozen.setattr(time, "time", lambda: 2_000_000_000.0)
        moments = [clock.now() for _ in range(100)]
    assert moments == sorted(set(moments))
    assert all(2_000_000_000 <= moment < 2_000_000_001 for moment in moments)
    assert abs(clock.now() - time.time()) < 5


def test_the_store_serves_on_after_a_failed_statement(store: Store) -> None:
    with pytest.raises(Exception, match="no_such_table"):
        store.run(lambda tx: tx.execute("DELETE FROM no_such_table"))
    store.run(keep("a"))
    assert store.run(kept) == ["a"]


def test_of_two_who_would_write_one_value_the_later_sees_the_earlier(store: Store, store_url: str) -> None:
    other = open_store(store_url)
    both_looked = Barrier(2, timeout=0.5)

    def look_and_keep(tx: Transaction) -> str:
        if kept(tx):
            return "second"
        with contextlib.suppress(BrokenBarrierError):  # on SQLite the other one may not even look
            both_looked.wait()
        keep("a")(tx)
        return "first"

    results = at_once([lambda: store.run(look_and_keep), lambda: other.run(look_and_keep)])
    other.close()
    assert sorted(results) == ["first", "second"]


def test_two_who_wait_for_each_other_both_succeed(store: Store, store_url: str) -> None:
    other = open_store(store_url)
    store.run(keep("a"))
    store.run(keep("b"))
    both_hold_one = Barrier(2, timeout=0.5)

    def touch(*names: str) -> Callable[[Transaction], None]:
        def work(tx: Transaction) -> None:
            for name in names:
                tx.execute("UPDATE signing_keys SET kid = kid || 'x' WHERE project_id = :name", name=name)
                with contextlib.suppress(BrokenBarrierError):  # the other one waits, or went on before
                    both_hold_one.wait()

        return work

    at_once([lambda: store.run(touch("a", "b")), lambda: other.run(touch("b", "a"))])
    other.close()
    assert (
        store.run(lambda tx: [signing_keys.of_project(tx, name, "") for name in ("a", "b")])
        == [[KeptKey("xx", "")]] * 2
    )


def test_time_is_real_time_and_the_offset(store: Store) -> None:
    real = store.run(lambda tx: tx.now)
    store.run(lambda tx: tx.execute("UPDATE state SET clock_offset = 1000"))
    moved = store.run(lambda tx: tx.now)
    store.run(lambda tx: tx.execute("UPDATE state SET clock_offset = 0"))
    assert 1000 <= moved - real < 1010


def test_placeholders_become_those_of_the_driver() -> None:
    assert (
        pyformat("SELECT '%', a::text FROM t WHERE b = :b_c")
        == "SELECT '%%', a::text FROM t WHERE b = %(b_c)s"
    )


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://user:secret@host/db", "postgresql://user:***@host/db"),
        ("postgresql://user:se@cr:et@host:5432/db", "postgresql://user:***@host:5432/db"),
        ("postgresql://user@host/db", "postgresql://user@host/db"),
        ("postgresql://host/db?password=secret&x=1", "postgresql://host/db?password=***&x=1"),
        ("sqlite:///login.db", "sqlite:///login.db"),
    ],
)
def test_a_shown_url_has_no_password(url: str, shown: str) -> None:
    assert masked(url) == shown


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "mysql://user:secret@host/db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///no/such/folder/login.db",
        "sqlite:///%00",
        "sqlite:////",
        "postgresql://[::1/db",
        "postgresql://user:%zzsecret@127.0.0.1:1/db",
        "postgresql://user:secret@127.0.0.1:1/db",
        "postgresql:///db?nonsense=secret",
    ],
)
def test_a_url_without_a_database_behind_it_is_refused_in_a_line(url: str) -> None:
    with pytest.raises(UsageError) as refused:
        open_store(url)
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value).replace("nonsense=secret", "")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"These are notes and no database. " * 100)
    with pytest.raises(UsageError, match="not a database"):
        open_store(f"sqlite:///{path}")
    assert path.read_bytes().startswith(b"These are notes")


def test_a_temporary_database_goes_with_its_store() -> None:
    store = open_store(None)
    path: Path = store.path  # type: ignore[attr-defined]
    assert path.is_file()
    store.close()
    assert not path.parent.exists()
