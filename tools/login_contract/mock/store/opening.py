"""Opens the database that a URL names."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from login_contract.errors import UsageError
from login_contract.mock.store.database import Store
from login_contract.mock.store.postgres import PostgresStore, masked
from login_contract.mock.store.sqlite import SqliteStore


def open_store(url: str | None, *, throwaway: bool = False) -> Store:
    """Open the store that a URL names; None is a temporary SQLite file, and so is a ``throwaway`` one.

    ``sqlite:///relative.db``, ``sqlite:////absolute.db`` and ``postgresql://…`` are understood.

    Raises:
        UsageError: the URL makes no sense or the database does not answer.
    """
    if url is None:
        return SqliteStore()
    try:
        parts = urlsplit(url)
    except ValueError as problem:
        raise UsageError(f"database URL {masked(url)!r} is not understood: {problem}") from problem
    if parts.scheme in ("postgresql", "postgres"):
        return PostgresStore(url)
    if parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1:
        path = Path(unquote(parts.path[1:]))
        if not path.parent.is_dir():
            raise UsageError(f"cannot open the database {path}: its folder does not exist")
        return SqliteStore(path, throwaway=throwaway)
    raise UsageError(
        f"database URL {masked(url)!r} is not understood; use sqlite:///file.db, sqlite:////absolute.db or postgresql://…"
    )
