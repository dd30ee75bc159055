"""Collects the tests of generated requests without making them: a test's requests are made before it runs.

Every process of a run collects every test and runs a part of them: to make the requests of the rest would be
for nothing. The parts of Schemathesis used here are no documented interface; its version is pinned.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator
from functools import wraps
from typing import Any

import pytest
from schemathesis.config import ProjectConfig
from schemathesis.core.result import Ok
from schemathesis.pytest._test_builder import build_operation_test
from schemathesis.pytest.plugin import SchemathesisCase, SchemathesisFunction
from schemathesis.schemas import APIOperation

MAKE = "make_requests"


class OperationTests(SchemathesisCase):
    """The tests of one function, one for each operation, as stand-ins that can be made into tests."""

    @classmethod
    def in_place_of(cls, eager: SchemathesisCase) -> OperationTests:
        """Return the collector that does later what `eager` would do at once."""
        assert eager.parent is not None  # It was made for a module or a class.
        remember(eager.schema.config)
        made: OperationTests = cls.from_parent(
            eager.parent, name=eager.name, test_function=eager.test_function, schema=eager.schema
        )
        return made

    def _gen_items(self, result: Any, feedback: Any) -> Generator[SchemathesisFunction, None, None]:
        if not isinstance(result, Ok):
            yield from super()._gen_items(result, feedback)
            return
        operation = result.ok()

        def make() -> Callable[..., Any]:
            from schemathesis.checks import load_all_checks

            load_all_checks()
            made: Callable[..., Any] = build_operation_test(
                config=self.schema.config,
                operation=operation,
                test_func=self.test_function,
                given_kwargs=self.given_kwargs,
                feedback=feedback,
            )
            return made

        stand_in = _stand_in(self.test_function, make)
        yield from self._make_items(stand_in, self._get_test_name(operation), operation.label, operation.tags)


def remember(config: ProjectConfig) -> None:
    """Let a configuration join the settings of an operation once: each request asks for them many times."""
    for name in ("phases_for", "generation_for", "checks_config_for"):
        setattr(config, name, _remembered(getattr(config, name)))


def _remembered(asked: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[tuple[str | None, str | None], Any] = {}

    def answer(*, operation: APIOperation[Any, Any, Any, Any] | None = None, **phase: Any) -> Any:
        key = (operation.label if operation else None, phase.get("phase"))
        if key not in known:
            known[key] = asked(operation=operation, **phase)
        return known[key]

    return answer


def make_requests(item: pytest.Item) -> None:
    """Put the test itself in the place of its stand-in."""
    make = getattr(getattr(item, "obj", None), MAKE, None)
    if make is not None and isinstance(item, pytest.Function):
        item.obj = make()


def _stand_in(test: Callable[..., Any], make: Callable[[], Callable[..., Any]]) -> Callable[..., Any]:
    """Return a function that asks for the same fixtures as the test, which has its `case` from elsewhere."""

    @wraps(test)
    def stand_in(**_: Any) -> None:
        raise AssertionError("the requests of this test were not made")

    signature = inspect.signature(test)
    fixtures = [each for name, each in signature.parameters.items() if name != "case"]
    setattr(stand_in, "__signature__", signature.replace(parameters=fixtures))  # noqa: B010
    setattr(stand_in, MAKE, make)
    return stand_in
