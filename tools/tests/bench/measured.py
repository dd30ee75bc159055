"""What a benchmark might have measured."""

from __future__ import annotations

from bench import cases
from bench.contest import Outcome
from bench.load import Sample
from bench.rows import Row
from bench.servers import MOCK, PRISM

ROW = Row(name="users", title="", value=1.0, at_most=1.2)


def sample(rate: float, *, refused: int = 0, failed: int = 0) -> Sample:
    return Sample(rate=rate, p50=1, p99=2, answered=int(rate), refused=refused, failed=failed)


def outcome(mock: list[Sample], prism: list[Sample]) -> Outcome:
    both = {MOCK: 1.0, PRISM: 2.0}
    return Outcome(
        cases=[cases.LOGIN],
        samples={("login", MOCK): mock, ("login", PRISM): prism},
        first_answers={name: [seconds] for name, seconds in both.items()},
        memory_at_rest=both,
        memory_after=both,
    )
