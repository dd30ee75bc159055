"""Responses that operations share, and whose facts are from elsewhere than those of the shared one.

A reference in a response may have an `x-origin` beside it. OpenAPI knows nothing beside a reference, so the
bundle holds the response a second time, under its name and the origin, and the reference leads there.
"""

from __future__ import annotations

from typing import Any

from login_contract.description.references import Pointer
from login_contract.document.conventions import ORIGINS
from login_contract.document.shared_responses import SECTION, references

KEY = "x-origin"


def spread_origins(document: dict[str, Any]) -> dict[Pointer, Pointer]:
    """Changes a bundle whose references all resolve; answers the pointers of copies and of what they copy.

    What is no origin stays where it stands, for the check of the conventions to find.
    """
    copies: dict[Pointer, Pointer] = {}
    for _, response in references(document):
        if response.get(KEY) in ORIGINS:
            name = response["$ref"].removeprefix(SECTION)
            new = _copied(document, name, response.pop(KEY))
            response["$ref"] = SECTION + new
            copies["components", "responses", new] = ("components", "responses", name)
    if copies:
        responses = document["components"]["responses"]
        document["components"]["responses"] = dict(sorted(responses.items()))
    return copies


def _copied(document: dict[str, Any], name: str, origin: str) -> str:
    new = f"{name}{origin.capitalize()}"
    responses = document["components"]["responses"]
    # The origin stands where it is read first: after the description.
    description = {key: one for key, one in responses[name].items() if key == "description"}
    responses[new] = description | {KEY: origin} | responses[name] | {KEY: origin}
    return new
