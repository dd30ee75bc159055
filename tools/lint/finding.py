"""One thing that a rule set says of the description."""

from __future__ import annotations

from typing import Any

from attrs import frozen


@frozen
class Finding:
    """What `rule` of `rule_set` says of the node of the bundle at `pointer`."""

    rule_set: str
    rule: str
    pointer: tuple[str, ...]
    message: str

    @property
    def place(self) -> str:
        """The pointer without escapes: names joined by slashes."""
        return "/".join(self.pointer)


def node(document: Any, pointer: tuple[str, ...]) -> Any:
    """What stands at `pointer`, or None where a rule means something that is missing."""
    for name in pointer:
        if isinstance(document, list) and name.isdigit() and int(name) < len(document):
            document = document[int(name)]
        elif isinstance(document, dict) and name in document:
            document = document[name]
        else:
            return None
    return document
