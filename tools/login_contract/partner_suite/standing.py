"""How an endpoint stands: what its answers to the usual delivery and to one with a bad token say together."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

from login_contract.partner_suite.deliveries import RecordedAnswer

# accepted: the usual delivery is. read: it is refused, but not for its token. open: it is refused like one
# with a bad token, and the user may be the reason. deaf: the same, and no user is. broken: anything else.
Standing = Literal["accepted", "read", "open", "deaf", "broken"]
BELIEVING = ("accepted", "read")
# Whom nobody has to know yet.
WELCOME = ("new-user", "phone", "email", "social")
REFUSALS = (400, 401, 403)
# What differs from answer to answer without a meaning: ids, times.
_CHANGING = re.compile(r"[0-9a-f]{8,}(?:-[0-9a-f]+)*|\d+", re.IGNORECASE)


def standing(name: str, usual: RecordedAnswer, tampered: Callable[[], RecordedAnswer]) -> Standing:
    """Tell how the endpoint of a webhook stands; ``tampered`` sends it a bad token."""
    if usual.accepted:
        return "accepted"
    if usual.status not in REFUSALS:
        return "broken"
    same = alike(usual, tampered())
    if name in WELCOME:
        return "deaf" if same or usual.status != 400 else "read"
    if not same:
        return "read"
    # An unknown user is refused with 400.
    return "open" if usual.status == 400 else "deaf"


def alike(first: RecordedAnswer, second: RecordedAnswer) -> bool:
    """Say whether two refusals give the same reason: by their codes, or else by their words."""
    return first.status == second.status and _reason(first) == _reason(second)


def _reason(answer: RecordedAnswer) -> str:
    error: Any = answer.json.get("error") if isinstance(answer.json, dict) else None
    if isinstance(error, dict) and isinstance(error.get("code"), (str, int)):
        return str(error["code"])
    return _CHANGING.sub("", answer.content.decode("utf-8", "backslashreplace"))
