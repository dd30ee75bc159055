"""The contest of two servers: turns, medians, targets, and what is shown and kept of them."""

from __future__ import annotations

import io

import pytest
from attrs import evolve
from rich.console import Console

from bench import cases, contest, report
from bench.contender import Contender
from bench.load import Sample, middle, sample_of
from bench.servers import MOCK, PRISM
from tests.bench.measured import outcome, sample


def test_middle_is_the_median_and_keeps_every_failure() -> None:
    runs = [sample(100), sample(900, refused=3), sample(200, failed=4)]

    found = middle(runs)

    assert (found.rate, found.refused, found.failed) == (200, 3, 4)
    assert not found.sound


def test_run_without_any_answer_is_not_sound() -> None:
    assert not sample(0).sound
    assert sample(1).sound


def test_only_2xx_answers_count() -> None:
    result = {
        "2xx": 80,
        "non2xx": 20,
        "errors": 1,
        "timeouts": 2,
        "duration": 4,
        "latency": {"p50": 5, "p99": 9},
    }

    assert sample_of(result) == Sample(rate=20, p50=5, p99=9, answered=80, refused=20, failed=3)


@pytest.mark.parametrize(("rate", "reached"), [(99, False), (100, True)])
def test_target_is_a_ratio_of_medians(rate: float, reached: bool) -> None:
    (comparison,) = report.compare(outcome([sample(rate)], [sample(100)]))

    assert comparison.reached is reached


def test_case_without_target_is_never_missed() -> None:
    measured = evolve(outcome([sample(1)], [sample(100)]), cases=[evolve(cases.LOGIN, target=None)])
    text = io.StringIO()

    report.show(measured, [], Console(file=text, width=120))

    assert [comparison.reached for comparison in report.compare(measured)] == [True]
    assert "≥" not in text.getvalue()
    assert report.as_json(measured, [])["cases"][0]["target"] is None


def test_table_and_json_tell_the_ratio_and_the_failures() -> None:
    measured = outcome([sample(50, refused=7)], [sample(100)])
    text = io.StringIO()

    report.show(measured, [], Console(file=text, width=120))
    kept = report.as_json(measured, [])

    assert "0.50" in text.getvalue()
    assert "7" in text.getvalue()
    assert kept["cases"][0]["ratio"] == 0.5
    assert kept["cases"][0]["runs"][MOCK][0]["refused"] == 7


def test_every_other_round_begins_with_the_other_server() -> None:
    servers = [Contender(name=name, api="", pid=0, first_answer=0) for name in (MOCK, PRISM)]

    turns = [(number, server.name) for number, server, _ in contest.turns(2, servers, [cases.LOGIN])]

    assert turns == [(1, MOCK), (1, PRISM), (2, PRISM), (2, MOCK)]


def test_token_stays_out_of_the_json() -> None:
    measured = outcome([sample(1)], [sample(1)])
    measured.cases[:] = [cases.validation("a.secret.token")]
    measured.samples.update({("validate", name): [sample(1)] for name in (MOCK, PRISM)})

    assert "a.secret.token" not in str(report.as_json(measured, []))
