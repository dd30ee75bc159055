"""Hides passwords and tokens wherever the suite shows what it sent or received."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import quote, quote_plus

MASK = "***"
# Stands for a secret until the end: a token that happens to hold one has to stay one word till it is hidden.
_HELD = "_masked_secret_"
# How a field, parameter or header is called that carries a secret: its name ends so. One-time codes stay
# visible on purpose: a failure about a code cannot be understood without it.
WORDS = "password|secret|token|ticket|private_key|verifier"
NAME = rf"[\w-]*(?:{WORDS})"
# pytest cuts longer ones in the middle; so much of an end is a piece of the secret.
_LONG, _PIECE, _LONGEST_PIECE = 24, 10, 400
# The suite itself cuts lines at their end, whatever stands there.
_CUT, _SHORTEST_PIECE = "…", 6

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


def masked(text: str, *, secrets: Iterable[str] = ()) -> str:
    """Returns ``text`` without tokens, passwords and the given ``secrets``.

    JSON fields, form fields and variables that carry a password or token lose their value, whatever it is;
    elsewhere what looks like a JSON Web Token, a private key, a bearer header or a ``token`` parameter of a
    URL is hidden. The ``secrets`` are hidden in every way in which JSON, URLs and Python write them.
    """
    cut = "..." in text or _CUT in text
    # Most secrets of a run stand in few of its texts.
    present = [each for each in secrets if each and (cut or any(way in text for way in _written(each)))]
    for secret in sorted(present, key=len, reverse=True):
        for written in _written(secret):
            text = text.replace(written, _HELD)
        if "..." in text and len(secret) >= _LONG:
            text = _without_ends(text, secret)
        if _CUT in text:
            text = _without_beginning(text, secret)
    if "PRIVATE KEY" in text:
        text = _KEY.sub(MASK, text)
    text = _FIELD.sub(rf'\g<1>"{MASK}"', text)
    text = _VARIABLE.sub(rf'\g<1>"{MASK}"', text)
    text = _INPUT.sub(rf'\g<1>"{MASK}"', text)
    text = _PARAMETER.sub(rf"\g<1>{MASK}", text)
    text = _TOKEN.sub(MASK, text)
    return _BEARER.sub(rf"\g<1>{MASK}", text).replace(_HELD, MASK)


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


def _without_ends(text: str, secret: str) -> str:
    """Hides the beginning and the end of a secret that was cut in the middle."""
    if secret[:_PIECE] not in text and secret[-_PIECE:] not in text:
        return text
    for size in range(min(len(secret) - 1, _LONGEST_PIECE), _PIECE - 1, -1):
        begin, end = f"{secret[:size]}...", f"...{secret[-size:]}"
        if begin in text or end in text:
            text = text.replace(begin, f"{_HELD}...").replace(end, f"...{_HELD}")
    return text


def _without_beginning(text: str, secret: str) -> str:
    """Hides the beginning of a secret with which a line was cut at its end."""
    if secret[:_SHORTEST_PIECE] not in text:
        return text
    for size in range(min(len(secret) - 1, _LONGEST_PIECE), _SHORTEST_PIECE - 1, -1):
        text = text.replace(f"{secret[:size]}{_CUT}", f"{_HELD}{_CUT}")
    return text
