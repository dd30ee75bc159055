"""Responses that operations share, and whose facts are from elsewhere than those of the shared one.

A reference in a response may have an `x-origin` beside it. OpenAPI knows nothing beside a reference, so the
bundle holds the response a second time, under its name and the origin, and the reference leads there.
"""

from __future__ import annotations

from typing import Any

from login_contract.document.problem import Pointer
from login_contract.document.walk import operations

KEY = "x-origin"
_SECTION = "#/components/responses/"


def spread_origins(document: dict[str, Any]) -> dict[Pointer, Pointer]:
    """Changes a bundle whose references all resolve; answers the pointers of copies and of what they copy."""
    copies: dict[Pointer, Pointer] = {}
    for operation in operations(document):
        for response in operation.node.get("responses", {}).values():
            if (
                isinstance(response, dict)
                and KEY in response
                and str(response.get("$ref")).startswith(_SECTION)
            ):
                name = response["$ref"].removeprefix(_SECTION)
                new = _copied(document, name, response.pop(KEY))
                response["$ref"] = _SECTION + new
                copies["components", "responses", new] = ("components", "responses", name)
    if copies:
        responses = document["components"]["responses"]
        document["components"]["responses"] = dict(sorted(responses.items()))
    return copies


def _copied(document: dict[str, Any], name: str, origin: Any) -> str:
    new = f"{name}{str(origin).capitalize()}"
    responses = document["components"]["responses"]
    description = {key: one for key, one in responses[name].items() if key == "description"}
    responses[new] = description | {KEY: origin} | responses[name] | {KEY: origin}
    return new
