"""A server under load: its memory, its time, and servers that cannot be measured."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench import cases, servers
from bench.contender import ContenderError, free_port, processor_seconds, resident_memory, started
from tests import postgres


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


def test_processor_time_of_a_process_grows_with_its_work() -> None:
    begun = processor_seconds(os.getpid())
    assert begun is not None
    while time.process_time() < begun + 0.05:
        pass

    assert (processor_seconds(os.getpid()) or 0) > begun


def test_without_postgresql_its_row_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOGIN_CONTRACT_POSTGRES_URL", raising=False)
    monkeypatch.setattr(postgres, "find_binaries", lambda: None)

    with pytest.raises(ContenderError, match="no PostgreSQL"), servers.database():
        pass
