"""The tenants' settings, numbered by a revision that grows with every change of any of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.mock.store.database import Transaction


@frozen
class KeptProject:
    """A project as the store has it, and as a settings file configured it, if one did."""

    settings: Mapping[str, Any]
    configured: Mapping[str, Any] | None


@frozen
class ChangedProject:
    """The settings of a project from a revision on."""

    project_id: str
    settings: Mapping[str, Any]
    revision: int


def changed_since(tx: Transaction, revision: int) -> list[ChangedProject]:
    """Return what was put after a revision, the latest change last."""
    rows = tx.all(
        "SELECT project_id, settings, revision FROM projects WHERE revision > :revision ORDER BY revision",
        revision=revision,
    )
    return [ChangedProject(row["project_id"], json.loads(row["settings"]), row["revision"]) for row in rows]


def find(tx: Transaction, project_id: str) -> KeptProject | None:
    """Return a project, which nobody else may change before this transaction ends."""
    row = tx.one(
        f"SELECT settings, configured FROM projects WHERE project_id = :project_id{tx.for_update}",
        project_id=project_id,
    )
    if row is None:
        return None
    return KeptProject(json.loads(row["settings"]), json.loads(row["configured"] or "null"))


def ids(tx: Transaction) -> list[str]:
    """Return the id of every project, those that changed last at the end."""
    return [row["project_id"] for row in tx.all("SELECT project_id FROM projects ORDER BY revision")]


def put(tx: Transaction, settings: Mapping[str, Any]) -> int:
    """Create or replace a project's settings; return the revision."""
    counted = tx.row(
        "UPDATE state SET projects_revision = projects_revision + 1, changes = changes + 1"
        " RETURNING projects_revision"
    )
    revision: int = counted["projects_revision"]
    tx.put(
        "projects",
        ("project_id",),
        project_id=settings["project_id"],
        settings=json.dumps(settings),
        revision=revision,
    )
    return revision


def note_configured(tx: Transaction, settings: Mapping[str, Any]) -> None:
    """Note what the settings file says of a project."""
    configured = json.dumps(settings)
    tx.change("projects", ("project_id",), project_id=settings["project_id"], configured=configured)


def remove_all(tx: Transaction) -> None:
    """Remove every project, and let every worker forget what it knows."""
    # First what every writer of a project waits for: those of another reset would outlive this one unseen.
    tx.execute(
        "UPDATE state SET projects_revision = projects_revision + 1, projects_emptied = projects_revision + 1"
    )
    tx.execute("DELETE FROM projects")
