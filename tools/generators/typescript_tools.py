"""Generators of TypeScript that come through npm: hey-api and orval."""

from __future__ import annotations

import re
from collections.abc import Iterator

from node import npm

from .completeness import left_out
from .generator import Work
from .program import Ended, run

# A type that lost what its schema says, and one of calls that no function of the client makes.
_UNKNOWN = re.compile(r"^export type (\w+) = unknown\b|^ +([a-z]\w*): unknown;", re.MULTILINE)
_UNUSED = re.compile(r"^export type (\w+)Webhook(?:Payload|Request)\b", re.MULTILINE)


def hey_api(work: Work) -> Iterator[str]:
    """Writes a client for `fetch` with `@hey-api/openapi-ts`."""
    installed = npm.install("hey-api")
    script = installed.modules / "@hey-api/openapi-ts/bin/run.js"
    options = ("--input", work.description, "--output", work.client, "--no-log-file")
    yield from _told(run((installed.node, script, *options), folder=work.folder), work, types="types.gen.ts")


def orval(work: Work) -> Iterator[str]:
    """Writes functions for `fetch` with `orval`."""
    installed = npm.install("orval")
    script = installed.modules / "orval/dist/bin/orval.mjs"
    options = ("--input", work.description, "--output", work.client / "api.ts", "--client", "fetch")
    command = (installed.node, script, *options, "--fail-on-warnings")
    yield from _told(run(command, folder=work.folder), work, types="api.ts")


def _told(ended: Ended, work: Work, *, types: str) -> Iterator[str]:
    yield from ended.failure("the generator")
    if ended.status == 0:
        yield from (line for line in ended.lines if re.search("warn|error", line, re.IGNORECASE))
        yield from left_out(work.description, work.client)
        yield from lost_types((work.client / types).read_text("utf-8"))


def lost_types(types: str) -> Iterator[str]:
    """Yields a complaint for each type in which a schema was lost, and for those that no call uses."""
    yield from (f"nothing is known of {one or two}" for one, two in _UNKNOWN.findall(types))
    yield from (f"no call uses the webhook {name}" for name in dict.fromkeys(_UNUSED.findall(types)))
