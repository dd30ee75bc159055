"""How much an SMS holds: a network writes it in an alphabet of its own, or else with 16 bits a letter."""

from __future__ import annotations

from attrs import frozen

# 3GPP TS 23.038, the default alphabet; a character of its extension takes two places.
PLAIN = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("\f^{}\\[~]|€")


@frozen
class Alphabet:
    """How many places a single SMS has, and each one of several that a telephone joins."""

    single: int
    joined: int


GSM, SIXTEEN_BIT = Alphabet(160, 153), Alphabet(70, 67)


def segments(text: str) -> int:
    """Return as how many messages a network carries and counts a text."""
    alphabet, places = _written(text)
    return 1 if places <= alphabet.single else -(-places // alphabet.joined)


def is_short(text: str) -> bool:
    """Say whether a text is one message, or two where its letters take 16 bits."""
    return segments(text) <= (1 if _written(text)[0] is GSM else 2)


def _written(text: str) -> tuple[Alphabet, int]:
    if PLAIN.issuperset(text):
        return GSM, len(text)
    if PLAIN.issuperset(set(text) - EXTENDED):
        return GSM, len(text) + sum(character in EXTENDED for character in text)
    return SIXTEEN_BIT, len(text.encode("utf-16-le", "surrogatepass")) // 2
