"""A fixture for tests that run pytest within themselves: it spares each run what all have in common."""

from __future__ import annotations

import gc
import importlib.metadata
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

WITH_PLUGINS = tuple(
    package for package in importlib.metadata.distributions() if package.entry_points.select(group="pytest11")
)
# Where Python keeps the last failure, and with it the run that it was of.
_LAST = ("last_type", "last_value", "last_traceback", "last_exc")


@pytest.fixture(autouse=True)
def lean_inner_runs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let runs within a test cost little time, and no memory after it.

    A run finds its plugins without reading anew what each installed package says.
    """
    monkeypatch.setattr(importlib.metadata, "distributions", lambda: WITH_PLUGINS)
    with apart():
        yield


@contextmanager
def apart() -> Iterator[None]:
    """Let collections of garbage look at what is made meanwhile, and no further.

    What is left of it, some megabytes for each run, goes in the end: the next one would set it aside for
    good.
    """
    gc.freeze()
    try:
        yield
    finally:
        for name in _LAST:
            vars(sys).pop(name, None)
        gc.collect()
        gc.unfreeze()
