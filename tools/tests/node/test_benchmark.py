from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from attrs import evolve
from rich.console import Console

from bench import cases, contest, growth, load, logins, machine, report, servers
from bench.__main__ import main, status_of
from bench.contender import (
    Contender,
    ContenderError,
    free_port,
    processor_seconds,
    resident_memory,
    started,
)
from bench.contest import Outcome
from bench.latency import Caller, Latencies
from bench.load import Sample, middle, sample_of
from bench.logins import HS256, ONE, TWO, Run
from bench.rows import Row
from bench.servers import MOCK, PRISM
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.run import EmbeddedMock
from node import npm
from tests import postgres
from tests.node_or_skip import NodeOrSkip

# In place of autocannon: each connection sends three requests, and the second one is refused.
STUB = """
module.exports = async ({ connections, setupClient }) => {
  const sent = [];
  for (let connection = 0; connection < connections; connection += 1) {
    let request;
    setupClient({ setRequests: ([only]) => { request = only; } });
    const bodies = [0, 1, 2].map((turn) => {
      const { method, body } = request.setupRequest({ method: request.method });
      const fresh = JSON.stringify({ refresh_token: `fresh-${connection}-${turn}` });
      request.onResponse(turn === 1 ? 400 : 200, turn === 1 ? 'refused' : fresh);
      return `${method} ${body}`;
    });
    sent.push(bodies);
  }
  return { sent };
};
"""


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


@pytest.mark.parametrize("case", [cases.LOGIN, cases.EMAIL_REQUEST, cases.TOKEN_LOGIN, cases.REFRESH])
def test_every_case_is_an_operation_that_takes_its_body(case: cases.Case) -> None:
    found = compiled().find(f"/api{case.path}")

    assert found is not None
    assert case.content_type in found[0].operations["POST"].bodies


def test_first_values_of_a_chain_are_as_many_as_wanted_and_all_different() -> None:
    chain = cases.REFRESH.chain
    assert chain is not None

    with EmbeddedMock() as mock:
        stock = load.stock(mock.base_url, chain, 3)

    assert len(set(stock)) == 3


def test_every_connection_sends_its_newest_value(tmp_path: Path) -> None:
    with NodeOrSkip():
        node = npm.find_node()
    modules = tmp_path / "node_modules"
    (modules / "autocannon").mkdir(parents=True)
    (modules / "autocannon" / "index.js").write_text(STUB, encoding="utf-8")
    plan = {
        "url": "http://127.0.0.1/",
        "form": {"grant_type": "refresh_token"},
        "renewed": "refresh_token",
        "stock": ["a/1", "b 2"],
        "connections": 2,
        "seconds": 1,
        "warmUpSeconds": 1,
    }

    done = subprocess.run(
        [node.executable, load.CHAINED_LOAD, modules],
        input=json.dumps(plan),
        capture_output=True,
        text=True,
        check=True,
    )

    sent = json.loads(done.stdout)["sent"]
    assert {method for bodies in sent for method in (body.split()[0] for body in bodies)} == {"POST"}
    forms = [[parse_qs(body.split()[1]) for body in bodies] for bodies in sent]
    assert all(form["grant_type"] == ["refresh_token"] for bodies in forms for form in bodies)
    assert [[form["refresh_token"] for form in bodies] for bodies in forms] == [
        [["b 2"], ["fresh-0-0"], ["fresh-0-0"]],
        [["a/1"], ["fresh-1-0"], ["fresh-1-0"]],
    ]


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


def test_processor_time_of_a_process_grows_with_its_work() -> None:
    begun = processor_seconds(os.getpid())
    assert begun is not None
    while time.process_time() < begun + 0.05:
        pass

    assert (processor_seconds(os.getpid()) or 0) > begun


ROW = Row(name="users", title="", value=1.0, at_most=1.2)


@pytest.mark.parametrize(
    ("rows", "quick", "status"),
    [
        ([ROW], False, 0),
        ([evolve(ROW, value=1.3)], False, 1),
        ([evolve(ROW, value=1.3)], True, 0),
        ([evolve(ROW, at_most=None, at_least=1.2)], False, 1),
        ([evolve(ROW, lost=1)], True, 1),
        ([evolve(ROW, skipped="no PostgreSQL")], False, 2),
        ([evolve(ROW, skipped="no PostgreSQL"), ROW], False, 0),
        ([], True, 2),
    ],
)
def test_exit_status_is_that_of_what_was_measured(rows: list[Row], quick: bool, status: int) -> None:
    assert status_of(None, rows, quick=quick) == status


@pytest.mark.parametrize(
    ("mock", "quick", "status"),
    [
        (sample(100), False, 0),
        (sample(99), False, 1),
        (sample(99), True, 0),
        (sample(100, failed=1), True, 1),
    ],
)
def test_exit_status_counts_the_contest(mock: Sample, quick: bool, status: int) -> None:
    assert status_of(outcome([mock], [sample(100)]), [], quick=quick) == status


def test_what_was_skipped_is_told_with_its_reason() -> None:
    text = io.StringIO()
    rows = [evolve(ROW, skipped="no PostgreSQL here"), evolve(ROW, title="users", value=1.3)]

    report.show(None, rows, Console(file=text, width=120), quick=True)

    assert "no PostgreSQL here" in text.getvalue()
    assert "1.30×" in text.getvalue()
    assert "no verdict" not in text.getvalue()
    assert "too short for a verdict" in text.getvalue()
    assert [row["reached"] for row in report.as_json(None, rows)["rows"]] == [None, False]


def test_without_postgresql_its_row_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOGIN_CONTRACT_POSTGRES_URL", raising=False)
    monkeypatch.setattr(postgres, "find_binaries", lambda: None)

    with pytest.raises(ContenderError, match="no PostgreSQL"), servers.database():
        pass


def test_only_what_was_asked_for_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []

    def users(*given: object, **options: object) -> Row:
        measured.append("users")
        return ROW

    monkeypatch.setattr(npm, "install", lambda package: None)
    monkeypatch.setattr(growth, "users", users)

    assert main(["--only", "users"]) == 0
    assert measured == ["users"]


def test_without_node_nothing_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(package: str) -> None:
        raise npm.NodeUnavailableError("there is no Node")

    monkeypatch.setattr(npm, "install", missing)

    assert main(["--quick"]) == 2
    assert capsys.readouterr().err == "bench: there is no Node\n"
