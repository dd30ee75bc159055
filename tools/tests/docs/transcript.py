"""Lines for curl in a guide, each with the answer that the comment below it promises."""

from __future__ import annotations

import json
import re
import shlex
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from string import Template
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
from attrs import define, field, frozen

ANYTHING = "…"
_PROMISE = re.compile(r"# (\d{3})(?: (.+))?")


@frozen
class Step:
    """The arguments of one curl, the status that is promised and what is said of the answer."""

    arguments: list[str]
    status: int
    promise: str


def steps(block: str) -> Iterator[Step]:
    """Yield what a block does; `NAME=value` lines are for the reader's shell.

    Raises:
        ValueError: a line says nothing of its answer.
    """
    lines = iter(block.replace("\\\n", " ").splitlines())
    for line in lines:
        words = shlex.split(line, comments=True)
        if words and words[0] == "curl":
            promise = _PROMISE.fullmatch(next(lines, ""))
            if promise is None:
                raise ValueError(f"no answer is told of: {line}")
            yield Step(words[1:], int(promise[1]), promise[2] or "")


@define
class Reader:
    """Somebody who types what a guide shows; `known` are their variables, and what answers said."""

    browser: httpx.Client
    known: dict[str, str]
    jar: httpx.Cookies = field(factory=httpx.Cookies)

    def follow(self, step: Step) -> str:
        """Make a call; return how its answer differs from what is promised, or nothing."""
        filled = [Template(each).substitute(self.known) for each in step.arguments]
        answer = self._send(_understood(filled))
        said = _said(answer)
        if answer.is_success or answer.is_redirect:
            self.known.update(_variables(said))
        if answer.status_code == step.status and _kept(step.promise, said):
            return ""
        return f"{shlex.join(filled)}: {answer.status_code} {said}"

    def _send(self, told: Namespace) -> httpx.Response:
        self.browser.cookies = self.jar if told.sent else httpx.Cookies()
        answer = self.browser.request(
            told.method or ("POST" if told.body or told.form else "GET"),
            told.address,
            headers=dict(each.split(": ", 1) for each in told.headers),
            content=told.body,
            data=dict(each.split("=", 1) for each in told.form) or None,
        )
        if told.kept:
            self.jar = self.browser.cookies
        return answer


def assigned(block: str, known: Mapping[str, str]) -> dict[str, str]:
    """The variables that a block sets, which may name those before them."""
    made = dict(known)
    for line in re.findall(r"^[A-Z_]+=.*", block, re.MULTILINE):
        name, _, value = shlex.split(line)[0].partition("=")
        made[name] = Template(value).substitute(made)
    return made


def _understood(words: list[str]) -> Namespace:
    parser = ArgumentParser(exit_on_error=False, add_help=False)
    parser.add_argument("address")
    parser.add_argument("-i", action="store_true")  # shows where a redirect leads to
    parser.add_argument("-X", dest="method")
    parser.add_argument("-H", dest="headers", action="append", default=[])
    parser.add_argument("-d", dest="body")
    parser.add_argument("--data-urlencode", dest="form", action="append", default=[])
    parser.add_argument("-c", dest="kept")
    parser.add_argument("-b", dest="sent")
    return parser.parse_args(words)


def _said(answer: httpx.Response) -> Any:
    """What an answer says: its JSON, or where it leads to, or its text."""
    if answer.headers.get("content-type", "").startswith("application/json"):
        return answer.json()
    return answer.headers.get("location", answer.text)


def _variables(said: Any) -> Iterator[tuple[str, str]]:
    """Yield texts and numbers of an answer, and what its addresses ask with, by names in capitals."""
    if isinstance(said, Mapping):
        for name, value in said.items():
            if isinstance(value, str | int):
                yield name.upper(), str(value)
            yield from _variables(value)
    elif isinstance(said, list):
        yield from _variables(said[0] if said else None)
    elif isinstance(said, str) and said.startswith("http"):
        yield from ((name.upper(), value) for name, value in parse_qsl(urlsplit(said).query))


def _kept(promise: str, said: Any) -> bool:
    if promise.startswith(("{", "[")):
        return _has(json.loads(promise), said)
    if re.fullmatch(r"[\d-]+", promise):
        return _has({"error": {"code": promise}}, said)
    return not promise or _has(promise, said)


def _has(wanted: Any, said: Any) -> bool:
    """Whether an answer has what is told of it; it may have more."""
    if isinstance(wanted, Mapping):
        return isinstance(said, Mapping) and all(
            name in said and _has(value, said[name]) for name, value in wanted.items()
        )
    if isinstance(wanted, list):
        return len(wanted) <= len(said) and all(map(_has, wanted, said))
    if isinstance(wanted, str):
        pattern = ".*".join(map(re.escape, wanted.split(ANYTHING)))
        return isinstance(said, str) and re.fullmatch(pattern, said, re.DOTALL) is not None
    return bool(wanted == said)
