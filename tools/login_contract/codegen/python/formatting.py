"""Programs as the formatter writes them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

_MARK = "# ---- next ----\n"


def formatted(programs: Sequence[str], *, width: int) -> list[str]:
    """Return the programs with lines of this many characters; one run for all, a start takes its time."""
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--isolated", "--no-cache", f"--line-length={width}", "-"],
        input=_MARK.join(programs),
        capture_output=True,
        text=True,
        check=True,
    )
    return [f"{each.strip()}\n" for each in done.stdout.split(_MARK)]
