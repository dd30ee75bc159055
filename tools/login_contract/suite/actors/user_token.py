"""What a token says to whoever believes it; a test that reads what it lacks learns of which token it is."""

from __future__ import annotations

from typing import Any

from login_contract.suite.told import LackingError, told
from login_contract.tokens import compact


def claims(token: str) -> dict[str, Any]:
    """Return the claims of a token without verifying it."""
    return told(_parts(token)[1], "the token")


def header(token: str) -> dict[str, Any]:
    """Return the header of a token."""
    return told(_parts(token)[0], "the header of the token")


def _parts(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    try:
        return compact.unverified(token)
    except compact.NotCompact as problem:
        raise LackingError("the token", "is no JSON Web Token", f"it {problem}") from None
