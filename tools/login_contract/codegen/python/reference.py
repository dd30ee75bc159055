"""`reference.md` of the client: each operation with a program that calls it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from login_contract.codegen.python.facts import Facts
from login_contract.codegen.python.formatting import formatted
from login_contract.codegen.python.server import base_url
from login_contract.codegen.python.snippets import Snippet
from login_contract.codegen.values import Values
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


def _sections(
    document: Mapping[str, Any], data: Any, facts: Facts, *, base_url: str, names: Mapping[str, str]
) -> Iterator[str]:
    programs = [
        Snippet(each, tag, operation, Values.examples(operation), base_url)
        for each, tag, operation in facts.endpoints(data)
    ]
    codes = formatted([str(each) for each in programs], width=100)
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
