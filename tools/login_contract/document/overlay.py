"""Applies OpenAPI Overlay documents, strictly.

The specification lets an action whose target matches nothing pass in silence, and overlays rot that
way when the description changes beneath them. Here it is an error.
"""

from __future__ import annotations

import copy
from typing import Any

import attrs
import jsonpath

from login_contract.document.problem import DocumentError, Pointer, Problem

_ENVIRONMENT = jsonpath.JSONPathEnvironment(strict=True)
_OVERLAY_KEYS = frozenset({"overlay", "info", "extends", "actions"})
_ACTION_KEYS = frozenset({"target", "description", "update", "remove", "copy"})


class _Refusal(Exception):
    """What is wrong with one action; becomes a Problem where the action is known."""


@attrs.frozen
class Overlay:
    """A checked overlay document: its name for messages, its version (1.0 or 1.1) and its actions."""

    name: str
    version: str
    actions: tuple[dict[str, Any], ...]

    @classmethod
    def from_document(cls, document: Any, *, name: str) -> Overlay:
        """Reads a loaded overlay document.

        Raises:
            DocumentError: it is no Overlay 1.0 or 1.1 document, or uses what is not supported yet.
        """
        problems = [Problem(name, message, pointer=pointer) for pointer, message in _faults(document)]
        if problems:
            raise DocumentError(problems)
        return cls(name, document["overlay"][:3], tuple(document["actions"]))

    def apply(self, document: Any) -> Any:
        """Answers a changed copy of `document`; actions apply in order, each to the result of the last.

        Raises:
            DocumentError: a target that is no JSONPath or matches nothing, or values that do not merge.
        """
        result = copy.deepcopy(document)
        for index, action in enumerate(self.actions):
            try:
                self._act(result, action)
            except _Refusal as refusal:
                message = f"action {index} with target {action['target']}: {refusal}"
                raise DocumentError([Problem(self.name, message, pointer=("actions", index))]) from None
        return result

    def _act(self, document: Any, action: dict[str, Any]) -> None:
        try:
            found = {node.parts: node for node in _ENVIRONMENT.finditer(action["target"], document)}
        except jsonpath.JSONPathError as error:
            raise _Refusal(f"no JSONPath: {str(error).splitlines()[0]}") from None
        nodes = list(found.values())
        if not nodes:
            raise _Refusal("matches nothing")
        kinds = {_kind(node.obj) for node in nodes}
        if "primitive" in kinds and self.version == "1.0":
            raise _Refusal("selects a primitive value; target the object that contains it")
        if action.get("remove"):
            # From the last to the first, so that positions in an array stay what they were.
            for node in sorted(nodes, key=lambda node: [_order(part) for part in node.parts], reverse=True):
                _remove(node)
            return
        if len(kinds) > 1:
            raise _Refusal(f"selects {' and '.join(sorted(kinds))} nodes at once")
        for node in nodes:
            self._update(node, copy.deepcopy(action["update"]))

    def _update(self, node: jsonpath.JSONPathMatch, update: Any) -> None:
        target = node.obj
        if isinstance(target, dict):
            if not isinstance(update, dict):
                raise _Refusal("the update of an object must be an object")
            _merge(target, update, ())
        elif isinstance(target, list):
            # 1.0 appends whatever stands there; 1.1 concatenates an array.
            target.extend(update if self.version != "1.0" and isinstance(update, list) else [update])
        elif isinstance(update, dict | list):
            raise _Refusal("the update of a primitive value must be a primitive value")
        else:
            _container(node)[node.parts[-1]] = update


def _faults(document: Any) -> list[tuple[Pointer, str]]:
    if not isinstance(document, dict):
        return [((), "not an object")]
    faults: list[tuple[Pointer, str]] = [
        ((key,), "no key of an overlay") for key in document if not _known(key, _OVERLAY_KEYS)
    ]
    if not str(document.get("overlay")).startswith(("1.0.", "1.1.")):
        faults.append((("overlay",), "the version must be 1.0.x or 1.1.x"))
    info = document.get("info")
    if not (isinstance(info, dict) and {"title", "version"} <= info.keys()):
        faults.append((("info",), "needs a title and a version"))
    actions = document.get("actions")
    if not (isinstance(actions, list) and actions):
        return [*faults, (("actions",), "needs at least one action")]
    for index, action in enumerate(actions):
        faults.extend((("actions", index), message) for message in _action_faults(action))
    return faults


def _action_faults(action: Any) -> list[str]:
    if not isinstance(action, dict) or not isinstance(action.get("target"), str):
        return ["an action needs a target"]
    if "copy" in action:
        return ["copy is not supported yet"]
    unknown = [f"{key} is no key of an action" for key in action if not _known(key, _ACTION_KEYS)]
    if not isinstance(action.get("remove", False), bool):
        unknown.append("remove is true or false")
    elif not action.get("remove") and "update" not in action:
        unknown.append("does nothing: neither update nor remove")
    return unknown


def _known(key: str, keys: frozenset[str]) -> bool:
    return key in keys or key.startswith("x-")


def _kind(value: Any) -> str:
    return "object" if isinstance(value, dict) else "array" if isinstance(value, list) else "primitive"


def _order(part: int | str) -> tuple[int, str]:
    return (part, "") if isinstance(part, int) else (-1, part)


def _container(node: jsonpath.JSONPathMatch) -> Any:
    if node.parent is None:
        raise _Refusal("the whole document has no container")
    return node.parent.obj


def _remove(node: jsonpath.JSONPathMatch) -> None:
    container: Any = _container(node)
    del container[node.parts[-1]]


def _merge(target: dict[str, Any], update: dict[str, Any], path: Pointer) -> None:
    for key, value in update.items():
        if key not in target:
            target[key] = value
            continue
        old = target[key]
        if _kind(old) != _kind(value):
            place = ".".join(map(str, (*path, key)))
            raise _Refusal(f"{place}: {_kind(old)} and {_kind(value)} do not merge")
        if isinstance(old, dict):
            _merge(old, value, (*path, key))
        elif isinstance(old, list):
            old.extend(value)
        else:
            target[key] = value
