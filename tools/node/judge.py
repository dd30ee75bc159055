"""Runs the program of a package beside this file that judges something: `judge.mjs`, by JSON."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from typing import Any

from login_contract.errors import UsageError
from node import npm


def answer(package: str, asked: Mapping[str, Any], *, seconds: float) -> Any:
    """Return what the program of `package` answers to what is `asked`; its `modules` are told beside that.

    Raises:
        UsageError: the program does not end well, or not within so many seconds.
        NodeUnavailableError: there is no Node, or the package cannot be installed.
    """
    installed = npm.install(package)
    try:
        done = subprocess.run(
            [installed.node, npm.HERE / package / "judge.mjs"],
            input=json.dumps({"modules": str(installed.modules), **asked}),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UsageError(f"{package} did not end within {seconds} seconds") from None
    if done.returncode != 0:
        raise UsageError(f"{package} did not run: {''.join(done.stderr.strip().splitlines()[-1:])}")
    return json.loads(done.stdout)
