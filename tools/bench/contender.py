"""A server under load: started as a user would start it, watched from outside, stopped for certain."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
from attrs import frozen

from .cases import Case

START_SECONDS = 60.0
STOP_SECONDS = 10.0


class ContenderError(Exception):
    """A server did not start, ended early or refused what is to be measured."""


@frozen(kw_only=True)
class Contender:
    """A running server: where its API is, its process, and how long its first answer took in seconds."""

    name: str
    api: str
    pid: int
    first_answer: float

    @property
    def origin(self) -> str:
        """The address of the server itself."""
        return self.api.removesuffix("/api")

    def memory(self) -> float:
        """Resident memory of the process and its descendants, in MiB."""
        return resident_memory(self.pid)

    def processor_seconds(self) -> float | None:
        """Processor time of the process and its descendants so far; None where the system does not tell."""
        return processor_seconds(self.pid)


@contextmanager
def started(
    name: str, command: Sequence[str], *, port: int, api: str, first: Case, log: Path
) -> Iterator[Contender]:
    """Runs `command` until the block ends; time counts from the start to the first 2xx answer of `first`.

    It runs in the folder of `log`, so that no configuration file of the caller's is picked up.

    Raises `ContenderError` with the end of `log` when the server ends, refuses or stays silent.
    """
    with log.open("wb") as output, httpx.Client(verify=False, timeout=START_SECONDS) as client:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=log.parent, stdout=output, stderr=subprocess.STDOUT)
        try:
            _await_port(process, port, log)
            answer = client.post(f"{api}{first.address}", json=first.body)
            elapsed = time.perf_counter() - begun
            if not answer.is_success:
                raise ContenderError(
                    f"{name} answers {answer.status_code} to {first.path}: {answer.text[:300]}"
                )
            yield Contender(name=name, api=api, pid=process.pid, first_answer=elapsed)
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    """A loopback port that nothing listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def resident_memory(pid: int) -> float:
    """Resident memory of `pid` and all its descendants, in MiB, as `ps` tells."""
    return sum(_family(pid).values()) / 1024


def processor_seconds(pid: int) -> float | None:
    """Processor time of `pid` and all its descendants; None without the files that Linux has of processes."""
    if not Path("/proc/self/stat").exists():
        return None
    # The name of a process stands in brackets before the numbers and may hold anything.
    ticks = 0
    for each in _family(pid):
        with contextlib.suppress(OSError):  # One may have ended since.
            numbers = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            ticks += int(numbers[11]) + int(numbers[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _family(pid: int) -> dict[int, int]:
    """Resident memory of `pid` and of each of its descendants, in KiB, by process."""
    listing = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True
    ).stdout
    children: dict[int, list[int]] = defaultdict(list)
    kibibytes: dict[int, int] = {}
    for line in listing.splitlines():
        process, parent, resident = map(int, line.split())
        children[parent].append(process)
        kibibytes[process] = resident
    family, waiting = {}, [pid]
    while waiting:
        process = waiting.pop()
        if process in kibibytes:
            family[process] = kibibytes[process]
        waiting += children[process]
    return family


def _await_port(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.perf_counter() + START_SECONDS
    while time.perf_counter() < deadline:
        if process.poll() is not None:
            raise ContenderError(f"the server ended with status {process.returncode}:\n{_end_of(log)}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.002)
    raise ContenderError(f"nothing listens after {START_SECONDS:.0f} s:\n{_end_of(log)}")


def _end_of(log: Path) -> str:
    return log.read_text(errors="replace")[-2000:]
