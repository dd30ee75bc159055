"""Test identities of a simulated provider that were added while the server ran."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from login_contract.mock.store.database import Transaction


def add(tx: Transaction, project_id: str, provider: str, profile: Mapping[str, Any]) -> None:
    """Add an identity, or replace the one with its id."""
    tx.put(
        "provider_identities",
        ("project_id", "provider", "external_id"),
        project_id=project_id,
        provider=provider,
        external_id=profile["id"],
        profile=json.dumps(dict(profile)),
    )


def added(tx: Transaction, project_id: str, provider: str) -> list[dict[str, Any]]:
    """Return the identities that were added, by id."""
    rows = tx.all(
        "SELECT profile FROM provider_identities WHERE project_id = :project_id AND provider = :provider"
        " ORDER BY external_id",
        project_id=project_id,
        provider=provider,
    )
    return [json.loads(row["profile"]) for row in rows]
