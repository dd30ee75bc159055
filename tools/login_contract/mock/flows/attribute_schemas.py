"""The schema of a project's attributes, as its server puts, reads and removes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.mock.domain import attribute_schema
from login_contract.mock.settings.project import Project
from login_contract.mock.store import attribute_schemas
from login_contract.mock.store.database import Store


@frozen
class AttributeSchemas:
    """Keeps one schema for each project."""

    _store: Store

    async def put(self, project: Project, schema: Mapping[str, Any]) -> None:
        """Let updates keep a schema from now on.

        Raises:
            LoginError: 400 2004-0001, it is not valid or nested too deep.
        """
        attribute_schema.check(schema)
        text = json.dumps(dict(schema))
        await self._store.transaction(lambda tx: attribute_schemas.put(tx, project.project_id, text))

    async def read(self, project: Project) -> dict[str, Any]:
        """Return a project's schema, an empty one where there is none."""
        text = await self._store.read(lambda tx: attribute_schemas.of_project(tx, project.project_id))
        schema: dict[str, Any] = json.loads(text or "{}")
        return schema

    async def remove(self, project: Project) -> None:
        """Let updates be anything again."""
        await self._store.transaction(lambda tx: attribute_schemas.remove(tx, project.project_id))
