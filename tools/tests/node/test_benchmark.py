from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from bench import cases, contest, report
from bench.contender import Contender, ContenderError, free_port, resident_memory, started
from bench.contest import MOCK, PRISM, Outcome
from bench.load import Sample, middle, sample_of


def sample(rate: float, *, refused: int = 0, failed: int = 0) -> Sample:
    return Sample(rate=rate, p50=1, p99=2, answered=int(rate), refused=refused, failed=failed)


def outcome(mock: list[Sample], prism: list[Sample]) -> Outcome:
    both = {MOCK: 1.0, PRISM: 2.0}
    return Outcome(
        cases=[cases.LOGIN],
        samples={("login", MOCK): mock, ("login", PRISM): prism},
        first_answers={name: [seconds] for name, seconds in both.items()},
        memory_at_rest=both,
        memory_after=both,
    )


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


@pytest.mark.parametrize(("rate", "reached"), [(79, False), (80, True)])
def test_target_is_a_ratio_of_medians(rate: float, reached: bool) -> None:
    (comparison,) = report.compare(outcome([sample(rate)], [sample(100)]))

    assert comparison.reached is reached


def test_table_and_json_tell_the_ratio_and_the_failures() -> None:
    measured = outcome([sample(50, refused=7)], [sample(100)])
    text = io.StringIO()

    report.show(measured, Console(file=text, width=120))
    kept = report.as_json(measured)

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

    assert "a.secret.token" not in str(report.as_json(measured))


def test_memory_counts_descendants() -> None:
    child = "held = bytearray(64 * 2**20); print('ready', flush=True); input()"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with subprocess.Popen(
        [sys.executable, "-c", parent], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        resident = resident_memory(process.pid)
        process.stdin.write("\n")

    assert resident > 64


def test_server_that_ends_at_once_is_reported_with_its_last_words(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit('no such description')"]
    attempt = started(
        "it", command, port=free_port(), api="http://127.0.0.1", first=cases.LOGIN, log=tmp_path / "log"
    )

    with pytest.raises(ContenderError, match="no such description"), attempt:
        pass


def test_server_that_refuses_is_not_measured(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    attempt = started(
        "it", command, port=port, api=f"http://127.0.0.1:{port}", first=cases.LOGIN, log=tmp_path / "log"
    )

    with pytest.raises(ContenderError, match="it answers 501 to /login"), attempt:
        pass
