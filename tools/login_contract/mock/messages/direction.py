"""Names in plain text, which may be written in the other direction than the sentence around them."""

from __future__ import annotations

from unicodedata import bidirectional

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})


def isolated(name: str, direction: str) -> str:
    """Return a name that neither turns a sentence of ``direction`` nor is torn apart by it.

    Where both run left to right nothing is added: the isolating characters make an SMS twice as dear.
    """
    if direction == "ltr" and not any(bidirectional(character) in TURNING for character in name):
        return name
    return f"{FIRST_STRONG_ISOLATE}{name}{POP_ISOLATE}"
