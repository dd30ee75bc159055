"""Which tests of the suite are chosen: by name, operation, law, or because they failed the last time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Self

import attrs
import pytest
from _pytest.mark import KeywordMatcher
from _pytest.mark.expression import Expression
from attrs import frozen

from login_contract.description.model import Description, described
from login_contract.errors import UsageError
from login_contract.suite.reporting.evidence import ID

EXAMPLES = "examples"
# What a name in an expression may consist of; see the documentation of ``pytest -k``.
_FOREIGN = re.compile(r"[^\w:+\-.\[\]/]+", re.ASCII)


@frozen(kw_only=True)
class Choice:
    """What tests have to fit: the expression, one of ``operations`` or ``laws``, and the ids that failed.

    ``operations`` are operation ids, ``laws`` parts of their sentences. What is empty asks for nothing;
    ``failed`` is None unless it is asked for. Of what fits, ``quick`` leaves the documented examples and the
    first test of each law.
    """

    only: str | None = None
    operations: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    failed: tuple[str, ...] | None = None
    quick: bool = False

    @property
    def told(self) -> str:
        """The choice as it was made, for a message."""
        named = [repr(name) for name in (self.only, *self.operations, *self.laws) if name]
        failed = ["what failed in the last run"] if self.failed is not None else []
        quick = ["--quick"] if self.quick else []
        return " and ".join([*([", ".join(named)] if named else []), *failed, *quick])

    def write(self, path: Path) -> Path:
        """Write the choice down and return where."""
        path.write_text(json.dumps(attrs.asdict(self)), encoding="utf-8")
        return path

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a choice that was written down."""
        values: dict[str, Any] = json.loads(path.read_bytes())
        only, failed = values["only"], values["failed"]
        return cls(
            only=only,
            operations=tuple(values["operations"]),
            laws=tuple(values["laws"]),
            failed=None if failed is None else tuple(failed),
            quick=values["quick"],
        )

    def fits(self, item: pytest.Item, ids: frozenset[str]) -> bool:
        """Say whether a test is chosen; ``ids`` are those of all tests."""
        return (
            (self.failed is None or item.nodeid in self.failed)
            and ((not self.operations and not self.laws) or self._is_about(item))
            and self._is_named(item, ids)
        )

    def _is_about(self, item: pytest.Item) -> bool:
        law = item.get_closest_marker("law")
        sentence = str(law.args[0]).casefold() if law else ""
        return bool(_operations(item) & set(self.operations)) or any(
            part.casefold() in sentence for part in self.laws if sentence
        )

    def _is_named(self, item: pytest.Item, ids: frozenset[str]) -> bool:
        if self.only is None:
            return True
        own = {item.stash[ID], item.nodeid}
        if self.only in own:
            return True
        keywords = KeywordMatcher.from_item(item)

        def matches(name: str, /, **_: Any) -> bool:
            return name in own if name in ids else keywords(name)

        expression = _expression(self.only)
        return expression is not None and expression.evaluate(matches)


def narrow(config: pytest.Config, items: list[pytest.Item], choice: Choice) -> None:
    """Give every test its id, and take those from the list that are not chosen."""
    taken: dict[str, int] = {}
    for item in items:
        name = _id(item)
        taken[name] = taken.get(name, 0) + 1
        item.stash[ID] = name if taken[name] == 1 else f"{name}:{taken[name]}"
    if not choice.told:
        return
    ids = frozenset(name for item in items for name in (item.stash[ID], item.nodeid))
    kept = [item for item in items if choice.fits(item, ids)]
    if choice.quick:
        kept = quickest(kept)
    chosen = set(kept)
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = kept


def quickest(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Return the documented examples and the first test of each law."""
    first: dict[str, pytest.Item] = {}
    for item in items:
        if law := item.get_closest_marker("law"):
            first.setdefault(str(law.args[0]), item)
    chosen = set(first.values())
    return [item for item in items if item in chosen or _phase(item) == EXAMPLES]


def _phase(item: pytest.Item) -> str | None:
    phase = item.get_closest_marker("phase")
    return str(phase.args[0]) if phase else None


def check_expression(only: str | None) -> None:
    """Refuse an expression that is none; the id of a test is always one.

    Raises:
        UsageError: it is none; one line with the reason.
    """
    if only is None or "::" in only:
        return
    try:
        Expression.compile(only)
    except SyntaxError as problem:
        raise UsageError(f"--only: {only!r} is no expression of names: {problem.msg}") from None


def operations_of(
    operations: Iterable[str], tags: Iterable[str], description: Description | None = None
) -> tuple[str, ...]:
    """Return the ids of the operations that are named, by id or by method and path, and of those with a tag.

    Raises:
        UsageError: there is none of that name; the message has the nearest.
    """
    description = description or described()
    by_name = {**description.operations, **description.by_label}
    named = [_known("--operation", name, by_name).operation_id for name in operations]
    tagged = [_known("--tag", tag, _by_tag(description)) for tag in tags]
    return tuple(dict.fromkeys([*named, *(each for ids in tagged for each in ids)]))


def _by_tag(description: Description) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for operation in description.operations.values():
        for tag in operation.tags:
            found.setdefault(tag, []).append(operation.operation_id)
    return found


def _known(flag: str, name: str, known: Mapping[str, Any]) -> Any:
    if name not in known:
        near = get_close_matches(name, known, n=3, cutoff=0.5) or sorted(known)
        raise UsageError(f"{flag}: {name!r} is unknown; there are {', '.join(near)}")
    return known[name]


@cache
def _expression(text: str) -> Expression | None:
    try:
        return Expression.compile(text)
    except SyntaxError:
        return None


def _operations(item: pytest.Item) -> set[str]:
    """Return the ids of the operations that a test names: its own, or those among its parameters."""
    operation = described().by_label.get(getattr(item, "operation_label", None) or "")
    found = {operation.operation_id} if operation else set()
    for value in getattr(getattr(item, "callspec", None), "params", {}).values():
        named = getattr(value, "operation_id", value)
        if isinstance(named, str):
            found.add(named)
    return found


def _id(item: pytest.Item) -> str:
    label = getattr(item, "operation_label", None) or ""
    operation = described().by_label.get(label)
    name = item.nodeid if operation is None else item.nodeid.replace(label, operation.operation_id)
    return _FOREIGN.sub("_", name)
