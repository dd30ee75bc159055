"""The JSON Schema that a project's attributes have to keep, as it was put."""

from __future__ import annotations

from login_contract.mock.store.database import Transaction


def put(tx: Transaction, project_id: str, schema: str) -> None:
    """Keep a schema in place of an earlier one; ``schema`` is its JSON text."""
    tx.put("attribute_schemas", ("project_id",), project_id=project_id, schema=schema)


def of_project(tx: Transaction, project_id: str) -> str | None:
    """Return the JSON text of a project's schema, None where there is none."""
    row = tx.one("SELECT schema FROM attribute_schemas WHERE project_id = :project_id", project_id=project_id)
    return row["schema"] if row else None


def remove(tx: Transaction, project_id: str) -> None:
    """Forget the schema of a project."""
    tx.execute("DELETE FROM attribute_schemas WHERE project_id = :project_id", project_id=project_id)
