"""Hides what a partner's answer repeats of the secrets that it was sent, however it is written there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from html import escape, unescape
from urllib.parse import unquote, unquote_plus

from login_contract.mock.terminal import MASK

# What every escape begins with; a plus sign is a space of a form.
ESCAPING = frozenset("\\%&+")
SHORT_ESCAPES = {'"': r"\"", "\\": r"\\", "/": r"\/", "\b": r"\b", "\f": r"\f", "\n": r"\n", "\r": r"\r"}
MEANINGS = {spelt: character for character, spelt in SHORT_ESCAPES.items()}
JSON_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[\"\\/bfnr])")


class Echoes:
    """Knows some secrets in every spelling that JSON, HTML and URLs have for them."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = sorted({secret for secret in secrets if secret}, key=len, reverse=True)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join("".join(map(_spellings, secret)) for secret in self._secrets))

    def hidden(self, text: str) -> str:
        """Return a text without the secrets."""
        for secret in self._secrets:
            text = text.replace(secret, MASK)
        # Compiling every spelling of a token takes longer than the call, and hardly an answer has one.
        if any(secret in read for read in _readings(text) for secret in self._secrets):
            return self._pattern.sub(MASK, text)
        return text


def _readings(text: str) -> Iterator[str]:
    """Yield a text as who undoes the escapes of JSON, HTML and URLs would read it, none or all of them."""
    if ESCAPING.isdisjoint(text):
        return
    plain = JSON_ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else MEANINGS[found[0]], text)
    plain = unescape(plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    yield plain
    yield unquote(plain)
    yield unquote_plus(plain)
    yield unescape(unquote_plus(text))


def _spellings(character: str) -> str:
    """Return an expression for a character: as it is, and in the escapes of JSON, HTML and URLs."""
    plain = {character, escape(character), SHORT_ESCAPES.get(character, character)}
    if character == " ":
        plain.add("+")
    units = character.encode("utf-16-be", "surrogatepass")
    numbered = (
        "".join(rf"\\u{units[place : place + 2].hex()}" for place in range(0, len(units), 2)),
        "".join(f"%{byte:02x}" for byte in character.encode("utf-8", "surrogatepass")),
        f"&#0*{ord(character)};",
        f"&#x0*{ord(character):x};",
    )
    exact = "|".join(re.escape(each) for each in sorted(plain, key=len, reverse=True))
    return f"(?:{'|'.join(f'(?i:{each})' for each in numbered)}|{exact})"
