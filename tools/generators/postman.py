"""The Postman collection: opened by Postman's own reader, and logged in with by its requests."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from node import npm

from .completeness import operations
from .generator import Work
from .logins import PROGRAMS, logged_in
from .program import run

# Requests that can be sent as they are: with examples for values, and what is optional switched off.
OPTIONS = "folderStrategy=Tags,parametersResolution=Example,enableOptionalParameters=false"
# Variables that a user gives a value before the first call of their kind.
CREDENTIALS = frozenset({"bearerToken", "apiKey"})
_PATH_VARIABLE, _COLON = re.compile(r"\{(\w+)\}"), r":\1"


def converts(work: Work) -> Iterator[str]:
    """Writes the collection."""
    installed = npm.install("postman")
    work.client.mkdir()
    script = installed.modules / "openapi-to-postmanv2/bin/openapi2postmanv2.js"
    options = ("--spec", work.description, "--output", work.client / "collection.json", "--options", OPTIONS)
    ended = run((installed.node, script, *options), folder=work.folder)
    yield from ended.failure("the converter")
    yield from (line for line in ended.lines if re.search("warning|could not", line, re.IGNORECASE))


def opens(work: Work) -> Iterator[str]:
    """Opens the collection: there is a request for each operation, and every variable in one has a value."""
    command, environment = _program()
    ended = run([*command, "list"], folder=work.folder, environment=environment)
    yield from ended.failure("opening the collection")
    if ended.status:
        return
    found = json.loads(ended.output)
    wanted = {
        f"{method} {_PATH_VARIABLE.sub(_COLON, path)}" for _, method, path in operations(work.description)
    }
    yield from (f"{request} was left out" for request in sorted(wanted - set(found["requests"])))
    yield from (f"{request} is of no operation" for request in sorted(set(found["requests"]) - wanted))
    unset = set(found["used"]) - set(found["declared"]) - CREDENTIALS
    yield from (f"the variable {name} has no value" for name in sorted(unset))


def logs_in(work: Work) -> Iterator[str]:
    """Registers a user, logs in and asks who it is, by three requests of the collection."""
    command, environment = _program()
    yield from logged_in(command, work, environment=environment)


def _program() -> tuple[list[Path], dict[str, str]]:
    installed = npm.install("postman")
    return [installed.node, PROGRAMS / "postman.cjs"], {"NODE_PATH": str(installed.modules)}
