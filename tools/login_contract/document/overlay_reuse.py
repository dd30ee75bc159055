"""Reusable actions, which Overlay 1.2 brings: shared fields under `components`, and references to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from login_contract.description.references import Pointer, unescape
from login_contract.document.problem import Fault

_REFERENCE = re.compile(r"#/components/actions/(?:[^~/]|~0|~1)+")
_REUSABLE = frozenset({"description", "fields"})
_FIELDS = frozenset({"description", "update", "copy", "remove"})
_POINTING = frozenset({"$ref", "target", "description"})


def component_faults(components: Any) -> Iterator[Fault]:
    """What is wrong with the Components Object of an overlay, whether or not anything refers to it."""
    here: Pointer = ("components",)
    if not isinstance(components, dict):
        yield here, "not an object"
        return
    yield from _unknown(components, frozenset({"actions"}), here, "the components")
    actions = components.get("actions", {})
    if not isinstance(actions, dict):
        yield (*here, "actions"), "not an object"
        return
    for name, action in actions.items():
        yield from _reusable_faults(action, (*here, "actions", name))


def _reusable_faults(action: Any, here: Pointer) -> Iterator[Fault]:
    if not isinstance(action, dict):
        yield here, "not an object"
        return
    yield from _unknown(action, _REUSABLE, here, "a reusable action")
    if not isinstance(action.get("description", ""), str):
        yield (*here, "description"), "not a text (quote it)"
    fields = action.get("fields", {})
    if not isinstance(fields, dict):
        yield (*here, "fields"), "not an object"
    elif "target" in fields:
        yield (
            (*here, "fields", "target"),
            "a reusable action has no target: it stands where it is referred to",
        )
    else:
        yield from _unknown(fields, _FIELDS, (*here, "fields"), "the fields of an action")


def written_out(action: Any, components: dict[str, Any]) -> Any:
    """The action that a reference stands for; anything else as it is.

    Raises:
        ValueError: the reference is none, or leads nowhere.
    """
    if not (isinstance(action, dict) and "$ref" in action):
        return action
    for key in action:
        if key not in _POINTING and not key.startswith("x-"):
            raise ValueError(f"{key} is no key of a reference: it belongs to the reusable action")
    reference = action["$ref"]
    if not (isinstance(reference, str) and _REFERENCE.fullmatch(reference)):
        raise ValueError(f"{reference} is no reference to #/components/actions/…")
    *_, name = unescape(unquote(reference))
    reusable = components.get("actions", {})
    if name not in reusable:
        raise ValueError(f"{reference} leads nowhere")
    return reusable[name].get("fields", {}) | {key: one for key, one in action.items() if key != "$ref"}


def _unknown(members: dict[str, Any], known: frozenset[str], here: Pointer, what: str) -> Iterator[Fault]:
    for key in members:
        if key not in known and not key.startswith("x-"):
            yield (*here, key), f"no key of {what}"
