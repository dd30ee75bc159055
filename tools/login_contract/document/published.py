"""The record of what was published once and therefore stays.

`generated/openapi/published.txt` holds one line per operation and webhook, `operation <id> <METHOD> <path>`
or `webhook <name>`, sorted. In a path `{}` stands for each parameter, whose name callers never see.
Generation adds what is new and refuses when a recorded line is no longer described. To withdraw or move one
on purpose, delete its line in the same change.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from login_contract.description.operation import operations
from login_contract.document.problem import DocumentError, Problem

FILE = "published.txt"


_PARAMETER = re.compile(r"\{[^}]*\}")


def described_lines(document: dict[str, Any]) -> set[str]:
    """The lines that a bundled description stands for."""
    lines = {
        f"operation {one.operation_id} {one.method} {_PARAMETER.sub('{}', one.path)}"
        for one in operations(document)
        if not one.is_webhook
    }
    return lines | {f"webhook {name}" for name in document.get("webhooks", {})}


def record(document: dict[str, Any], recorded: Path, *, name: str) -> str:
    """The text of the record after this description; `recorded` is the record before it, if any.

    `name` is what messages call the description.

    Raises:
        DocumentError: what is recorded is no longer described, or elsewhere.
    """
    before = set(recorded.read_text("utf-8").split("\n")) - {""} if recorded.is_file() else set()
    described = described_lines(document)
    places = {_name(line): line for line in described}
    # A record of earlier times holds names alone.
    gone = sorted(line for line in before if line not in described and line not in places)
    if gone:
        raise DocumentError(Problem(name, _lost(line, places.get(_name(line)))) for line in gone)
    return "".join(f"{line}\n" for line in sorted(described))


def _name(line: str) -> str:
    return " ".join(line.split(" ")[:2])


def _lost(line: str, now: str | None) -> str:
    was, place = _name(line), line.removeprefix(_name(line)).strip()
    if now is None:
        return f"{was} was published and is no longer described"
    return f"{was} was published as {place} and is now {now.removeprefix(was).strip()}"
