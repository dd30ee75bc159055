"""A fixture for tests that run pytest within themselves: it spares each run what all have in common."""

from __future__ import annotations

import gc
import importlib.metadata
from collections.abc import Iterator

import pytest

WITH_PLUGINS = tuple(
    package for package in importlib.metadata.distributions() if package.entry_points.select(group="pytest11")
)


@pytest.fixture(autouse=True)
def lean_inner_runs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the collections with which each run ends look at what it has made, and no further.

    A run finds its plugins without reading anew what each installed package says.
    """
    monkeypatch.setattr(importlib.metadata, "distributions", lambda: WITH_PLUGINS)
    gc.freeze()
    yield
    gc.unfreeze()
