"""One line of the result about the mock alone: a figure, and whether it is good enough."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Row:
    """A figure and its target, if any: at most so much, or at least.

    `told` says what it was made of; `lost` counts requests that were refused or not answered. What could not
    be measured has the reason in `skipped`.
    """

    name: str
    title: str
    value: float = 0.0
    unit: str = "×"
    told: str = ""
    at_least: float | None = None
    at_most: float | None = None
    lost: int = 0
    skipped: str | None = None

    @property
    def reached(self) -> bool:
        """Whether the target is reached; what has none, or was not measured, misses none."""
        if self.skipped is not None:
            return True
        low = self.at_least is not None and self.value < self.at_least
        high = self.at_most is not None and self.value > self.at_most
        return not low and not high

    @property
    def target(self) -> str:
        """The target as text."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return "–" if self.at_most is None else f"≤ {self.at_most:g}"
