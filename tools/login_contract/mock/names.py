"""How names are compared: usernames, e-mail addresses and recipients, whatever case they are written in."""

from __future__ import annotations

import unicodedata


def comparable(name: str) -> str:
    """Return the form that is one for all spellings of a name."""
    return unicodedata.normalize("NFKC", name).casefold()
