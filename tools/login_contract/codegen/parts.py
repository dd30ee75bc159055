"""What generation writes: the descriptions, and the clients.

Each folder beside this module that has a `distribution` makes a client named like the folder, by its function
`write_<name>(document, folder)`. It is offered by that alone. One that needs what not everybody has says
what is missing by its function `missing()`.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from login_contract.errors import UsageError

ALL = "all"
OPENAPI = "openapi"


def clients() -> list[str]:
    """The clients that can be made, by name."""
    return sorted(path.parent.name for path in Path(__file__).parent.glob("*/distribution.py"))


def chosen(part: str) -> list[str]:
    """The parts that a name asks for, in the order in which they are written.

    Raises:
        UsageError: there is no such part.
    """
    every = [OPENAPI, *clients()]
    if part not in (ALL, *every):
        raise UsageError(f"{part} is nothing that is generated; there is {', '.join((ALL, *every))}")
    return every if part == ALL else [part]


def missing(part: str) -> dict[str, str]:
    """What "all" leaves out on this machine, by name, with the reason in one line.

    What is asked for by its name is never left out.

    Raises:
        UsageError: something is left out where nothing may be (`LOGIN_CONTRACT_NO_SKIPS=1`).
    """
    found: dict[str, str] = {}
    for name in clients() if part == ALL else ():
        tell = getattr(_distribution(name), "missing", None)
        if tell is not None and (reason := tell()) is not None:
            found[name] = reason
    if found and os.environ.get("LOGIN_CONTRACT_NO_SKIPS") == "1":
        raise UsageError("; ".join(f"{name} is not to be left out: {why}" for name, why in found.items()))
    return found


def write_client(name: str, document: dict[str, Any], folder: Path) -> None:
    """Writes a client into an empty or missing folder, from a bundled description.

    Raises:
        Failure: its generator had anything to complain about.
    """
    getattr(_distribution(name), f"write_{name}")(document, folder)


def _distribution(name: str) -> ModuleType:
    return import_module(f"login_contract.codegen.{name}.distribution")
