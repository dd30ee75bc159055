"""`samples.json` of the client: the programs that the documentation shows beside each call."""

from __future__ import annotations

import json
from typing import Any

from login_contract.codegen.python.facts import Facts
from login_contract.codegen.python.formatting import formatted
from login_contract.codegen.python.snippets import Snippet
from login_contract.codegen.values import ADDRESS, Values

FILE = "samples.json"
#: The column of the reference that shows programs has room for so many characters.
WIDTH = 64


def samples(data: Any, facts: Facts) -> str:
    """Return, as JSON, the programs of each operation by its id and by what they are made with.

    Args:
        data: what the generator read of the description.
        facts: the operations by the names of their modules.
    """
    programs = [
        Snippet(each, tag, operation, Values.shown(operation), ADDRESS)
        for each, tag, operation in facts.endpoints(data)
    ]
    texts = formatted([str(each) for each in programs], width=WIDTH)
    found = {
        each.operation.operation_id: {"Python": text} for each, text in zip(programs, texts, strict=True)
    }
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"
