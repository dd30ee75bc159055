from __future__ import annotations

from tests.inner_runs import lean_inner_runs

__all__ = ["lean_inner_runs"]
