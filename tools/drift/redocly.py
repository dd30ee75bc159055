"""Lets `redocly drift` judge a recording by a description."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

from attrs import frozen

from login_contract.errors import UsageError
from node import npm

from .finding import NOWHERE, Finding

NAME = "redocly"
QUIET = {
    "REDOCLY_TELEMETRY": "off",
    "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true",
    "NO_COLOR": "1",
    # A recording is in memory as a whole.
    "NODE_OPTIONS": "--max-old-space-size=4096",
}
SECONDS = 1800
HALVES = {"request": "request", "response": "answer"}


@frozen
class Redocly:
    """The installed command line."""

    node: Path
    script: Path

    @classmethod
    def installed(cls) -> Redocly:
        """Raises `NodeUnavailableError`, with one line, where it cannot be."""
        found = npm.install(NAME)
        return cls(found.node, found.modules / "@redocly" / "cli" / "bin" / "cli.js")

    def judge(self, recording: Path, description: Path, output: Path) -> list[Finding]:
        """What it finds, by operation ids of the description; `output` is a CSV file that it writes.

        The host of a request may be any; the path has to be one of the description's servers.

        Raises:
            UsageError: it did not judge.
        """
        output.unlink(missing_ok=True)
        try:
            done = subprocess.run(
                [
                    *(self.node, self.script, "drift", recording.resolve(), "--api", description.resolve()),
                    *("--match-mode", "basepath", "--traffic-format", "har"),
                    *("--format", "csv", "--output", output.resolve()),
                ],
                env={**os.environ, **QUIET},
                cwd=output.parent,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UsageError(f"redocly drift did not come to its end in {SECONDS} seconds") from None
        if not output.is_file() or "failed to execute" in done.stderr:
            lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
            raise UsageError(f"redocly drift did not judge: {lines[0] if lines else 'no answer'}")
        return read(output)


def read(path: Path) -> list[Finding]:
    """The findings of a report in CSV; all that it finds of undescribed calls is about their requests."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Finding(
                judge=NAME,
                half=HALVES[row["target"]],
                message=row["message"],
                operation=row["operation_id"] or NOWHERE,
                status=int(row["status"] or 0),
                index=int(row["exchange_index"]),
            )
            for row in csv.DictReader(file)
        ]
