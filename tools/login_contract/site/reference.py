"""The description as the reference shows it: badges of origins, tables of error codes, no foreign words."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import asdict

from login_contract.description.error_codes import ERROR_NAMES, error_names
from login_contract.description.message import ORIGIN
from login_contract.description.operation import Operation, operations
from login_contract.site import refusals
from login_contract.site.samples.every import samples
from login_contract.site.table import table

#: What the badges of the origins say.
BADGES = {
    "doc": "documented",
    "sdk": "from an SDK",
    "seed": "from a guide",
    "inferred": "inferred",
}
UNTOLD = (ERROR_NAMES, refusals.ADVICE, "x-sdk")
PAGE = "reference.html"
#: What the introduction leads to.
FURTHER = (
    "The badge of a call says where its facts are from: [origins and decisions](origins.html). "
    "What tokens say: [tokens and claims](tokens-and-claims.html). "
    "The programs beside a call use the client for [Python](python-client.html) or "
    "[TypeScript](typescript-client.html); `YOUR_…` and users' ids stand for what earlier calls gave you."
)


def reference(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of a bundled description with what readers of the reference need."""
    made = copy.deepcopy(dict(document))
    names, advice, shown = error_names(made), refusals.advice(made), samples(made)
    for operation in operations(made):
        definition = operation.definition
        if programs := shown.get(operation.operation_id):
            definition["x-codeSamples"] = [asdict(each) for each in programs]
        definition["x-badges"] = _badges(definition.get(ORIGIN))
        table = _table(refusals.refused(made, operation), names, advice)
        definition["description"] = "\n\n".join(filter(None, [definition.get("description", ""), table]))
    if "info" in made:
        made["info"]["description"] = f"{made['info'].get('description', '')}\n\n{FURTHER}".strip()
    for node in _weaker(made):
        told = f"_(Origin: {BADGES[node[ORIGIN]]}.)_"
        node["description"] = " ".join(filter(None, [node.get("description", "").rstrip(), told]))
    return {name: value for name, value in made.items() if name not in UNTOLD}


def address(operation: Operation) -> str:
    """Return where the reference shows an operation or a webhook."""
    tags = operation.definition.get("tags", [])
    kind = "webhook/" if operation.is_webhook else ""
    return f"{PAGE}#{f'tag/{tags[0]}/' if tags else ''}{kind}{operation.operation_id}"


def _badges(origin: str | None) -> list[dict[str, str]]:
    return [{"name": BADGES[origin], "position": "before"}] if origin in BADGES else []


def _table(refused: Iterable[refusals.Refused], names: Mapping[str, str], advice: Mapping[str, str]) -> str:
    rows = [
        [
            f"{each.status} [{each.code}](codes.html#{each.code}) {names[each.code]}",
            f"{each.meaning} _{advice.get(each.code, '').strip()}_",
        ]
        for each in refused
    ]
    shown = table(["Code", "Meaning, and what to do"], rows)
    return f"**Error codes**\n\n{shown}" if shown else ""


def _weaker(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield fields, parameters and answers that tell an origin of their own."""
    for section in ("schemas", "parameters", "headers", "responses"):
        yield from _tagged(document.get("components", {}).get(section, {}))
    for operation in operations(document):
        for part in ("parameters", "requestBody", "responses"):
            yield from _tagged(operation.definition.get(part, {}))


def _tagged(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if node.get(ORIGIN) in BADGES:
            yield node
        for value in node.values():
            yield from _tagged(value)
    elif isinstance(node, list):
        for value in node:
            yield from _tagged(value)
