"""When a request came, so that two that were under way together are told from one after the other."""

from __future__ import annotations

from attrs import frozen


@frozen
class Arrival:
    """When a request came, in real unix seconds.

    ``at`` is when the whole of it was here; it was sent later than ``sent_after``, when its connection was
    opened or gave its last answer.
    """

    at: float
    sent_after: float
