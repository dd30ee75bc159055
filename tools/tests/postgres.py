"""A PostgreSQL server for the tests: the one that the environment names, or a temporary one."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import uuid4

import psycopg
from attrs import frozen

ENVIRONMENT = "LOGIN_CONTRACT_POSTGRES_URL"
NOT_FOUND = f"no PostgreSQL: {ENVIRONMENT} is not set, and neither PATH nor /usr/lib/postgresql has initdb"
# Nothing here outlives the tests, so nothing waits for the disk.
OPTIONS = "-F -c listen_addresses= -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


@frozen
class Postgres:
    """A server that lets the tests make databases; ``url`` names one to connect to for that."""

    url: str

    @contextlib.contextmanager
    def fresh_database(self) -> Iterator[str]:
        """Give the URL of an empty database, removed afterwards."""
        name = f"login_{uuid4().hex}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"'.encode())
            try:
                yield urlsplit(self.url)._replace(path=f"/{name}").geturl()
            finally:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@contextlib.contextmanager
def temporary_server(binaries: Path) -> Iterator[Postgres]:
    """Run a server of its own that listens on a Unix socket in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        options: dict[str, Any] = {"cwd": name}
        if os.geteuid() == 0:
            # PostgreSQL refuses to run as root.
            import pwd

            account = pwd.getpwnam("postgres")
            os.chown(name, account.pw_uid, account.pw_gid)
            options |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        data = Path(name, "data")
        _run(binaries / "initdb", "-N", "-A", "trust", "-U", "postgres", "-D", data, **options)
        control = [binaries / "pg_ctl", "-w", "-D", data]
        _run(*control, "-l", data / "log", "-o", f"{OPTIONS} -k {name}", "start", **options)
        try:
            yield Postgres(f"postgresql://postgres@/postgres?host={quote(name, safe='')}")
        finally:
            _run(*control, "-m", "immediate", "stop", **options)


def find_binaries() -> Path | None:
    """Return the folder that holds ``initdb`` and ``pg_ctl``: on the PATH, else Debian's newest."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: float(path.parts[-3]), default=None)
    return newest.parent if newest else None


def _run(*command: object, **options: Any) -> None:
    subprocess.run(
        [str(part) for part in command], check=True, stdout=subprocess.DEVNULL, timeout=60, **options
    )
