"""What generation writes: the descriptions, and the clients.

Each folder beside this module that has a `distribution` makes a client named like the folder, by its function
`write_<name>(document, folder)`. It is offered by that alone.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
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


def write_client(name: str, document: dict[str, Any], folder: Path) -> None:
    """Writes a client into an empty or missing folder, from a bundled description.

    Raises:
        Failure: its generator had anything to complain about.
    """
    module = import_module(f"login_contract.codegen.{name}.distribution")
    getattr(module, f"write_{name}")(document, folder)
