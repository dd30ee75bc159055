"""`reference.md` of the client: each operation with a program that calls it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from login_contract.codegen.python.facts import Facts
from login_contract.codegen.python.server import base_url
from login_contract.codegen.python.snippets import Snippet, Values
from login_contract.description.error_codes import error_names
from login_contract.description.operation import Operation

_HEAD = """# Reference

Every operation of the Login API by its tag, with a program that calls it. Beside `sync`, which returns the
result or raises, each module has `asyncio`, and `sync_detailed` and `asyncio_detailed`, which return the
whole answer. Generated from the API description.

"""


def reference(document: Mapping[str, Any], data: Any, facts: Facts) -> str:
    """Return the document.

    Args:
        document: the bundled description, with published names.
        data: what the generator read of it.
        facts: the operations by the names of their modules.
    """
    names = error_names(document)
    sections = list(_sections(document, data, facts, base_url=base_url(document), names=names))
    return _HEAD + "\n".join(sections)


def snippets(data: Any, facts: Facts, *, base_url: str) -> Iterator[Snippet]:
    """Yield a program for each operation of the client, with the examples of the description for values."""
    for tag, collection in data.endpoint_collections_by_tag.items():
        for endpoint in collection.endpoints:
            operation = facts.calls[str(endpoint.name)]
            yield Snippet(
                operation=operation,
                endpoint=endpoint,
                tag=str(tag),
                values=Values.examples(operation),
                base_url=base_url,
            )


def _sections(
    document: Mapping[str, Any], data: Any, facts: Facts, *, base_url: str, names: Mapping[str, str]
) -> Iterator[str]:
    programs = list(snippets(data, facts, base_url=base_url))
    codes = _formatted([str(each) for each in programs])
    by_tag: dict[str, list[str]] = {}
    for program, text in zip(programs, codes, strict=True):
        tag = next(iter(program.operation.tags), program.tag)
        by_tag.setdefault(tag, []).append(_section(program.operation, text, names))
    told = {tag["name"]: tag.get("description", "") for tag in document.get("tags", ())}
    for tag in sorted(by_tag, key=[*told, *by_tag].index):
        yield f"## {tag}\n\n{told.get(tag, '')}\n"
        yield from by_tag[tag]


def _section(operation: Operation, text: str, names: Mapping[str, str]) -> str:
    codes = {code for each in operation.responses.values() for code in each.error_codes or ()}
    raised = sorted({names.get(code, "Refusal") for code in codes})
    raises = f"\nRaises {', '.join(f'`{name}`' for name in raised)}.\n" if raised else ""
    summary = operation.definition.get("summary", "")
    return (
        f"### {operation.operation_id}\n\n{summary}: `{operation.label}`.\n\n```python\n{text}```\n{raises}"
    )


def _formatted(programs: list[str]) -> list[str]:
    """Return the programs as the formatter writes them; one run for all, because a start takes its time."""
    mark = "# ---- next ----\n"
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--isolated", "--no-cache", "--line-length=100", "-"],
        input=mark.join(programs),
        capture_output=True,
        text=True,
        check=True,
    )
    return [f"{each.strip()}\n" for each in done.stdout.split(mark)]
