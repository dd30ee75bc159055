"""What a login costs beside many users and projects: how requests are timed, and sizes compared."""

from __future__ import annotations

import pytest

from bench import cases, growth
from bench.contender import Contender, free_port
from bench.latency import Caller, Latencies
from bench.servers import MOCK
from login_contract.mock.run import EmbeddedMock


def test_percentile_is_that_of_what_was_answered() -> None:
    latencies = Latencies([float(number) for number in range(100, 0, -1)])

    assert (latencies.percentile(50), latencies.percentile(99)) == (51, 100)
    assert Latencies().percentile(99) == 0


def test_worst_of_the_larger_sizes_counts_and_nothing_lost_is_forgotten() -> None:
    blocks = [
        [Latencies([1.0]), Latencies([3.0]), Latencies([1.0])],
        [Latencies([2.0])],
        [Latencies([1.5], [500])],
    ]

    row = growth.compared("users", "{} beside {}", (1, 10, 1000), blocks, 50)

    assert (row.title, row.value, row.reached, row.lost) == ("10 beside 1", 2.0, False, 1)


def test_size_without_any_answer_is_not_sound() -> None:
    row = growth.compared("users", "{} beside {}", (1, 10), [[Latencies([1.0])], [Latencies([])]], 50)

    assert row.lost == 1


def test_requests_are_timed_and_refusals_counted() -> None:
    latencies = Latencies()
    with EmbeddedMock() as mock, Caller(mock.origin) as caller:
        caller.timed(f"/api{cases.LOGIN.address}", cases.CREDENTIALS, latencies)
        caller.timed(f"/api{cases.LOGIN.address}", {**cases.CREDENTIALS, "password": "wrong"}, latencies)

    assert len(latencies.milliseconds) == 1
    assert latencies.lost == [401]


def test_request_without_an_answer_is_lost() -> None:
    latencies = Latencies()
    with Caller(f"http://127.0.0.1:{free_port()}") as caller:
        caller.timed("/", {}, latencies)

    assert (latencies.milliseconds, latencies.lost) == ([], [0])


@pytest.mark.parametrize(("fill", "noun"), [("users", "users"), ("projects", "projects")])
def test_mock_is_filled_with_as_many_as_are_wanted(fill: str, noun: str) -> None:
    with EmbeddedMock() as mock:
        contender = Contender(name=MOCK, api=mock.base_url, pid=0, first_answer=0)
        {"users": growth.fill_with_users, "projects": growth.fill_with_projects}[fill](contender, 7)
        with Caller(mock.origin) as caller:
            status = caller.send(
                "POST", f"/api{cases.LOGIN.address}", {**cases.CREDENTIALS, "username": "user6"}
            )
        found = mock.app.services.store.run(lambda tx: tx.row(f"SELECT count(*) AS n FROM {noun}")["n"])

    assert found == (8 if fill == "users" else 7)
    assert status == (200 if fill == "users" else 401)
