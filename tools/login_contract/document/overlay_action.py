"""One action of an overlay: what it selects, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from login_contract.document.merge import MergeError, duplicate, kind, merge
from login_contract.document.query import Node, Query, QueryError

_FIELDS = frozenset({"target", "description", "update", "copy", "remove"})
_ABSENT = object()


class ActionError(ValueError):
    """What is wrong with an action, or with applying it to a document."""


@attrs.frozen
class Action:
    """A checked action of an overlay of `version` 1.0, 1.1 or 1.2."""

    version: str
    target: Query
    update: Any = _ABSENT
    copy: Query | None = None
    remove: bool = False

    @classmethod
    def from_document(cls, action: Any, *, version: str) -> Action:
        """Reads an Action Object.

        Raises:
            ActionError: it is none.
        """
        if not isinstance(action, dict) or not isinstance(action.get("target"), str):
            raise ActionError("an action needs a target")
        for fault in _faults(action, version):
            raise ActionError(fault)
        target = _compiled(action["target"])
        if not ({"update", "copy"} & action.keys() or action.get("remove")):
            raise ActionError("does nothing: it needs update, copy or remove: true")
        copy = _compiled(action["copy"], f"copy {action['copy']}: ") if "copy" in action else None
        return cls(version, target, action.get("update", _ABSENT), copy, action.get("remove", False))

    def apply(self, document: Any) -> None:
        """Changes a document in place; one that failed may be changed in part.

        Raises:
            ActionError: the target matches nothing, or it cannot be changed as it should be.
        """
        try:
            self._apply(document)
        except (QueryError, MergeError) as error:
            raise ActionError(f"{error}") from None

    def _apply(self, document: Any) -> None:
        nodes = self.target.nodes(document)
        if not nodes:
            raise ActionError("matches nothing")
        if self.version == "1.0":
            _refuse_primitives(nodes, self.remove)
        if self.remove:
            _remove(nodes)
        elif self.copy is not None:
            # The source may be a node that changes: it is taken whole before the first one does.
            self._write(nodes, duplicate(_source(self.copy, document)), "copy")
        elif self.update is not _ABSENT:
            self._write(nodes, self.update, "update")

    def _write(self, nodes: list[Node], value: Any, modifier: str) -> None:
        if self.version != "1.0" and len(_kinds(nodes)) > 1:
            raise ActionError(f"selects {' and '.join(_kinds(nodes))} nodes at once")
        wanted = {kind(node.obj) for node in nodes} - {"array"}
        if wanted and kind(value) not in wanted:
            name = "n object" if "object" in wanted else " primitive value"
            raise ActionError(f"the {modifier} of a{name} must be a{name}")
        for node in nodes:
            self._write_one(node, duplicate(value))

    def _write_one(self, node: Node, value: Any) -> None:
        if isinstance(node.obj, dict):
            merge(node.obj, value)
        elif isinstance(node.obj, list):
            node.obj.extend(value if isinstance(value, list) else [value])
        else:
            _container(node)[node.parts[-1]] = value


def _faults(action: dict[str, Any], version: str) -> Iterator[str]:
    for key in action:
        if key == "copy" and version == "1.0":
            yield "copy needs overlay 1.1.0"
        elif key == "$ref" and version < "1.2":
            yield "$ref needs overlay 1.2.0"
        elif key not in _FIELDS and not key.startswith("x-"):
            yield f"{key} is no key of an action"
    for key, wanted, name in (
        ("description", str, "a text"),
        ("copy", str, "a JSONPath"),
        ("remove", bool, ""),
    ):
        if key in action and not isinstance(action[key], wanted):
            yield f"{key} is {name or 'true or false'}"
    if {"update", "copy"} <= action.keys() and not action.get("remove"):
        yield "update and copy cancel each other"


def _compiled(text: str, prefix: str = "") -> Query:
    try:
        return Query.compile(text)
    except QueryError as error:
        raise ActionError(f"{prefix}{error}") from None


def _source(query: Query, document: Any) -> Any:
    nodes = query.nodes(document)
    if len(nodes) != 1:
        found = f"{len(nodes)} nodes, not one" if nodes else "nothing"
        raise ActionError(f"copy {query.text} selects {found}")
    return nodes[0].obj


def _kinds(nodes: list[Node]) -> list[str]:
    return sorted({kind(node.obj) for node in nodes})


def _refuse_primitives(nodes: list[Node], remove: bool) -> None:
    for node in nodes:
        if kind(node.obj) != "primitive":
            continue
        if not remove:
            raise ActionError(
                "selects a primitive value: target the object that contains it, or use overlay 1.1.0"
            )
        if isinstance(_container(node), list):
            raise ActionError("selects a primitive item of an array: removing one needs overlay 1.1.0")


def _container(node: Node) -> Any:
    if node.parent is None:
        raise ActionError("the whole document has no container")
    return node.parent.obj


def _remove(nodes: list[Node]) -> None:
    # From the last to the first, so that positions in an array stay what they were.
    for node in sorted(nodes, key=lambda node: [_order(part) for part in node.parts], reverse=True):
        del _container(node)[node.parts[-1]]


def _order(part: int | str) -> tuple[int, str]:
    return (part, "") if isinstance(part, int) else (-1, part)
