"""RSA keys of projects, kept so that every worker and the next start sign with the same one."""

from __future__ import annotations

from attrs import field, frozen

from login_contract.mock.store.database import Transaction


@frozen
class KeptKey:
    """A key as PEM; the one that signs has no end, an earlier one is good until then, in unix seconds."""

    kid: str
    pem: str = field(repr=False)
    good_until: float | None = None


def of_project(tx: Transaction, project_id: str, fingerprint: str) -> list[KeptKey]:
    """Return the keys kept under a fingerprint of the project's configuration, the one that signs first."""
    rows = tx.all(
        "SELECT kid, pem, good_until FROM signing_keys"
        " WHERE project_id = :project_id AND fingerprint = :fingerprint ORDER BY number DESC",
        project_id=project_id,
        fingerprint=fingerprint,
    )
    return [KeptKey(row["kid"], row["pem"], row["good_until"]) for row in rows]


def keep_first(tx: Transaction, project_id: str, fingerprint: str, key: KeptKey) -> list[KeptKey]:
    """Keep a key unless another worker was first; return what is kept."""
    tx.add("signing_keys", project_id=project_id, fingerprint=fingerprint, kid=key.kid, pem=key.pem)
    return of_project(tx, project_id, fingerprint)


def keep_next(
    tx: Transaction, project_id: str, fingerprint: str, key: KeptKey, *, before_until: float, most: int
) -> None:
    """Keep the key that signs from now on, in a transaction that keeps others from doing the same.

    The one before is good until ``before_until``. What is good no longer goes, and of more than ``most`` the
    oldest.
    """
    where = "WHERE project_id = :project_id AND fingerprint = :fingerprint"
    named = {"project_id": project_id, "fingerprint": fingerprint}
    last = tx.row(f"SELECT MAX(number) AS number FROM signing_keys {where}", **named)["number"]
    tx.execute(
        f"UPDATE signing_keys SET good_until = :until {where} AND number = :last",
        until=before_until,
        last=last,
        **named,
    )
    tx.insert("signing_keys", **named, number=last + 1, kid=key.kid, pem=key.pem)
    tx.execute(
        f"DELETE FROM signing_keys {where} AND (good_until <= :now OR number <= :oldest)",
        now=tx.now,
        oldest=last + 1 - most,
        **named,
    )
