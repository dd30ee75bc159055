"""Applies OpenAPI Overlay documents, versions 1.0 and 1.1, strictly.

Where the specification lets something pass in silence that overlays rot by, it is an error here:

- an action whose target matches nothing, because the description changed beneath it;
- a field that is neither the specification's own, in that version, nor an `x-` extension, and an action
  that stands twice (the specification's schemas refuse both, its text does not);
- an action with `update` as well as `copy`, which then cancel each other.

`extends` must be a URI reference. It is not compared with the document: who applies an overlay names both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import attrs

from login_contract.document.merge import duplicate
from login_contract.document.overlay_action import Action, ActionError
from login_contract.document.problem import DocumentError, Pointer, Problem

Fault = tuple[Pointer, str]

_FIELDS = ("overlay", "info", "extends", "actions")
_INFO_FIELDS = {"1.0": ("title", "version"), "1.1": ("title", "version", "description")}
_VERSION = re.compile(r"(1\.[01])\.[0-9]+")


@attrs.frozen
class Overlay:
    """A checked overlay document: its name for messages, its version (1.0 or 1.1) and its actions."""

    name: str
    version: str
    actions: tuple[Action, ...]

    @classmethod
    def from_document(cls, document: Any, *, name: str) -> Overlay:
        """Reads a loaded overlay document.

        Raises:
            DocumentError: it is no Overlay 1.0 or 1.1 document.
        """
        try:
            document = duplicate(document)
        except RecursionError:
            raise DocumentError([Problem(name, "nested too deeply")]) from None
        faults = list(_faults(document))
        version = _version(document) or "1.1"
        actions = []
        if not faults:
            for index, action in enumerate(document["actions"]):
                try:
                    actions.append(Action.from_document(action, version=version))
                except ActionError as error:
                    faults.append((("actions", index), _told(index, action, error)))
        if faults:
            raise DocumentError(Problem(name, message, pointer=pointer) for pointer, message in faults)
        return cls(name, version, tuple(actions))

    def apply(self, document: Any) -> Any:
        """Answers a changed copy of `document`; actions apply in order, each to the result of the last.

        Raises:
            DocumentError: a target that matches nothing, or values that do not merge.
        """
        result = duplicate(document)
        for index, action in enumerate(self.actions):
            try:
                action.apply(result)
            except ActionError as error:
                message = _told(index, {"target": action.target.text}, error)
                raise DocumentError([Problem(self.name, message, pointer=("actions", index))]) from None
        return result


def _told(index: int, action: Any, error: ActionError) -> str:
    target = action.get("target") if isinstance(action, dict) else None
    return f"action {index} with target {target}: {error}" if isinstance(target, str) else str(error)


def _version(document: Any) -> str | None:
    """The feature set, 1.0 or 1.1; the patch version does not matter."""
    text = document.get("overlay") if isinstance(document, dict) else None
    found = _VERSION.fullmatch(text) if isinstance(text, str) else None
    return found and found[1]


def _faults(document: Any) -> Iterator[Fault]:
    if not isinstance(document, dict):
        yield (), "not an object"
        return
    for key in _unknown(document, _FIELDS):
        yield (key,), "no key of an overlay"
    version = _version(document)
    if version is None:
        yield ("overlay",), "the version must be 1.0.x or 1.1.x"
    yield from _info_faults(document.get("info"), version or "1.1")
    if "extends" in document and not _is_uri_reference(document["extends"]):
        yield ("extends",), "no URI reference"
    yield from _action_faults(document.get("actions"))


def _info_faults(info: Any, version: str) -> Iterator[Fault]:
    if not (isinstance(info, dict) and {"title", "version"} <= info.keys()):
        yield ("info",), "needs a title and a version"
        return
    for key in _unknown(info, _INFO_FIELDS[version]):
        yield ("info", key), "needs overlay 1.1.0" if key in _INFO_FIELDS["1.1"] else "no key of an info"
    for key in _INFO_FIELDS["1.1"]:
        if not isinstance(info.get(key, ""), str):
            yield ("info", key), "not a text (quote it)"


def _action_faults(actions: Any) -> Iterator[Fault]:
    if not (isinstance(actions, list) and actions):
        yield ("actions",), "needs at least one action"
        return
    first: dict[str, int] = {}
    for index, action in enumerate(actions):
        before = first.setdefault(json.dumps(action, sort_keys=True), index)
        if before != index:
            yield ("actions", index), f"the same as action {before} (a description may tell them apart)"


def _unknown(members: dict[str, Any], known: tuple[str, ...]) -> list[str]:
    return [key for key in members if key not in known and not key.startswith("x-")]


def _is_uri_reference(value: Any) -> bool:
    from jsonschema_rs import Draft202012Validator

    schema = {"type": "string", "format": "uri-reference"}
    return Draft202012Validator(schema, validate_formats=True).is_valid(value)
