"""Many calls at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Answer = TypeVar("Answer")


def at_once(times: int, call: Callable[[int], Answer]) -> Sequence[Answer]:
    """Make so many calls, none of which starts before all are ready to; ``call`` gets their number."""
    ready = threading.Barrier(times)

    def run(number: int) -> Answer:
        ready.wait(timeout=30)
        return call(number)

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))
