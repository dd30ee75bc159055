"""Projects found by what requests name: their id, a client, the origin of a page; however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from login_contract.mock.domain.clients import Client
from login_contract.mock.settings.project import Project, entries_for


class ProjectIndex:
    """The projects of a server, those that changed last at the end."""

    def __init__(self) -> None:
        self._projects: dict[str, Project] = {}
        self._clients: dict[str, Client] = {}
        self._origins: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Project]:
        return iter(self._projects.values())

    def put(self, project: Project) -> None:
        """Add a project, or replace the one with its id."""
        before = self._projects.pop(project.project_id, None)
        if before is not None:
            self._forget(before)
        self._projects[project.project_id] = project
        self._origins.update(project.allowed_origins)
        for settings in project["oauth_clients"]:
            self._clients[str(settings["client_id"])] = Client(project, settings)

    def _forget(self, project: Project) -> None:
        for origin in project.allowed_origins:
            self._origins[origin] -= 1
            if not self._origins[origin]:
                del self._origins[origin]
        for settings in project["oauth_clients"]:
            key = str(settings["client_id"])
            known = self._clients.get(key)
            # Another project may have taken it over since.
            if known is not None and known.project.project_id == project.project_id:
                del self._clients[key]

    def find(self, project_id: str) -> Project | None:
        """Return the project with this id."""
        return self._projects.get(project_id)

    def first(self, number: int) -> list[Project]:
        """Return the projects that have been as they are for the longest time."""
        return list(islice(self._projects.values(), number))

    def client(self, client_id: str) -> Client | None:
        """Return the client with this id, written in decimal."""
        return self._clients.get(client_id)

    def allows_origin(self, origin: str) -> bool:
        """Say whether a page of this origin may call for any project."""
        return any(entry in self._origins for entry in entries_for(origin))

    def origins(self) -> frozenset[str]:
        """Return every origin that some project allows, as the projects name them."""
        return frozenset(self._origins)
