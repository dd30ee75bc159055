"""`samples.json` of the client: the programs that the documentation shows beside each call."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from login_contract.codegen.python.facade_snippets import FacadeSnippet
from login_contract.codegen.python.facts import Facts
from login_contract.codegen.python.formatting import formatted
from login_contract.codegen.python.snippets import Snippet
from login_contract.codegen.sdk_calls import Sdk
from login_contract.codegen.sdk_reader import read_sdk
from login_contract.codegen.values import ADDRESS, Values

FILE = "samples.json"
#: The column of the reference that shows programs has room for so many characters.
WIDTH = 64


def samples(document: Mapping[str, Any], data: Any, facts: Facts) -> str:
    """Return, as JSON, the programs of each operation by its id and by what they are made with.

    Args:
        document: the bundled description, with published names.
        data: what the generator read of it.
        facts: the operations by the names of their modules.
    """
    programs = list(_programs(read_sdk(document), data, facts))
    texts = formatted([text for *_, text in programs], width=WIDTH)
    found: dict[str, dict[str, str]] = {}
    for (operation_id, label, _), text in zip(programs, texts, strict=True):
        found.setdefault(operation_id, {})[label] = text
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _programs(sdk: Sdk | None, data: Any, facts: Facts) -> Iterator[tuple[str, str, str]]:
    for endpoint, tag, operation in facts.endpoints(data):
        values = Values.shown(operation)
        plain = Snippet(endpoint, tag, operation, values, ADDRESS)
        yield operation.operation_id, "Python", str(plain)
        through = FacadeSnippet(endpoint, operation, values, sdk)
        if through.facade:
            yield operation.operation_id, f"Python, {through.facade}", str(through)
