"""Tags: the digits that tell users of one nickname apart; a project gives each of them once."""

from __future__ import annotations

from login_contract.mock.store.database import Transaction


def give(tx: Transaction, project_id: str, number: int = 1) -> list[str]:
    """Take tags that nobody in the project has had; none where the project is gone."""
    row = tx.one(
        "UPDATE projects SET last_tag = last_tag + :number WHERE project_id = :project_id RETURNING last_tag",
        number=number,
        project_id=project_id,
    )
    return [str(row["last_tag"] - before) for before in reversed(range(number))] if row is not None else []
