"""What the server as a whole keeps: its clock, the count of its runs, the version of its settings."""

from __future__ import annotations

from login_contract.mock.store.database import Transaction
from login_contract.mock.store.schema import EMPTIED_BY_RESET
from login_contract.mock.store.watch import announce_change


def begin_run(tx: Transaction) -> int:
    """Count a start of the server; return how many there were since the last reset."""
    count: int = tx.row("UPDATE state SET runs = runs + 1 RETURNING runs")["runs"]
    return count


def move_clock(tx: Transaction, seconds: float) -> None:
    """Move the mock's time forward for every later transaction."""
    tx.execute("UPDATE state SET clock_offset = clock_offset + :seconds", seconds=seconds)


def reset(tx: Transaction) -> None:
    """Forget what has happened, return to real time, and count this as the first run."""
    for table in EMPTIED_BY_RESET:
        tx.execute(f"DELETE FROM {table}")
    tx.execute("UPDATE state SET clock_offset = 0, pending_faults = 0, runs = 1")
    announce_change(tx)


def settings_version(tx: Transaction) -> str:
    """Return the version of the settings' schema that projects were last completed by."""
    version: str = tx.row("SELECT settings FROM made_by")["settings"]
    return version


def note_settings_version(tx: Transaction, version: str) -> None:
    """Note the version of the settings' schema that projects are completed by."""
    tx.execute("UPDATE made_by SET settings = :version", version=version)
