"""Every call of a webhook and its answer, for tests and people to read; secrets are masked before."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from login_contract.mock import moments
from login_contract.mock.store.database import Row, Transaction
from login_contract.mock.store.watch import announce_change

KEPT_DELIVERIES = 2000


@frozen(kw_only=True)
class LoggedDelivery:
    """One call; ``request`` and ``response`` hold headers and body, the response its status too."""

    id: str
    project_id: str
    name: str
    url: str
    request: Mapping[str, Any]
    response: Mapping[str, Any] | None
    duration_seconds: float
    verdict: str
    remarks: Sequence[str] = ()


def add(tx: Transaction, delivery: LoggedDelivery) -> None:
    """Keep a delivery; only the newest are kept."""
    tx.insert(
        "deliveries",
        id=delivery.id,
        project_id=delivery.project_id,
        name=delivery.name,
        url=delivery.url,
        request=json.dumps(delivery.request),
        response=None if delivery.response is None else json.dumps(delivery.response),
        duration_seconds=delivery.duration_seconds,
        verdict=delivery.verdict,
        remarks=json.dumps(list(delivery.remarks)),
        created_at=tx.now,
    )
    tx.execute(
        "DELETE FROM deliveries WHERE position <= (SELECT MAX(position) FROM deliveries) - :kept",
        kept=KEPT_DELIVERIES,
    )
    announce_change(tx)


def remark(tx: Transaction, delivery_id: str, remarks: Sequence[str]) -> None:
    """Add remarks to a delivery."""
    row = tx.one("SELECT remarks FROM deliveries WHERE id = :id", id=delivery_id)
    if row is not None and remarks:
        tx.execute(
            "UPDATE deliveries SET remarks = :remarks WHERE id = :id",
            remarks=json.dumps([*json.loads(row["remarks"]), *remarks]),
            id=delivery_id,
        )


def newest(
    tx: Transaction, project_id: str | None = None, *, most: int = KEPT_DELIVERIES
) -> list[dict[str, Any]]:
    """Return the deliveries, or those of a project, as the control interface shows them, newest first."""
    where, given = _of_project(project_id)
    rows = tx.all(f"SELECT * FROM deliveries{where} ORDER BY position DESC LIMIT :most", **given, most=most)
    return [_shown(row) for row in rows]


def count(tx: Transaction, project_id: str | None = None) -> int:
    """Return how many deliveries there are, or are of a project."""
    where, given = _of_project(project_id)
    found: int = tx.row(f"SELECT COUNT(*) AS found FROM deliveries{where}", **given)["found"]
    return found


def _of_project(project_id: str | None) -> tuple[str, dict[str, str]]:
    if project_id is None:
        return "", {}
    return " WHERE project_id = :project_id", {"project_id": project_id.lower()}


def _shown(row: Row) -> dict[str, Any]:
    return {
        "id": row["id"],
        "project_id": row["project_id"],
        "name": row["name"],
        "url": row["url"],
        "request": json.loads(row["request"]),
        "response": None if row["response"] is None else json.loads(row["response"]),
        "duration_seconds": row["duration_seconds"],
        "verdict": row["verdict"],
        "remarks": json.loads(row["remarks"]),
        "created_at": moments.in_milliseconds(row["created_at"]),
    }
