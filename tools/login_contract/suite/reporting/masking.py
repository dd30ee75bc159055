"""Hides passwords and tokens wherever the suite shows what it sent or received."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from urllib.parse import quote, quote_plus

MASK = "***"
# Stands for a secret until the end: a token that happens to hold one has to stay one word till it is hidden.
_HELD = "_masked_secret_{}_"
_HOLDS = re.compile(r"_masked_secret_(\d+)_")
#: Says what stands in place of a secret.
Cover = Callable[[str], str]
# How a field, parameter or header is called that carries a secret: its name ends so. One-time codes stay
# visible on purpose: a failure about a code cannot be understood without it.
WORDS = "password|secret|token|ticket|private_key|verifier"
NAME = rf"[\w-]*(?:{WORDS})"
# pytest cuts longer ones in the middle; so much of an end is a piece of the secret.
_LONG, _PIECE, _LONGEST_PIECE = 24, 10, 400
# The suite itself cuts lines at their end, whatever stands there.
_CUT, _SHORTEST_PIECE = "…", 6

# Where a word begins: `%3D` and `\n` before it are signs, and no letters of it.
_BEGINS = "(?:{})".format(
    "|".join(
        (
            r"(?<!\w)",
            r"(?<=%[0-9A-Fa-f]{2})",
            r"(?<=%25[0-9A-Fa-f]{2})",
            r"(?<=\\[bfnrt])",
            r"(?<=\\u[0-9A-Fa-f]{4})",
        )
    )
)

_TOKEN = re.compile(r"eyJ[\w-]{4,}\.[\w-]*(?:\.[\w-]*)?")
# A sentence about bearer tokens holds none.
_PROSE = r"tokens?[.,]?(?:[\s'\"\\]|\Z)"
_BEARER = re.compile(rf"(?i)\b(bearer\s+)(?!\*{{3}}|{_PROSE})[^\s'\"\\]+")
_FIELD = re.compile(
    rf"""(?ix)
    (["']{NAME}["']\s*:\s*)
    # One that was cut ends with its line, and takes nothing of the next along.
    (?:"(?:[^"\\\n]|\\.)*(?:"|\\?(?:(?=\n)|\Z))|'(?:[^'\\\n]|\\.)*(?:'|\\?(?:(?=\n)|\Z)))
    """
)
_VARIABLE = re.compile(
    r"""(\b(?:new_)?(?:password|token|secret)\s*=\s*)(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
)
_INPUT = re.compile(rf"""(?i)(<input\b[^>]*\bname=["']{NAME}["'][^>]*\bvalue=)("[^"]*"|'[^']*')""")
_KEY = re.compile(
    r"(?:-----BEGIN [A-Z ]*PRIVATE KEY-----)?[A-Za-z0-9+/=\\\s]*-----END [A-Z ]*PRIVATE KEY-----"
)
_PARAMETER = re.compile(rf"(?i)((?:\A|[?&#]){NAME}=)(?!\*{{3}})[^&#\s'\"]+")


def _starred(_: str) -> str:
    return MASK


def masked(text: str, *, secrets: Iterable[str] = (), cover: Cover = _starred) -> str:
    """Returns ``text`` without tokens, passwords and the given ``secrets``.

    JSON fields, form fields and variables that carry a password or token lose their value, whatever it is;
    elsewhere what looks like a JSON Web Token, a private key, a bearer header or a ``token`` parameter of a
    URL is hidden. The ``secrets`` are hidden in every way in which JSON, URLs and Python write them.
    ``cover`` says what stands in their place, in characters that JSON, URLs and headers hold as they are.
    With it short ones go as whole words only: programs read such a text, and a number may hold `000000`.
    """
    cut = "..." in text or _CUT in text
    held = _Held(cover)
    # Most secrets of a run stand in few of its texts.
    present = [each for each in secrets if each and (cut or stands_in(each, text))]
    for secret in sorted(present, key=len, reverse=True):
        word = held.word(secret)
        whole_words = cover is not _starred and len(secret) < _LONG
        for written in _written(secret):
            text = _replaced(text, written, word, whole_words=whole_words)
        if "..." in text and len(secret) >= _LONG:
            text = _without_ends(text, secret, word)
        if _CUT in text:
            text = _without_beginning(text, secret, word)
    if "PRIVATE KEY" in text:
        text = _KEY.sub(held.whole, text)
    for pattern in (_FIELD, _VARIABLE, _INPUT):
        text = pattern.sub(held.quoted, text)
    text = _PARAMETER.sub(held.rest, text)
    text = _TOKEN.sub(held.whole, text)
    return held.released(_BEARER.sub(held.rest, text))


def _replaced(text: str, written: str, word: str, *, whole_words: bool) -> str:
    if not whole_words:
        return text.replace(written, word)
    return re.sub(rf"{_BEGINS}{re.escape(written)}(?!\w)", lambda _: word, text)


class _Held:
    """Words that stand for secrets while a text is masked, and what will stand there in the end."""

    def __init__(self, cover: Cover) -> None:
        self._cover = cover
        self._covers: list[str] = []

    def word(self, secret: str) -> str:
        """Returns the word for a secret; one that is held already stays."""
        if _HOLDS.fullmatch(secret):
            return secret
        self._covers.append(self._cover(secret))
        return _HELD.format(len(self._covers) - 1)

    def whole(self, found: re.Match[str]) -> str:
        """Stands for all that was found."""
        return self.word(found[0])

    def rest(self, found: re.Match[str]) -> str:
        """Stands for what follows on the name."""
        return found[1] + self.word(found[0][len(found[1]) :])

    def quoted(self, found: re.Match[str]) -> str:
        """Stands for what follows on the name, in its quotes."""
        value = found[0][len(found[1]) :].strip("\"'")
        return f'{found[1]}"{self.word(value)}"'

    def released(self, text: str) -> str:
        """Returns a text with the covers in place of the words."""
        return _HOLDS.sub(self._released, text)

    def _released(self, found: re.Match[str]) -> str:
        number = int(found[1])
        return self._covers[number] if number < len(self._covers) else MASK


def stands_in(secret: str, text: str) -> bool:
    """Says whether a secret stands in a text, in one of the ways in which it can be written."""
    return any(way in text for way in _written(secret))


@lru_cache(maxsize=4096)
def _written(secret: str) -> tuple[str, ...]:
    """Returns the ways to write a secret, the longest first."""
    if re.fullmatch(r"[\w.-]+", secret, re.ASCII):
        return (secret,)
    return tuple(sorted(dict.fromkeys(filter(None, _ways(secret))), key=len, reverse=True))


def _ways(secret: str) -> Iterator[str]:
    yield secret
    for once in _spelled(secret):
        yield once
        # A text that is shown inside another one.
        yield from _spelled(once)
    for quoting in (quote, quote_plus):
        yield quoting(secret, safe="", errors="surrogatepass")
        yield quoting(secret, errors="surrogatepass")


def _spelled(text: str) -> Iterator[str]:
    yield from (json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1], repr(text)[1:-1])


def _without_ends(text: str, secret: str, word: str) -> str:
    """Hides the beginning and the end of a secret that was cut in the middle."""
    if secret[:_PIECE] not in text and secret[-_PIECE:] not in text:
        return text
    for size in range(min(len(secret) - 1, _LONGEST_PIECE), _PIECE - 1, -1):
        begin, end = f"{secret[:size]}...", f"...{secret[-size:]}"
        if begin in text or end in text:
            text = text.replace(begin, f"{word}...").replace(end, f"...{word}")
    return text


def _without_beginning(text: str, secret: str, word: str) -> str:
    """Hides the beginning of a secret with which a line was cut at its end."""
    if secret[:_SHORTEST_PIECE] not in text:
        return text
    for size in range(min(len(secret) - 1, _LONGEST_PIECE), _SHORTEST_PIECE - 1, -1):
        text = text.replace(f"{secret[:size]}{_CUT}", f"{word}{_CUT}")
    return text
