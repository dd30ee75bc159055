"""Ids, codes and secrets: unguessable, or repeatable when the mock is given a seed."""

from __future__ import annotations

import random
import secrets
import string
from functools import cache

ALPHANUMERIC = string.ascii_letters + string.digits
VERSION_4 = 4 << 76 | 2 << 62
RANDOM_BITS = (1 << 128) - 1 ^ (15 << 76 | 3 << 62)
SPARE_BYTES = 16


class Randomness:
    """Where every id and code comes from."""

    def __init__(self, seed: int | None = None) -> None:
        self._seed = seed
        self._random: random.Random = secrets.SystemRandom()
        self.restart()

    def restart(self, run: int = 1) -> None:
        """Begin the sequence that a seed has for a run anew; without a seed there is nothing to repeat."""
        if self._seed is not None:
            self._random = random.Random(f"{self._seed}/{run}")

    def uuid(self) -> str:
        """Return a version 4 UUID (RFC 9562)."""
        digits = f"{self._random.getrandbits(128) & RANDOM_BITS | VERSION_4:032x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

    def token(self, length: int = 32) -> str:
        """Return letters and digits, 5.95 bits each."""
        return self._characters(ALPHANUMERIC, length)

    def digits(self, length: int) -> str:
        """Return decimal digits."""
        return self._characters(string.digits, length)

    def _characters(self, alphabet: str, length: int) -> str:
        characters, left_over = _alphabet_of_bytes(alphabet)
        drawn = b""
        while len(drawn) < length:
            drawn += self._random.randbytes(length + SPARE_BYTES).translate(characters, left_over)
        return drawn[:length].decode()


@cache
def _alphabet_of_bytes(alphabet: str) -> tuple[bytes, bytes]:
    """Return the character for each byte, and the bytes to leave out, so that all are equally likely."""
    even = 256 - 256 % len(alphabet)
    return (alphabet * 256).encode()[:256], bytes(range(even, 256))
