"""Applies OpenAPI Overlay documents, versions 1.0, 1.1 and 1.2, strictly.

Where the specification lets something pass in silence that overlays rot by, it is an error here:

- an action whose target matches nothing, because the description changed beneath it;
- a field that is neither the specification's own, in that version, nor an `x-` extension, and an action
  that stands twice (the specification's schemas refuse both, its text does not);
- an action with `update` as well as `copy`, which then cancel each other, and one with neither of them nor
  `remove`, which does nothing.

Where 1.0 says that what is given for an array is one entry of it, a list is concatenated, as 1.1 has it and
as other tools do under 1.0 as well: a list within a list is nowhere what a description wants.

`extends` must be a URI reference. It is not compared with the document: who applies an overlay names both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import attrs

from login_contract.description.references import Pointer
from login_contract.document.merge import duplicate
from login_contract.document.overlay_action import Action, ActionError
from login_contract.document.overlay_reuse import component_faults, written_out
from login_contract.document.problem import DocumentError, Fault, Problem

# Fields and the version that brought them.
_FIELDS = {
    "overlay": "1.0",
    "info": "1.0",
    "extends": "1.0",
    "actions": "1.0",
    "$self": "1.2",
    "components": "1.2",
}
_INFO_FIELDS = {"title": "1.0", "version": "1.0", "description": "1.1"}
_VERSION = re.compile(r"(1\.[012])\.[0-9]+")


@attrs.frozen
class Overlay:
    """A checked overlay document: its name for messages, its version (1.0, 1.1 or 1.2) and its actions."""

    name: str
    version: str
    actions: tuple[Action, ...]

    @classmethod
    def from_document(cls, document: Any, *, name: str) -> Overlay:
        """Reads a loaded overlay document.

        Raises:
            DocumentError: it is no Overlay document of these versions.
        """
        try:
            document = duplicate(document)
        except RecursionError:
            raise DocumentError([Problem(name, "nested too deeply")]) from None
        faults = list(_faults(document))
        version = _version(document) or "1.2"
        actions = []
        if not faults:
            for index, action in enumerate(document["actions"]):
                try:
                    whole = (
                        written_out(action, document.get("components", {})) if version >= "1.2" else action
                    )
                    actions.append(Action.from_document(whole, version=version))
                except ValueError as error:
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


def _told(index: int, action: Any, error: ValueError) -> str:
    target = action.get("target") if isinstance(action, dict) else None
    return f"action {index} with target {target}: {error}" if isinstance(target, str) else str(error)


def _version(document: Any) -> str | None:
    """The feature set, as 1.1; the patch version does not matter."""
    text = document.get("overlay") if isinstance(document, dict) else None
    found = _VERSION.fullmatch(text) if isinstance(text, str) else None
    return found and found[1]


def _faults(document: Any) -> Iterator[Fault]:
    if not isinstance(document, dict):
        yield (), "not an object"
        return
    version = _version(document)
    if version is None:
        yield ("overlay",), "the version must be 1.0.x, 1.1.x or 1.2.x"
    version = version or "1.2"
    yield from _unknown(document, _FIELDS, version, (), "no key of an overlay")
    yield from _info_faults(document.get("info"), version)
    yield from _identity_faults(document, version)
    if "components" in document:
        yield from component_faults(document["components"])
    yield from _action_faults(document.get("actions"))


def _info_faults(info: Any, version: str) -> Iterator[Fault]:
    if not (isinstance(info, dict) and {"title", "version"} <= info.keys()):
        yield ("info",), "needs a title and a version"
        return
    yield from _unknown(info, _INFO_FIELDS, version, ("info",), "no key of an info")
    for key in _INFO_FIELDS:
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


def _identity_faults(document: dict[str, Any], version: str) -> Iterator[Fault]:
    for key in ("$self", "extends"):
        if key in document and not _is_uri_reference(document[key]):
            yield (key,), "no URI reference"
        elif version >= "1.2" and "#" in document.get(key, ""):
            yield (key,), "a whole document is meant: no fragment (#…) may follow"


def _unknown(
    members: dict[str, Any], known: dict[str, str], version: str, here: Pointer, message: str
) -> Iterator[Fault]:
    for key in members:
        if key in known and known[key] > version:
            yield (*here, key), f"needs overlay {known[key]}.0"
        elif key not in known and not key.startswith("x-"):
            yield (*here, key), message


def _is_uri_reference(value: Any) -> bool:
    from jsonschema_rs import Draft202012Validator

    schema = {"type": "string", "format": "uri-reference"}
    return Draft202012Validator(schema, validate_formats=True).is_valid(value)
