"""The npm packages that tests and benchmarks need, each locked in a folder beside this file.

Each folder is a package of its own, so that a test that needs a small one does not wait for a large one.
As a command it prints where things are, for callers that cannot import it:

    python tools/node/npm.py sdk
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from login_contract import npm
from login_contract.npm import Installation, NodeUnavailableError, find_node

__all__ = ["HERE", "Installation", "NodeUnavailableError", "find_node", "install", "main"]

HERE = Path(__file__).resolve().parent


def install(package: str, *, cache: Path | None = None) -> Installation:
    """Installs the locked dependencies of `package` (a folder beside this file) once per lock and Node.

    Raises `NodeUnavailableError` as `login_contract.npm.install` does.
    """
    return npm.install(HERE / package, cache=cache)


def main(arguments: list[str]) -> int:
    """Prints `{"node": path, "modules": path}` for a package; exit status 3 with one line when it cannot."""
    try:
        installed = install(" ".join(arguments))
    except NodeUnavailableError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    sys.stdout.write(json.dumps({"node": str(installed.node), "modules": str(installed.modules)}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
