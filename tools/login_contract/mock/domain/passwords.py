"""Passwords, hashed with Argon2id at a cost that suits a mock."""

from __future__ import annotations

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

# 8 KiB and one pass take some 20 µs; a full-cost hash would dominate every login. Not for production.
_hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def hashed(password: str) -> str:
    """Return the Argon2id hash of a password, salted."""
    return _hasher.hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Compare a password with a hash; without a hash the work is done all the same, to take as long."""
    try:
        verified: bool = _hasher.verify(password_hash or _decoy(), password)
    except VerificationError:
        return False
    return verified and password_hash is not None


@lru_cache(maxsize=1)
def _decoy() -> str:
    return hashed("no account has this hash")
