"""Events on their way to registered addresses: in order for each user and address, one try at a time.

Times of tries are the mock's, which tests move; a claim lasts for real seconds, because what it protects is
a call that is really under way.
"""

from __future__ import annotations

from uuid import uuid4

from attrs import evolve, frozen

from login_contract.mock.store.database import Row, Transaction

# Calls of one address at once, so that a slow one does not take every connection.
AT_ONCE = 8
# The oldest event of its user and address; one that is not under way waits while its address is busy.
HEADS = (
    "FROM queued_events q WHERE NOT EXISTS (SELECT 1 FROM queued_events e"
    " WHERE e.user_id = q.user_id AND e.url = q.url AND e.position < q.position)"
    " AND (q.claimed_until > :moment OR (SELECT COUNT(*) FROM queued_events c"
    " WHERE c.url = q.url AND c.claimed_until > :moment) < :at_once)"
)


@frozen(kw_only=True)
class QueuedEvent:
    """An event for one address; ``tries`` counts the failed ones, ``claim`` names the one under way."""

    position: int
    project_id: str
    user_id: str
    url: str
    body: str
    tries: int
    claim: str = ""


def add(tx: Transaction, *, project_id: str, user_id: str, webhook_id: int, url: str, body: str) -> None:
    """Queue an event.

    The caller holds the user's row, so that positions grow in the order in which transactions end.
    """
    tx.insert(
        "queued_events",
        project_id=project_id,
        user_id=user_id,
        webhook_id=webhook_id,
        url=url,
        body=body,
        due_at=tx.now,
    )


def seconds_to_next(tx: Transaction) -> float | None:
    """Return how long there is nothing to do, 0 or less when there is; None while nothing can become due."""
    row = tx.row(
        "SELECT MIN(CASE WHEN q.due_at - :now > q.claimed_until - :moment THEN q.due_at - :now"
        f" ELSE q.claimed_until - :moment END) AS seconds {HEADS}",
        now=tx.now,
        moment=tx.moment,
        at_once=AT_ONCE,
    )
    seconds: float | None = row["seconds"]
    return seconds


def next_due(tx: Transaction) -> QueuedEvent | None:
    """Return an event that is to be sent now and that nobody is sending."""
    row = tx.one(
        f"SELECT q.* {HEADS} AND q.due_at <= :now AND q.claimed_until <= :moment ORDER BY q.position LIMIT 1",
        now=tx.now,
        moment=tx.moment,
        at_once=AT_ONCE,
    )
    return _event(row) if row is not None else None


def claim(tx: Transaction, event: QueuedEvent, *, seconds: float) -> QueuedEvent | None:
    """Take a due event for so many real seconds; None when somebody else was faster."""
    mine = evolve(event, claim=str(uuid4()))
    taken = tx.execute(
        "UPDATE queued_events SET claim = :claim, claimed_until = :until"
        " WHERE position = :position AND due_at <= :now AND claimed_until <= :moment",
        claim=mine.claim,
        until=tx.moment + seconds,
        position=event.position,
        now=tx.now,
        moment=tx.moment,
    )
    return mine if taken else None


def remove(tx: Transaction, event: QueuedEvent) -> None:
    """Forget an event that was delivered or given up."""
    tx.execute(
        "DELETE FROM queued_events WHERE position = :position AND claim = :claim",
        position=event.position,
        claim=event.claim,
    )


def put_off(tx: Transaction, event: QueuedEvent, *, seconds: float) -> None:
    """Let a try that failed be repeated after so many of the mock's seconds."""
    tx.execute(
        "UPDATE queued_events SET claim = NULL, claimed_until = 0, tries = tries + 1, due_at = :due_at"
        " WHERE position = :position AND claim = :claim",
        due_at=tx.now + seconds,
        position=event.position,
        claim=event.claim,
    )


def release(tx: Transaction, event: QueuedEvent) -> None:
    """Give a claim back without having tried."""
    tx.execute(
        "UPDATE queued_events SET claim = NULL, claimed_until = 0"
        " WHERE position = :position AND claim = :claim",
        position=event.position,
        claim=event.claim,
    )


def forget_user(tx: Transaction, user_id: str) -> None:
    """Forget what is queued about a user."""
    tx.execute("DELETE FROM queued_events WHERE user_id = :user_id", user_id=user_id)


def forget_webhook(tx: Transaction, webhook_id: int) -> None:
    """Forget what is queued for a registration that is gone."""
    tx.execute("DELETE FROM queued_events WHERE webhook_id = :webhook_id", webhook_id=webhook_id)


def _event(row: Row) -> QueuedEvent:
    return QueuedEvent(
        position=row["position"],
        project_id=row["project_id"],
        user_id=row["user_id"],
        url=row["url"],
        body=row["body"],
        tries=row["tries"],
    )
