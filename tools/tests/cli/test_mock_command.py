"""`login-contract mock` from outside: what it prints, how it refuses, how it stops."""

from __future__ import annotations

import errno
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from login_contract import cli
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from tests.cli.process import environment, running_mock
from tests.mock import wire

PROJECT = "[[projects]]\n"
MOST_WORK_SECONDS = 2.0
MOST_MEMORY_MIB = 90


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run in an empty folder, and give SIGTERM its meaning back, which the command changes."""
    monkeypatch.chdir(tmp_path)
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def refused(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run the command, which must refuse with status 2; return the one line that it prints."""
    assert cli.run(["mock", "--port", "0", *arguments]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("login-contract: ")
    [line] = err.splitlines()
    return line


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("colour = 'red'", "x.toml: colour: unknown setting"),
        ("port = 'a'", "x.toml: port: must be of type int"),
        (PROJECT + "code_lifetime = 0", "x.toml: projects[0].code_lifetime: "),
        (PROJECT + "name = 2020-01-01", "x.toml: projects[0].name: "),
        (PROJECT + "nme = 'x'", "x.toml: projects[0].nme: unknown setting; did you mean name?"),
        ("= 1", "x.toml: not valid TOML: "),
        ("database_url = ''", "database URL '' is not understood"),
    ],
)
def test_a_wrong_file_is_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], toml: str, reason: str
) -> None:
    Path("x.toml").write_text(toml, "utf-8")
    assert reason in refused(capfd, "--config", "x.toml")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--config", "no-such-file.toml"], "no-such-file.toml: No such file or directory"),
        (["--config", "."], ".: Is a directory"),
        (["--port", "65536"], "65536 is not in the range"),
        (["--port", "x"], "'x' is not a valid int"),
        (["--workers", "0"], "0 is not in the range"),
        (["--workers", "2", "--seed", "1"], "seed: "),
        (["--host", "0.0.0.0"], "--admin-token"),
        (
            ["--host", "no-such-host.invalid", "--admin-token", "t"],
            "cannot listen on no-such-host.invalid:0: ",
        ),
        (["--admin-token", ""], "admin_token: "),
        (["--public-url", "login.test"], "public_url: "),
        (["--database-url", "mysql://user:secret@host/db"], "mysql://user:***@host/db"),
        (["--database-url", "sqlite:///no/folder/x.db"], "its folder does not exist"),
        (["--database-url", "postgresql://[::1/db"], "is not understood"),
        (
            ["--database-url", "postgresql://user:secret@127.0.0.1:1/db"],
            "postgresql://user:***@127.0.0.1:1/db: ",
        ),
        (["--no-such-flag"], "--no-such-flag"),
    ],
)
def test_a_wrong_flag_is_one_line(
    capfd: pytest.CaptureFixture[str], arguments: list[str], reason: str
) -> None:
    line = refused(capfd, *arguments)
    assert reason in line
    assert "secret" not in line


def test_a_taken_port_is_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        line = refused(capfd, "--port", str(port))
    assert line == f"login-contract: cannot listen on 127.0.0.1:{port}: the port is taken"


def test_a_database_that_is_none_is_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    Path("notes.txt").write_text("These are notes. " * 100)
    assert "notes.txt: file is not a database" in refused(capfd, "--database-url", "sqlite:///notes.txt")


