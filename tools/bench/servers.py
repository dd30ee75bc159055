"""The servers under load: the mock in its variants, Prism, and a database for the mock."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from os import environ
from pathlib import Path

from node import npm
from tests import postgres
from tests.postgres import Postgres

from . import cases
from .contender import Contender, ContenderError, free_port, started

MOCK, PRISM = "mock", "Prism"
Start = AbstractContextManager[Contender]


def mock(folder: Path, *options: str, name: str = MOCK) -> Start:
    """Starts the mock as a user does, with more options of its command line."""
    port = free_port()
    return started(
        name,
        [sys.executable, "-m", "login_contract", "mock", "--port", str(port), *options],
        port=port,
        api=f"http://127.0.0.1:{port}/api",
        first=cases.LOGIN,
        log=folder / f"{port}.log",
    )


def prism(tools: npm.Installation, description: Path, folder: Path, level: str) -> Start:
    """Starts Prism on a description; `level` is how much it logs."""
    port = free_port()
    script = tools.modules / "@stoplight" / "prism-cli" / "dist" / "index.js"
    return started(
        PRISM,
        [str(tools.node), str(script), "mock", "--port", str(port), "-v", level, str(description)],
        port=port,
        # Prism serves the paths themselves, without the path of the description's server address.
        api=f"http://127.0.0.1:{port}",
        first=cases.LOGIN,
        log=folder / "prism.log",
    )


@contextmanager
def database() -> Iterator[str]:
    """The URL of an empty PostgreSQL database; raises `ContenderError` where there is no PostgreSQL."""
    given, binaries = environ.get(postgres.ENVIRONMENT), postgres.find_binaries()
    if given:
        with Postgres(given).fresh_database() as url:
            yield url
    elif binaries is not None:
        with postgres.temporary_server(binaries) as server, server.fresh_database() as url:
            yield url
    else:
        raise ContenderError(postgres.NOT_FOUND)
