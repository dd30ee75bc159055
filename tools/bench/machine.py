"""What the machine can do at best: RSA signatures in a second, on one core."""

from __future__ import annotations

import re
import shutil
import subprocess

from .contender import ContenderError

SIGNS = re.compile(r"^rsa\s+2048 bits\s+\S+s\s+\S+s\s+([\d.]+)", re.MULTILINE)


def signatures(seconds: int) -> float:
    """RSA-2048 signatures in a second, as `openssl speed` counts them.

    Raises `ContenderError` when there is no openssl, or it tells something else.
    """
    command = shutil.which("openssl")
    if command is None:
        raise ContenderError("no openssl on the search path")
    done = subprocess.run(
        [command, "speed", "-seconds", str(seconds), "rsa2048"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60 + 4 * seconds,
    )
    return read(done.stdout)


def read(table: str) -> float:
    """Reads the table that `openssl speed` prints."""
    found = SIGNS.search(table)
    if found is None:
        raise ContenderError("openssl speed tells no rate of RSA signatures")
    return float(found[1])
