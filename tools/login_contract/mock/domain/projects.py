"""The tenants: their settings in the store, read once per change."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any

from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.project_index import ProjectIndex
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.settings.project import Project, project_settings
from login_contract.mock.store import projects
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.projects import ChangedProject


class Projects:
    """Finds projects; a revision number in the store tells what of them is out of date here."""

    def __init__(self, store: Store, *, empty_pages: frozenset[str] = frozenset()) -> None:
        self._store = store
        self._empty_pages = empty_pages
        # Threads may refresh at once, and others look meanwhile.
        self._lock = Lock()
        self._revision = -1
        self._index = ProjectIndex()

    def refresh(self, tx: Transaction) -> None:
        """Read what another worker or request has changed since the last look, and nothing else."""
        if tx.projects_revision == self._revision:
            return
        emptied, changed = self._changed(tx)
        with self._lock:
            # Another thread, which saw more, may have been here since.
            if tx.projects_revision < self._revision:
                return
            index = ProjectIndex() if emptied else self._index
            for each in changed:
                index.put(Project(each.settings, each.revision, self._empty_pages))
            self._index, self._revision = index, tx.projects_revision

    def _changed(self, tx: Transaction) -> tuple[bool, list[ChangedProject]]:
        """Return whether all projects are gone that were known here, and those that changed since."""
        known = self._revision
        emptied = known < tx.projects_emptied
        return emptied, projects.changed_since(tx, tx.projects_emptied if emptied else known)

    def owners(self, tx: Transaction, *, but: str) -> Callable[[int], str | None]:
        """Return what tells which project, ``but`` for one, has a client as this transaction finds them."""
        emptied, changed = self._changed(tx)
        latest = {each.project_id for each in changed} | {but}
        taken = {
            client["client_id"]: each.project_id
            for each in changed
            for client in each.settings["oauth_clients"]
            if each.project_id != but
        }

        def owner(client_id: int) -> str | None:
            known = None if emptied else self.client(client_id)
            if known is None or known.project.project_id in latest:
                return taken.get(client_id)
            return known.project.project_id

        return owner

    def find(self, project_id: str) -> Project | None:
        """Return the project with this id, in any letter case; call ``refresh`` first."""
        with self._lock:
            return self._index.find(project_id) or self._index.find(project_id.lower())

    def client(self, client_id: int | str) -> Client | None:
        """Return the client with this id, which forms write as text; call ``refresh`` first."""
        with self._lock:
            return self._index.client(str(client_id))

    def change(self, tx: Transaction, project_id: str, **changed: Any) -> None:
        """Change settings of a project, as far as the project is still there.

        Raises:
            SettingsError: the settings would make no sense.
        """
        held = projects.find(tx, project_id)
        if held is not None:
            projects.put(tx, project_settings().complete({**held.settings, **changed}))

    def all(self) -> list[Project]:
        """Return every project, those that changed last at the end; call ``refresh`` first."""
        with self._lock:
            return list(self._index)

    def first(self, number: int) -> list[Project]:
        """Return the first so many of all; call ``refresh`` first."""
        with self._lock:
            return self._index.first(number)

    def allows_origin(self, origin: str) -> bool:
        """Say whether a browser page of this origin may call for any project; call ``refresh`` first."""
        with self._lock:
            return self._index.allows_origin(origin)

    def origins(self) -> frozenset[str]:
        """Return every origin that some project allows, as the projects name them; call ``refresh`` first."""
        with self._lock:
            return self._index.origins()

    def named(self, project_id: str, otherwise: Refusal = NOT_FOUND) -> Project:
        """Return the project that a request names.

        Raises:
            LoginError: ``otherwise``, there is none; 404 003-061 where the path names it.
        """
        project = self.find(project_id)
        if project is None:
            raise LoginError(otherwise, because=f"there is no project {project_id}")
        return project
