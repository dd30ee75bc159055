"""The record of names that were published once and therefore stay.

`generated/openapi/published.txt` holds one line per operation and webhook, `operation <id>` or
`webhook <name>`, sorted. Generation adds what is new and refuses when a recorded name is no longer
described. To withdraw one on purpose, delete its line in the same change.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from login_contract.document.problem import DocumentError, Problem
from login_contract.document.walk import operations

FILE = "published.txt"


def described_names(document: dict[str, Any]) -> set[str]:
    """The lines that a bundled description stands for."""
    ids = {f"operation {one.id}" for one in operations(document) if not one.is_webhook}
    return ids | {f"webhook {name}" for name in document.get("webhooks", {})}


def record(document: dict[str, Any], recorded: Path, *, name: str) -> str:
    """The text of the record after this description; `recorded` is the record before it, if any.

    `name` is what messages call the description.

    Raises:
        DocumentError: a recorded name is no longer described.
    """
    before = set(recorded.read_text("utf-8").split("\n")) - {""} if recorded.is_file() else set()
    described = described_names(document)
    gone = sorted(before - described)
    if gone:
        raise DocumentError(Problem(name, f"{one} was published and is no longer described") for one in gone)
    return "".join(f"{line}\n" for line in sorted(described))
