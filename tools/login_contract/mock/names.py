"""How names are compared: usernames, e-mail addresses and recipients, whatever case they are written in."""

from __future__ import annotations

import unicodedata


def searchable(nickname: str) -> str:
    """Return what begins like the same of another text wherever one nickname begins like the other.

    Letters are told from their marks, and their case does not matter. Any database sorts it by code points.
    """
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", nickname).casefold()).encode().hex()


def comparable(name: str) -> str:
    """Return the form that is one for all spellings of a name."""
    return unicodedata.normalize("NFKC", name).casefold()
