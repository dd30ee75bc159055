"""Responses that operations share, and that an operation tells with examples of its own.

A reference to a shared response may have `x-examples` beside it. OpenAPI knows nothing beside a reference,
so the bundle holds the response in its place, with these examples instead of the shared ones. An origin that
stands there as well is that of the response.
"""

from __future__ import annotations

from typing import Any

from login_contract.description.references import Pointer
from login_contract.document.conventions import ORIGINS
from login_contract.document.shared_responses import SECTION, references

KEY = "x-examples"
_ORIGIN = "x-origin"


def place_examples(document: dict[str, Any]) -> dict[Pointer, Pointer]:
    """Changes a bundle whose references all resolve; answers the pointers of copies and of what they copy.

    A shared response that nothing refers to any more is dropped. What cannot be examples of the response
    stays where it stands, for the check of its validity to find.
    """
    copies: dict[Pointer, Pointer] = {}
    placed: set[str] = set()
    for pointer, reference in list(references(document)):
        name = reference["$ref"].removeprefix(SECTION)
        shared = document["components"]["responses"][name]
        told = _with(shared, reference) if isinstance(shared, dict) else None
        if told is not None:
            reference.clear()
            reference.update(told)
            (media_type,) = told["content"]
            placed.add(name)
            copies[pointer] = ("components", "responses", name)
            copies[*pointer, "content", media_type, "examples"] = (*pointer, KEY)
    _drop(document, placed)
    return copies


def _with(response: dict[str, Any], reference: dict[str, Any]) -> dict[str, Any] | None:
    """The response with the examples and the origin beside a reference; None where they do not fit."""
    origin = reference.get(_ORIGIN)
    media = response.get("content")
    if not isinstance(reference.get(KEY), dict) or not isinstance(media, dict) or len(media) != 1:
        return None
    if origin is not None and origin not in ORIGINS:
        return None
    ((media_type, told),) = media.items()
    if not isinstance(told, dict):
        return None
    content = {media_type: {**told, "examples": reference[KEY]}}
    if origin is None:
        return {**response, "content": content}
    description = {key: one for key, one in response.items() if key == "description"}
    return description | {_ORIGIN: origin} | response | {_ORIGIN: origin, "content": content}


def _drop(document: dict[str, Any], names: set[str]) -> None:
    """Drops those of the responses that nothing refers to any more."""
    used = {reference["$ref"].removeprefix(SECTION) for _, reference in references(document)}
    for name in names - used:
        del document["components"]["responses"][name]
