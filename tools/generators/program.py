"""Runs a program to its end, and takes what it printed for what it has to say."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import frozen

# The slowest, on a machine that is busy otherwise, takes a minute.
SECONDS = 600
# What Node says of an error stands above where it happened, what Python says below.
_ERROR = re.compile(r"\w*Error\b.*: ")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@frozen
class Ended:
    """How a program ended: its exit status, and everything it printed, without colours."""

    status: int
    output: str

    @property
    def lines(self) -> list[str]:
        """What was printed, line by line, without empty ones."""
        return [line.strip() for line in self.output.splitlines() if line.strip()]

    def failure(self, what: str) -> list[str]:
        """Return nothing after exit status 0, otherwise what failed and the line that tells most of why."""
        if self.status == 0:
            return []
        lines = self.lines or ["nothing was said"]
        told = next((line for line in lines if _ERROR.match(line)), lines[-1])
        return [f"{what} ended with {self.status}: {told}"]


def run(
    command: Iterable[str | Path], *, folder: Path, environment: Mapping[str, str] | None = None
) -> Ended:
    """Runs a command in a folder; one that does not end within ten minutes has status 124.

    Raises:
        OSError: there is no such program.
    """
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return Ended(124, f"it did not end within {SECONDS} seconds")
    return Ended(done.returncode, _COLOURS.sub("", done.stdout.decode(errors="replace")))