def test_an_unreadable_file_is_one_line(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*args: object, **options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    Path("x.toml").write_text("port = 1")
    monkeypatch.setattr(Path, "open", deny)
    assert refused(capfd, "--config", "x.toml") == "login-contract: x.toml: Permission denied"


def test_a_refusal_ends_the_process_with_status_2_and_no_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "login_contract", "mock", "--database-url", "sqlite:///%00"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(),
        timeout=30,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_init_writes_a_file_that_the_command_reads(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["mock", "init"]) == 0
    assert capfd.readouterr().out == "wrote login-mock.toml\n"
    assert cli.run(["mock", "init"]) == 2
    assert "exists already" in capfd.readouterr().err
    Path("login-mock.toml").write_text(Path("login-mock.toml").read_text("utf-8") + "\nx = 1", "utf-8")
    assert "login-mock.toml: " in refused(capfd)


def test_it_starts_fast_and_small_and_says_what_it_serves(tmp_path: Path) -> None:
    with running_mock(folder=tmp_path) as mock:
        assert mock.work() < MOST_WORK_SECONDS
        assert mock.memory() < MOST_MEMORY_MIB
        query = {"projectId": DEFAULT_PROJECT_ID}
        address = {"email": "racer@example.com"}
        httpx.post(f"{mock.origin}/api/login/email/request", params=query, json=address).raise_for_status()
        login = {"username": "demo", "password": "password123"}
        httpx.post(f"{mock.origin}/api/login", params=query, json=login).raise_for_status()
        [message] = httpx.get(f"{mock.origin}/_mock/outbox").json()["messages"]
        status, out, err = mock.stop(signal.SIGINT, group=True)
    assert (status, err) == (0, "")
    for shown in (
        f"{mock.origin}/api",
        f"{mock.origin}/_mock/",
        DEFAULT_PROJECT_ID,
        "https://example.com/callback",
        "1001 public",
        "temporary",
        "demo (password password123)",
        "call http://localhost:",
        f"email  racer@example.com  one_time_code  code {message['code']}",
    ):
        assert shown in out
    assert out.count("password123") == 1


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(("number", "group"), [(signal.SIGINT, True), (signal.SIGTERM, False)])
def test_it_stops_cleanly_while_a_page_waits(
    tmp_path: Path, workers: int, number: signal.Signals, group: bool
) -> None:
    """Ctrl-C reaches the whole process group, the stop of a service only the command itself."""
    temporary = tmp_path / "tmp, with 100%25 of all #? letters"
    temporary.mkdir()
    query = f"projectId={DEFAULT_PROJECT_ID}&login=a@example.com&operation_id=unknown".encode()
    with (
        running_mock("--workers", str(workers), folder=tmp_path, TMPDIR=str(temporary)) as mock,
        wire.Connection(httpx.URL(mock.origin).port or 0) as waiting,
    ):
        assert list(temporary.iterdir())
        waiting.send(wire.request("GET", b"/api/otc/code?" + query))
        # A later request that takes its time: meanwhile the earlier one has come to wait.
        httpx.get(f"{mock.origin}/_mock/outbox?wait=0.3", timeout=30, trust_env=False).raise_for_status()
        began = time.perf_counter()
        status, _, err = mock.stop(number, group=group)
        assert (status, err) == (0, "")
        assert time.perf_counter() - began < 10
        assert waiting.answer().code == "010-050"
    assert not list(temporary.iterdir())
    assert list(tmp_path.iterdir()) == [temporary]


def test_a_named_database_outlives_the_command(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.db'}"
    for expected in (204, 422):
        with running_mock("--database-url", url, "--seed", "1", folder=tmp_path) as mock:
            body = {"username": "racer", "password": "password123", "email": "racer@example.com"}
            answer = httpx.post(
                f"{mock.origin}/api/user", params={"projectId": DEFAULT_PROJECT_ID}, json=body
            )
            assert answer.status_code == expected, answer.text
            assert mock.stop(signal.SIGTERM)[0] == 0


def test_it_goes_on_when_nobody_reads_what_it_prints(tmp_path: Path) -> None:
    with running_mock(folder=tmp_path, PYTHONIOENCODING="ascii") as mock:
        assert mock.process.stdout is not None
        mock.process.stdout.close()
        mock.process.stdout = None
        for _ in range(3):
            answer = httpx.post(
                f"{mock.origin}/api/login/email/request",
                params={"projectId": DEFAULT_PROJECT_ID},
                json={"email": "racer@example.com"},
            )
            assert answer.status_code == 200
