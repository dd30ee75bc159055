"""The tenants: their settings in the store, read once per change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import projects
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
        since = tx.projects_emptied if emptied else seen.revision
        for changed in projects.changed_since(tx, since):
            known.pop(changed.project_id, None)  # The latest change comes last.
            known[changed.project_id] = Project(changed.settings, changed.revision, self._empty_pages)
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
            raise LoginError(NOT_FOUND, because=f"there is no project {project_id}")
        return project
