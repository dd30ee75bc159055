"""One difference between two descriptions: what it is, where, and how much it weighs."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any

from attrs import field, frozen

#: The way from an operation to what changed: `("query", "locale")`, `("200", "body", "data", "[]", "name")`.
Place = tuple[str, ...]

WHOLE = "the description"


class Impact(Enum):
    """What a change does to somebody who relies on the older description, the worst first."""

    BREAKING = "breaking"
    COMPATIBLE = "compatible"
    DOCUMENTATION = "documentation"


class Reliance(Enum):
    """What traffic must hold for a change to matter to whoever made it."""

    CALL = "call"  # any call of the operation
    PRESENT = "present"  # what stands at the place, in any message
    ABSENT = "absent"  # a message in which nothing stands there, though what is around it does
    VALUE = "value"  # a value at the place that the older description takes and the newer refuses
    STATUS = "status"  # an answer of that status
    CODE = "code"  # a refusal with that code
    PROOF = "proof"  # a call that proves who makes it in the ways that `detail` names
    NOTHING = "nothing"  # nothing that is seen in traffic: names in clients, words


@frozen(kw_only=True)
class Change:
    """A difference in one operation, or in the whole description (`operation` is then `WHOLE`).

    `schemas` are the older and newer schema of what stands at the place, for a change that is about values,
    as they can be given to a validator.
    """

    impact: Impact
    rule: str
    message: str
    place: Place = ()
    reliance: Reliance = Reliance.CALL
    detail: str = ""
    operation: str = WHOLE
    operation_id: str = ""
    schemas: tuple[Any, Any] | None = field(default=None, eq=False, repr=False)

    @property
    def where(self) -> str:
        """The place as one text: `200.body.friends[].name`."""
        return ".".join(self.place).replace(".[]", "[]")


def breaking(rule: str, message: str, place: Place = (), **told: Any) -> Change:
    """Make a change that breaks."""
    return Change(impact=Impact.BREAKING, rule=rule, message=message, place=place, **told)


def compatible(rule: str, message: str, place: Place = ()) -> Change:
    """Make a change that nobody who relies on the older description has to notice."""
    return Change(impact=Impact.COMPATIBLE, rule=rule, message=message, place=place)


def documentation(message: str, place: Place = ()) -> Change:
    """Make a change of words, examples or marks."""
    return Change(impact=Impact.DOCUMENTATION, rule="documentation", message=message, place=place)


def judged(breaks: bool, rule: str, message: str, place: Place = (), **told: Any) -> Change:
    """Make a change that breaks or does not."""
    return breaking(rule, message, place, **told) if breaks else compatible(rule, message, place)


def shown(value: Any) -> str:
    """Write a value as messages show it: in short."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:59]}…"
