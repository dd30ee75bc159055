"""Logins per second: beside what the machine can sign, and with other keys and workers."""

from __future__ import annotations

import pytest

from bench import logins, machine
from bench.contender import ContenderError
from bench.logins import HS256, ONE, TWO, Run
from tests.bench.measured import sample


def run(rate: float, *, refused: int = 0) -> Run:
    return Run(sample=sample(rate, refused=refused), server=1.0, generator=0.5)


def test_logins_are_compared_with_what_the_machine_signs_and_with_one_worker() -> None:
    runs = {ONE: [run(100), run(300), run(200)], HS256: [run(400)], TWO: [run(250, refused=2)]}

    found = logins.rows(runs, [400.0, 500.0, 300.0], {"postgresql": "there is none"})

    assert [(row.name, row.value, row.reached, row.lost) for row in found[:3]] == [
        ("openssl", 0.5, False, 0),
        ("hs256", 2.0, True, 0),
        ("workers", 1.25, True, 2),
    ]
    assert found[3].skipped == "there is none"
    assert "server 1.00, load 0.50" in found[0].told


def test_without_openssl_the_other_rows_stay() -> None:
    found = logins.rows(
        {ONE: [run(1)], HS256: [run(1)], TWO: [run(1)]}, [], {"openssl": "a", "postgresql": "b"}
    )

    assert [row.skipped for row in found] == ["a", None, None, "b"]


@pytest.mark.parametrize(
    "line",
    [
        "rsa 2048 bits 0.000253s 0.000016s   3944.8  60634.5",
        "rsa  2048 bits 0.000253s 0.000016s   3944.8  60634.5    59000.1   3900.2",
    ],
)
def test_signatures_are_read_from_the_table_of_openssl(line: str) -> None:
    assert (
        machine.read(f"version: 3\n                  sign    verify    sign/s verify/s\n{line}\n") == 3944.8
    )
    with pytest.raises(ContenderError, match="tells no rate"):
        machine.read("rsa 1024 bits 0.1s 0.1s 10.0 20.0")
