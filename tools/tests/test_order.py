from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from xdist.scheduler.worksteal import WorkStealingScheduling  # type: ignore[import-untyped]

from tests.order import longest_first


class Process:
    """A process of pytest-xdist that keeps what it is given to do."""

    def __init__(self) -> None:
        self.given: list[int] = []
        self.gateway = SimpleNamespace(id="gw")
        self.shutting_down = False

    def send_runtest_some(self, indices: list[int]) -> None:
        self.given += indices

    def shutdown(self) -> None: ...


def shares(tests: list[str], processes: int) -> list[list[str]]:
    """Return what each process is given at first, as the scheduler itself distributes it."""
    config: Any = SimpleNamespace(
        option=SimpleNamespace(debug=False), getvalue=lambda name: [f"{processes}*popen"]
    )
    scheduling = WorkStealingScheduling(config)
    nodes: list[Any] = [Process() for _ in range(processes)]
    for node in nodes:
        scheduling.add_node(node)
        scheduling.add_node_collection(node, tests)
    scheduling.schedule()
    return [[tests[index] for index in node.given] for node in nodes]


@pytest.mark.parametrize("processes", [1, 2, 3, 5])
@pytest.mark.parametrize("count", [40, 41, 43, 101])
@pytest.mark.parametrize("long", [0, 1, 4, 9])
def test_every_process_begins_with_long_tests(processes: int, count: int, long: int) -> None:
    slow = [f"long {number}" for number in range(long)]
    quick = [f"test {number}" for number in range(count - long)]

    tests = longest_first(slow, quick, processes)

    assert sorted(tests) == sorted([*slow, *quick])
    assert [test for test in tests if test in quick] == quick
    for number, given in enumerate(shares(tests, processes)):
        begun = slow[number::processes]
        assert given[: len(begun)] == begun


def test_nothing_is_lost_where_long_tests_are_all_there_is() -> None:
    assert sorted(longest_first(["a", "b", "c"], [], 2)) == ["a", "b", "c"]
