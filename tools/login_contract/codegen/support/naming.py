"""Which operations a piece of Python names: their ids stand in it as texts, whole or put together."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from attrs import frozen

from login_contract.description.operation import Operation

# A text with gaps names what fits into it, when this much of it is given.
FEWEST_LETTERS = 8


class Naming(Protocol):
    """What is looked for in the sources, and how it is named there."""

    def in_text(self, node: ast.AST) -> frozenset[str]:
        """What a text of the source names, a plain one or an f-string."""
        ...

    def told(self, arguments: Sequence[ast.expr]) -> frozenset[str]:
        """What the arguments of a method name, that elsewhere may mean something else."""
        ...


@frozen
class Names:
    """The ids of operations, the paths that only one has, and what webhooks are called for short."""

    ids: frozenset[str]
    paths: Mapping[str, str]
    webhooks: Mapping[str, str]

    @classmethod
    def of(cls, operations: Iterable[Operation], prefix: str) -> Names:
        """The names of operations; a webhook is called for short without the prefix."""
        every = list(operations)
        short = {one.operation_id.removeprefix(prefix): one.operation_id for one in every if one.is_webhook}
        shared = Counter(one.path for one in every)
        paths = {one.path: one.operation_id for one in every if shared[one.path] == 1 and not one.is_webhook}
        return cls(frozenset(one.operation_id for one in every), paths, short)

    def in_text(self, node: ast.AST) -> frozenset[str]:
        """The operations that a text of the source names, a plain one or an f-string."""
        if isinstance(node, ast.Constant):
            given = str(node.value)
            return frozenset({self.paths.get(given, given)}) & self.ids
        if not isinstance(node, ast.JoinedStr):
            return frozenset()
        parts = [str(part.value) if isinstance(part, ast.Constant) else "" for part in node.values]
        if sum(map(len, parts)) < FEWEST_LETTERS:
            return frozenset()
        pattern = "".join(re.escape(part) or ".+" for part in parts)
        return frozenset(each for each in self.ids if re.fullmatch(pattern, each))

    def told(self, arguments: Sequence[ast.expr]) -> frozenset[str]:
        """The webhooks that the arguments of a call name for short."""
        texts = [str(each.value) for each in arguments if isinstance(each, ast.Constant)]
        return frozenset(self.webhooks[text] for text in texts if text in self.webhooks)


def all_in(names: Naming, node: ast.AST) -> frozenset[str]:
    """All operations that the texts below a node name."""
    return frozenset().union(*(names.in_text(each) for each in ast.walk(node)))
