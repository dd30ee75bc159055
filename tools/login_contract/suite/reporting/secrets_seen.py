"""The secrets of a run: learned from what was sent and received, to be hidden wherever they come up again."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, unquote_plus

from login_contract.suite.reporting.exchange import COOKIES, Exchange
from login_contract.suite.reporting.masking import NAME, WORDS, masked, stands_in

# Shorter texts are words of every report, and too short for a password of the API.
SHORTEST = 6
KEPT = 400
SCHEMES = ("bearer", "basic")
_IS_NAME = re.compile(NAME, re.IGNORECASE)
_MAY_HOLD = re.compile(WORDS, re.IGNORECASE)
_IN_URL = re.compile(rf"(?i)[?&#]({NAME})=([^&#\s\"'<>\\]+)")
_INPUT = re.compile(rf"""(?i)<input\b[^>]*\bname=["']{NAME}["'][^>]*>""")
_INPUT_VALUE = re.compile(r"""(?i)\bvalue=["']([^"']+)["']""")
_PART = re.compile(rf"""(?i)\bname="{NAME}"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n(.+?)\r\n--""", re.DOTALL)
_ENCODED_SIGN = re.compile(r"(?i)%(?:25)*3D")
# A text within a text within a text is as deep as anything nests them.
_DEEPEST = 3
Pairs = Iterable[tuple[str, str]]


class SecretsSeen:
    """Knows some secrets from the beginning, learns others, and keeps the latest of these."""

    def __init__(self, *known: str) -> None:
        self._known = dict.fromkeys(filter(None, known))
        self._learned: dict[str, None] = {}

    def know(self, *secrets: str) -> None:
        """Hide more values from now on, however short they are."""
        self._known.update(dict.fromkeys(filter(None, secrets)))

    def learn(self, exchange: Exchange) -> None:
        """Take note of every secret that an exchange carried in a place where secrets stand."""
        for secret in secrets_of(exchange):
            # A header without a token, and a wrong token, may be the name of a scheme alone.
            if len(secret) >= SHORTEST and secret.casefold() not in SCHEMES:
                self._learned.pop(secret, None)
                self._learned[secret] = None
        while len(self._learned) > KEPT:
            del self._learned[next(iter(self._learned))]

    def masked(self, text: str) -> str:
        """Return a text without any of them, nor what else looks like a secret."""
        return masked(text, secrets=[*self._known, *self._learned]) if text else text

    def present(self, text: str) -> list[str]:
        """Return those that may stand in a text, however they are written there."""
        return [each for each in (*self._known, *self._learned) if stands_in(each, text)]


def secrets_of(exchange: Exchange) -> Iterator[str]:
    """Yield the passwords and tokens of an exchange: of its headers, addresses and bodies."""
    for name, value in (*exchange.headers, *exchange.answer_headers):
        yield from _of_header(name.lower(), value)
    for text in (exchange.url, exchange.body, exchange.answer):
        if text and _MAY_HOLD.search(text):
            yield from _of_text(text)


def _of_header(name: str, value: str) -> Iterator[str]:
    if name in COOKIES:
        pairs = [value.partition(";")[0]] if name == "set-cookie" else value.split(";")
        yield from (pair.partition("=")[2].strip() for pair in pairs)
    elif name == "location":
        yield from _of_text(value)
    elif name.endswith("authorization") or _IS_NAME.fullmatch(name):
        yield value.partition(" ")[2].strip() or value.strip()


def _of_text(text: str, depth: int = 0) -> Iterator[str]:
    yield from _of_url(text)
    yield from _of_page(text)
    yield from _PART.findall(text)
    try:
        yield from _of_json(json.loads(text), depth)
    except (ValueError, RecursionError):
        yield from _of_pairs(parse_qsl(text, errors="surrogateescape"))


def _of_page(text: str) -> Iterator[str]:
    for field in _INPUT.findall(text):
        yield from (html.unescape(value) for value in _INPUT_VALUE.findall(field))
    if "&amp;" in text:
        yield from _of_url(html.unescape(text))


def _of_url(text: str, depth: int = 0) -> Iterator[str]:
    for _, value in _IN_URL.findall(text):
        yield from {decoded(value, errors="surrogateescape") for decoded in (unquote, unquote_plus)}
    # An address as a parameter of another one.
    if depth < _DEEPEST and _ENCODED_SIGN.search(text):
        yield from _of_url(unquote(text, errors="surrogateescape"), depth + 1)


def _of_json(node: Any, depth: int) -> Iterator[str]:
    if isinstance(node, Mapping):
        yield from _of_pairs((name, each) for name, value in node.items() for each in _texts(value))
        for value in node.values():
            yield from _of_json(value, depth)
    elif isinstance(node, list):
        for value in node:
            yield from _of_json(value, depth)
    elif isinstance(node, str) and depth < _DEEPEST and _MAY_HOLD.search(node):
        yield from _of_text(node, depth + 1)


def _texts(value: Any) -> Iterator[str]:
    yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str))


def _of_pairs(pairs: Pairs) -> Iterator[str]:
    yield from (value for name, value in pairs if _IS_NAME.fullmatch(name))
