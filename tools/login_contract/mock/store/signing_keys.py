"""RSA keys of projects, kept so that every worker and the next start sign with the same one."""

from __future__ import annotations

from login_contract.mock.store.database import Transaction


def find(tx: Transaction, project_id: str, fingerprint: str) -> tuple[str, str] | None:
    """Return ``(kid, pem)`` of the key kept under a fingerprint of the project's configuration."""
    row = tx.one(
        "SELECT kid, pem FROM signing_keys WHERE project_id = :project_id AND fingerprint = :fingerprint",
        project_id=project_id,
        fingerprint=fingerprint,
    )
    return (row["kid"], row["pem"]) if row else None


def keep_first(tx: Transaction, project_id: str, fingerprint: str, kid: str, pem: str) -> tuple[str, str]:
    """Keep a key unless another worker was first; return the one that is kept."""
    tx.add(
        "signing_keys",
        project_id=project_id,
        fingerprint=fingerprint,
        kid=kid,
        pem=pem,
    )
    return find(tx, project_id, fingerprint) or (kid, pem)
