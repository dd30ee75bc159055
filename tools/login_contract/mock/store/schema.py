"""The tables that a database has to have: made, recognised, and emptied by a reset."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Sequence

from login_contract.mock.store.tables import projects, proofs, sent, server, sessions, ties, users

TABLES = "".join(noun.TABLES for noun in (server, projects, users, ties, sessions, proofs, sent))
NAMES = frozenset(re.findall(r"CREATE TABLE IF NOT EXISTS (\w+)", TABLES))
# What is no state of the API: whose tables these are, the clock and its counters, and the projects.
KEPT_BY_RESET = frozenset({"made_by", "state", "projects"})
EMPTIED_BY_RESET = tuple(sorted(NAMES - KEPT_BY_RESET))
# Tables are made, never altered: a database of other ones is refused, and a new one costs nothing.
VERSION = hashlib.sha256(" ".join(TABLES.split()).encode()).hexdigest()[:16]
MADE = f"INSERT INTO made_by (id, tables) VALUES (1, '{VERSION}') ON CONFLICT DO NOTHING"
MADE_BY = "SELECT tables FROM made_by"


def statements(*, identity: str) -> list[str]:
    """Return the statements that make every table, with the dialect's way to number rows."""
    made = [text for text in TABLES.replace("{identity}", identity).split(";") if text.strip()]
    return [*made, MADE]


def belongs(present: Collection[str], made_by: Callable[[], Sequence[str]]) -> bool:
    """Say whether a database with these tables is new, or made with the tables of this very version.

    ``made_by`` reads what ``MADE_BY`` selects, and is called only where there is such a table.
    """
    if NAMES.isdisjoint(present):
        return True
    return "made_by" in present and list(made_by()) == [VERSION]
