"""I-Regexp (RFC 9485), the regular expressions of JSONPath, on Python's engine.

Python knows no Unicode categories, and its dot excludes other line ends; what it has beyond I-Regexp
(a shorthand for digits, lazy quantifiers, back references) must not work here: others do not have it.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache
from itertools import groupby

_CATEGORY = r"\\[pP]\{(?:L[lmotu]?|M[cen]?|N[dlo]?|P[c-fios]?|Z[lps]?|S[ckmo]?|C[cfno]?)\}"
_ESCAPE = r"\\[()*+.?\[\\\]^nrt{|}-]"
_MEMBER = rf"(?:[^\[\]\\-]|{_ESCAPE})"
_ATOM = re.compile(
    rf"(?P<category>{_CATEGORY})|(?P<escape>{_ESCAPE})|(?P<dot>\.)|(?P<anchor>[\^$])"
    rf"|(?P<set>\[\^?-?(?:{_CATEGORY}|{_MEMBER}(?:-{_MEMBER})?)*-?\])|(?P<normal>[^()*+.?\[\\\]{{|}}])"
)
_OPERATOR = re.compile(r"(?P<quantifier>[*+?]|\{[0-9]+(?:,[0-9]*)?\})|[()|]")
_SET_PART = re.compile(
    rf"(?P<category>{_CATEGORY})|(?P<low>{_MEMBER})-(?P<high>{_MEMBER})|(?P<one>{_MEMBER}|-)", re.DOTALL
)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t"}


@lru_cache(maxsize=256)
def translate(pattern: str) -> re.Pattern[str] | None:
    """Answers the pattern for Python's engine, or None when it is no I-Regexp.

    `^` and `$` are anchors, as in the compliance suite of JSONPath.
    """
    translated: list[str] = []
    position, repeatable = 0, False
    while position < len(pattern):
        if atom := _ATOM.match(pattern, position):
            translated.append(_atom(atom))
            position, repeatable = atom.end(), True
        elif (operator := _OPERATOR.match(pattern, position)) and (repeatable or not operator["quantifier"]):
            translated.append("(?:" if operator[0] == "(" else operator[0])
            position, repeatable = operator.end(), operator[0] == ")"
        else:
            return None
    try:
        return re.compile("".join(translated))
    except (re.error, OverflowError, RecursionError):
        return None


def _atom(found: re.Match[str]) -> str:
    if found["dot"]:
        return "[^\n\r]"
    if found["anchor"]:
        return r"\A" if found[0] == "^" else r"\Z"
    if found["category"]:
        return f"[{_ranges(found[0])}]"
    if found["set"]:
        return _set(found[0])
    return re.escape(_literal(found[0]))


def _set(text: str) -> str:
    opening = "[^" if text.startswith("[^") else "["
    parts = _SET_PART.finditer(text[len(opening) : -1])
    return f"{opening}{''.join(map(_set_part, parts))}]"


def _set_part(found: re.Match[str]) -> str:
    if found["category"]:
        return _ranges(found["category"])
    if found["one"]:
        return re.escape(_literal(found["one"]))
    return f"{re.escape(_literal(found['low']))}-{re.escape(_literal(found['high']))}"


def _literal(text: str) -> str:
    return _CONTROLS.get(text[1], text[1]) if len(text) > 1 else text


@lru_cache(maxsize=16)
def _ranges(category: str) -> str:
    """The inside of a character set for a category, or for what is not in it."""
    wanted, name = category[1] == "p", category[3:-1]
    runs = groupby(
        range(sys.maxunicode + 1), lambda code: unicodedata.category(chr(code)).startswith(name) == wanted
    )
    found = [list(run) for belongs, run in runs if belongs]
    return "".join(f"\\U{run[0]:08x}-\\U{run[-1]:08x}" for run in found)
