"""The command `login-contract mock` as a process of its own."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
from attrs import field, frozen

from login_contract import resources

LAST_LINE = "Ctrl-C stops."
ADDRESS = re.compile(r"(http://\S+)/api\b")


@frozen
class Running:
    """A mock that has answered its first request."""

    process: subprocess.Popen[str] = field(repr=False)
    origin: str
    printed: str

    def stop(self, number: signal.Signals, *, group: bool = False) -> tuple[int, str, str]:
        """Send a signal, to the whole process group as Ctrl-C does; return status, stdout and stderr."""
        if group:
            os.killpg(self.process.pid, number)
        else:
            self.process.send_signal(number)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, self.printed + out, err

    def work(self) -> float:
        """Return the seconds of processor time spent so far: what a start takes on an idle machine."""
        times = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, times)) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Return the resident memory of the process in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        [kibibytes] = re.findall(r"VmRSS:\s+(\d+) kB", status)
        return int(kibibytes) / 1024


def environment(**changes: str) -> dict[str, str]:
    """Return an environment in which the command finds this package and has a wide terminal."""
    return {**os.environ, "PYTHONPATH": str(resources.PACKAGE.parent), "COLUMNS": "200", **changes}


@contextlib.contextmanager
def running_mock(*arguments: str, folder: Path, **changes: str) -> Iterator[Running]:
    """Run the command on a free port until it answers; whatever happens, it ends with the block."""
    with subprocess.Popen(
        [sys.executable, "-m", "login_contract", "mock", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env=environment(**changes),
        start_new_session=True,
    ) as process:
        try:
            origin, printed = _announced(process)
            # The port is open before anything is printed: the request waits, nothing is tried twice.
            httpx.get(f"{origin}/healthz", timeout=30, trust_env=False).raise_for_status()
            yield Running(process, origin, printed)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def _announced(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Read what the starting mock prints; return its origin and all of it."""
    assert process.stdout is not None
    printed = ""
    while LAST_LINE not in printed:
        line = process.stdout.readline()
        assert line, f"the mock ended: {process.communicate()[1]}"
        printed += line
    found = ADDRESS.search(printed)
    assert found is not None
    return found[1], printed
