"""Which user an account elsewhere, or a device, stands for: one of them, one user."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from login_contract.mock.store.database import Transaction

# In place of a provider's name, which has no capital letters.
DEVICE = "DEVICE"


@frozen
class ExternalAccount:
    """An account at a social network, or a device.

    ``profile`` is what the network told of the account last; it is empty where it has told nothing.
    """

    provider: str
    external_id: str
    profile: Mapping[str, Any] = field(factory=dict)


def user_id(tx: Transaction, project_id: str, provider: str, external_id: str) -> str | None:
    """Return the user that an external account stands for."""
    row = tx.one(
        "SELECT user_id FROM external_accounts WHERE project_id = :project_id AND provider = :provider"
        " AND external_id = :external_id",
        project_id=project_id,
        provider=provider,
        external_id=external_id,
    )
    return row["user_id"] if row else None


def link(tx: Transaction, project_id: str, provider: str, external_id: str, user_id: str) -> bool:
    """Let an external account stand for a user; return False when it stands for one already."""
    return tx.add(
        "external_accounts",
        project_id=project_id,
        provider=provider,
        external_id=external_id,
        user_id=user_id,
    )


def unlink(tx: Transaction, project_id: str, provider: str, external_id: str) -> None:
    """Let an external account stand for nobody."""
    tx.execute(
        "DELETE FROM external_accounts WHERE project_id = :project_id AND provider = :provider"
        " AND external_id = :external_id",
        project_id=project_id,
        provider=provider,
        external_id=external_id,
    )


def providers(tx: Transaction, user_id: str) -> list[str]:
    """Return where the accounts are that stand for a user."""
    rows = tx.all(
        "SELECT provider FROM external_accounts WHERE user_id = :user_id ORDER BY provider", user_id=user_id
    )
    return [row["provider"] for row in rows]


def of_user(tx: Transaction, user_id: str) -> list[ExternalAccount]:
    """Return the accounts and devices that stand for a user."""
    rows = tx.all(
        "SELECT provider, external_id, profile FROM external_accounts WHERE user_id = :user_id"
        " ORDER BY provider, external_id",
        user_id=user_id,
    )
    return [
        ExternalAccount(row["provider"], row["external_id"], json.loads(row["profile"] or "{}"))
        for row in rows
    ]


def tell(
    tx: Transaction, project_id: str, provider: str, external_id: str, profile: Mapping[str, Any]
) -> None:
    """Keep what a network tells of an account there."""
    tx.change(
        "external_accounts",
        ("project_id", "provider", "external_id"),
        project_id=project_id,
        provider=provider,
        external_id=external_id,
        profile=json.dumps(dict(profile)),
    )


def move(tx: Transaction, user_id: str, to_user_id: str) -> None:
    """Let every external account of a user stand for another one."""
    tx.execute(
        "UPDATE external_accounts SET user_id = :to_user_id WHERE user_id = :user_id",
        user_id=user_id,
        to_user_id=to_user_id,
    )
