"""Reads a settings file in TOML."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from login_contract.errors import UsageError


def read(path: Path) -> dict[str, Any]:
    """Return what a file holds.

    Raises:
        UsageError: it cannot be read, or is no TOML; one line that begins with the path.
    """
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except OSError as problem:
        raise UsageError(f"{path}: {problem.strerror or problem}") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise UsageError(f"{path}: not valid TOML: {problem}") from problem
