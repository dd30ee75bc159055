"""Ids, codes and secrets: unguessable, or repeatable when the mock is given a seed."""

from __future__ import annotations

import random
import secrets
import string
import uuid

ALPHANUMERIC = string.ascii_letters + string.digits


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
        """Return a version 4 UUID."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def token(self, length: int = 32) -> str:
        """Return letters and digits, 5.95 bits each."""
        return self._characters(ALPHANUMERIC, length)

    def digits(self, length: int) -> str:
        """Return decimal digits."""
        return self._characters(string.digits, length)

    def _characters(self, alphabet: str, length: int) -> str:
        # One draw with 64 bits to spare, so that no character is likelier than another by more than 2^-64.
        number = self._random.getrandbits(6 * length + 64)
        characters = []
        for _ in range(length):
            number, position = divmod(number, len(alphabet))
            characters.append(alphabet[position])
        return "".join(characters)
