"""The tenants: their settings in the store, read once per change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store.database import Store, Transaction


@frozen
class Seen:
    """The projects as they were at a revision of the store."""

    revision: int = -1
    projects: Mapping[str, Project] = field(factory=dict)


class Projects:
    """Finds projects; a revision number in the store tells when a cached one is out of date."""

    def __init__(self, store: Store, *, empty_pages: frozenset[str] = frozenset()) -> None:
        self._store = store
        self._empty_pages = empty_pages
        # Replaced as one: threads may refresh at once, and others look meanwhile.
        self._seen = Seen()

    def refresh(self, tx: Transaction) -> None:
        """Read what another worker or request has changed since the last look, and nothing else."""
        if tx.projects_revision != self._seen.revision:
            self._seen = Seen(tx.projects_revision, self._known(tx))

    def _known(self, tx: Transaction) -> dict[str, Project]:
        seen = self._seen
        emptied = seen.revision < tx.projects_emptied
        known = {} if emptied else dict(seen.projects)
        for row in tx.all(
            "SELECT project_id, settings, revision FROM projects WHERE revision > :revision"
            " ORDER BY revision",
            revision=tx.projects_emptied if emptied else seen.revision,
        ):
            known.pop(row["project_id"], None)  # The latest change comes last.
            known[row["project_id"]] = Project(
                json.loads(row["settings"]), row["revision"], self._empty_pages
            )
        return known

    def others(self, tx: Transaction, project_id: str) -> list[Mapping[str, Any]]:
        """Return the settings of every other project as this transaction finds them."""
        known = self._known(tx)
        return [known[each].settings for each in known if each != project_id]

    def find(self, project_id: str) -> Project | None:
        """Return the project with this id, in any letter case; call ``refresh`` first."""
        known = self._seen.projects
        return known.get(project_id) or known.get(project_id.lower())

    def all(self) -> list[Project]:
        """Return every project; call ``refresh`` first."""
        return list(self._seen.projects.values())

    def allows_origin(self, origin: str) -> bool:
        """Say whether a browser page of this origin may call for any project; call ``refresh`` first."""
        return any(project.allows_origin(origin) for project in self.all())

    def named(self, project_id: str) -> Project:
        """Return the project of a path parameter.

        Raises:
            LoginError: 404 003-061, there is none.
        """
        project = self.find(project_id)
        if project is None:
            raise LoginError(404, "003-061", because=f"there is no project {project_id}")
        return project


@frozen
class Held:
    """A project as the store has it, and as a settings file configured it, if one did."""

    settings: Mapping[str, Any]
    configured: Mapping[str, Any] | None


def held(tx: Transaction, project_id: str) -> Held | None:
    """Return a project, which nobody else may change before this transaction ends."""
    row = tx.one(
        f"SELECT settings, configured FROM projects WHERE project_id = :project_id{tx.for_update}",
        project_id=project_id,
    )
    if row is None:
        return None
    return Held(json.loads(row["settings"]), json.loads(row["configured"] or "null"))


def note_configured(tx: Transaction, settings: Mapping[str, Any]) -> None:
    """Note what the settings file says of a project."""
    tx.execute(
        "UPDATE projects SET configured = :configured WHERE project_id = :project_id",
        configured=json.dumps(settings),
        project_id=settings["project_id"],
    )


def put(tx: Transaction, settings: Mapping[str, Any]) -> Project:
    """Create or replace a project's settings."""
    counted = tx.row("UPDATE state SET projects_revision = projects_revision + 1 RETURNING projects_revision")
    revision = counted["projects_revision"]
    tx.execute(
        "INSERT INTO projects (project_id, settings, revision) VALUES (:project_id, :settings, :revision)"
        " ON CONFLICT (project_id) DO UPDATE SET settings = excluded.settings, revision = excluded.revision",
        project_id=settings["project_id"],
        settings=json.dumps(settings),
        revision=revision,
    )
    return Project(settings, revision)


def remove_all(tx: Transaction) -> None:
    """Remove every project, and let every worker forget what it knows."""
    # First what every writer of a project waits for: those of another reset would outlive this one unseen.
    tx.execute(
        "UPDATE state SET projects_revision = projects_revision + 1, projects_emptied = projects_revision + 1"
    )
    tx.execute("DELETE FROM projects")


def ids(tx: Transaction) -> list[str]:
    """Return the id of every project, those that changed last at the end."""
    return [row["project_id"] for row in tx.all("SELECT project_id FROM projects ORDER BY revision")]
