"""The traffic of a run, as a HAR 1.2 file: each process writes what it sent, and in the end all is joined."""

from __future__ import annotations

import heapq
import json
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, TextIO

from login_contract import __version__, output
from login_contract.errors import UsageError
from login_contract.suite.reporting.covers import Covers
from login_contract.suite.reporting.exchange import secrets_are_shown
from login_contract.suite.reporting.har_entry import WireExchange, entry
from login_contract.suite.reporting.secrets_seen import SecretsSeen
from login_contract.suite.reporting.shown import Shown

FOLDER_VARIABLE = "LOGIN_CONTRACT_TRAFFIC"
MASKED = "What stands in place of a password or token has its form, and is none."
SUFFIX, LOST_SUFFIX = ".jsonl", ".lost"


class TrafficLog:
    """Writes the exchanges of this process into a file of its own, each as soon as it is over."""

    def __init__(self, folder: Path, *, process: str, covers: Covers | None) -> None:
        self._path = folder / f"{process}{SUFFIX}"
        self._file: TextIO | None = self._path.open("a", encoding="ascii", buffering=1)
        self._covers = covers
        self._alone = threading.Lock()
        self.test = ""

    @classmethod
    def of_this_process(cls) -> TrafficLog | None:
        """Returns the log that the run asks for; None when it asks for none."""
        folder = os.environ.get(FOLDER_VARIABLE)
        if not folder:
            return None
        process = os.environ.get("PYTEST_XDIST_WORKER", "main")
        return cls(Path(folder), process=process, covers=None if secrets_are_shown() else Covers())

    def add(self, exchange: WireExchange, secrets: SecretsSeen) -> None:
        """Write an exchange, of whose secrets is known; what cannot be written is no trouble of the test."""
        told = entry(exchange, self._shown(exchange, secrets), test=self.test)
        line = f"{told['startedDateTime']}\t{json.dumps(told, separators=(',', ':'))}\n"
        with self._alone:
            try:
                if self._file is not None:
                    self._file.write(line)
            except OSError as error:
                self._give_up(error)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def _give_up(self, error: OSError) -> None:
        """Tell `join` by the name of the file, which takes no room on a disk that has none."""
        file, self._file = self._file, None
        with suppress(OSError):
            self._path.rename(self._path.with_suffix(f"{LOST_SUFFIX}{error.errno or 0}"))
        # What could not be written is still held, and is tried once more.
        with suppress(OSError):
            if file is not None:
                file.close()

    def _shown(self, exchange: WireExchange, secrets: SecretsSeen) -> Shown:
        if self._covers is None:
            return Shown()
        return Shown(self._covers, tuple(secrets.present("\n".join(exchange.texts()))))


def join(folder: Path, path: Path, *, masked: bool) -> int:
    """Join what the processes of a run have written in ``folder`` to a HAR file, and return how much that is.

    However large they are, little of them is in memory at once.

    Raises:
        UsageError: it cannot be written, or a process could not write what belongs into it.
    """
    for lost in folder.glob(f"*{LOST_SUFFIX}*"):
        reason = os.strerror(int(lost.suffix.removeprefix(LOST_SUFFIX)))
        raise UsageError(f"{folder.parent}, where it is kept until the end: {reason}")
    counted = _Counted(_entries(sorted(folder.glob(f"*{SUFFIX}"))))
    output.write_pieces(_pieces(counted, masked=masked), path, private=not masked)
    return counted.number


class _Counted:
    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.number += 1
            yield line


def _entries(paths: Sequence[Path]) -> Iterator[str]:
    with ExitStack() as stack:
        files = [stack.enter_context(path.open(encoding="ascii")) for path in paths]
        for line in heapq.merge(*files, key=lambda line: line.partition("\t")[0]):
            # The last line of a process that was killed may lack its end.
            if line.endswith("\n"):
                yield line.partition("\t")[2].strip()


def _pieces(entries: Iterable[str], *, masked: bool) -> Iterator[bytes]:
    log: dict[str, Any] = {
        "version": "1.2",
        "creator": {"name": "login-contract", "version": __version__},
        **({"comment": MASKED} if masked else {}),
    }
    yield f'{{"log":{json.dumps(log)[:-1]},"entries":[\n'.encode()
    separator = ""
    for each in entries:
        yield f"{separator}{each}".encode()
        separator = ",\n"
    yield b"\n]}}\n"
