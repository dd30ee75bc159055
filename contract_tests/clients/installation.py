"""The locked npm package that the JavaScript tests need, installed by the checkout's own helper."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from attrs import frozen

INSTALLER = Path(__file__).resolve().parents[2] / "tools" / "node" / "npm.py"


@frozen
class Installation:
    """A Node and the `node_modules` folder with the SDK, jsdom and axios."""

    node: Path
    modules: Path


def install_sdk() -> Installation:
    """Installs the SDK once per lock file; skips the test when Node or the registry is out of reach."""
    if not INSTALLER.is_file():
        give_up("the JavaScript tests need a checkout: tools/node is not here")
    done = subprocess.run([sys.executable, INSTALLER, "sdk"], capture_output=True, text=True)
    if done.returncode == 3:
        give_up(done.stderr.strip())
    if done.returncode != 0:
        pytest.fail(f"{INSTALLER.name} failed:\n{done.stderr}", pytrace=False)
    found = json.loads(done.stdout)
    return Installation(Path(found["node"]), Path(found["modules"]))


def give_up(reason: str) -> NoReturn:
    """Skips with the reason, or fails where nothing may be skipped (`LOGIN_CONTRACT_NO_SKIPS=1`)."""
    if os.environ.get("LOGIN_CONTRACT_NO_SKIPS") == "1":
        pytest.fail(f"not to be skipped: {reason}", pytrace=False)
    pytest.skip(reason)
