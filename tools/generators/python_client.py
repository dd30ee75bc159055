"""The Python client of openapi-generator: all its modules load, and it logs in."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from .generator import Work
from .logins import PROGRAMS, logged_in
from .program import run

_LOAD = """
import importlib, pkgutil, openapi_client
for module in pkgutil.walk_packages(openapi_client.__path__, "openapi_client."):
    importlib.import_module(module.name)
"""


def loads(work: Work) -> Iterator[str]:
    """Loads every module of the package."""
    command = [sys.executable, "-W", "error", "-c", _LOAD]
    yield from run(command, folder=work.client, environment=_path(work)).failure("loading its modules")


def logs_in(work: Work) -> Iterator[str]:
    """Registers a user, logs in and asks who it is."""
    yield from logged_in([sys.executable, PROGRAMS / "python_client.py"], work, environment=_path(work))


def _path(work: Work) -> dict[str, str]:
    return {"PYTHONPATH": str(work.client)}
