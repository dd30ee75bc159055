"""Passwords, hashed with Argon2id at a cost that suits a mock."""

from __future__ import annotations

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# 8 KiB and one pass take some 20 µs; a full-cost hash would dominate every login. Not for production.
_hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


OWN = "$argon2id$v=19$m=8,t=1,p=1$"
BCRYPT = "$2"
BCRYPT_BYTES = 72


def hashed(password: str) -> str:
    """Return the Argon2id hash of a password, salted."""
    return _hasher.hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Compare a password with a hash; without a hash the work is done all the same, to take as long.

    The hash may be one of bcrypt, or of a costlier Argon2id; such a one takes longer.
    """
    if password_hash is not None and password_hash.startswith(BCRYPT):
        return _matches_bcrypt(password_hash, password)
    try:
        verified: bool = _hasher.verify(password_hash or _decoy(), password)
    except (VerificationError, InvalidHashError):
        return False
    return verified and password_hash is not None


def own(password_hash: str, password: str) -> str:
    """Return the hash of this mock's own kind for a password that matches one of any kind.

    A hash that does not tell the password from a longer one, as bcrypt does, is returned as it is.
    """
    if password_hash.startswith(OWN):
        return password_hash
    if password_hash.startswith(BCRYPT) and len(password.encode()) >= BCRYPT_BYTES:
        return password_hash
    return hashed(password)


def _matches_bcrypt(password_hash: str, password: str) -> bool:
    import bcrypt

    try:
        # bcrypt has never looked at more, and its library refuses more.
        matched: bool = bcrypt.checkpw(password.encode()[:BCRYPT_BYTES], password_hash.encode())
    except ValueError:
        return False
    return matched


@lru_cache(maxsize=1)
def _decoy() -> str:
    return hashed("no account has this hash")
