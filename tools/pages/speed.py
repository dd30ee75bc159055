"""How fast the account page opens: bytes, the first paint of the data, layout shift and long tasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import frozen

# Runs before the page does. Every picture that the browser paints asks whether the data is there; what is
# noted is the time at which the one after it begins, for then it has been painted.
WATCH = """selector => {
  const watched = { paint: null, shift: 0, longest: 0 }
  globalThis.watchedOpening = watched
  new PerformanceObserver(list => list.getEntries().forEach(each => {
    if (!each.hadRecentInput) watched.shift += each.value
  })).observe({ type: "layout-shift", buffered: true })
  new PerformanceObserver(list => list.getEntries().forEach(each => {
    watched.longest = Math.max(watched.longest, each.duration)
  })).observe({ type: "longtask", buffered: true })
  const ask = () => requestAnimationFrame(() => {
    if (!document.querySelector(selector)?.checkVisibility()) return ask()
    requestAnimationFrame(() => { watched.paint = performance.now() })
  })
  ask()
}"""
OPENINGS = 3
# As it comes over the wire, heads and bodies. Read in the end: who listens to each answer makes it later.
SIZES = """["navigation", "resource"].flatMap(kind => performance.getEntriesByType(kind))
  .map(each => each.transferSize)"""
SETTLE = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"


@frozen(kw_only=True)
class Opening:
    """One opening of a page by a browser that has none of it yet; times are milliseconds from its start."""

    LIMITS: ClassVar[Mapping[str, float]] = {
        "KB in all": 100,
        "first paint of data, ms": 300,
        "layout shift": 0.02,
        "longest task, ms": 200,
    }

    language: str
    kilobytes: float
    paint: float
    shift: float
    longest: float
    requests: int

    @property
    def figures(self) -> Mapping[str, float]:
        """The figures by the names of their limits."""
        values = (self.kilobytes, self.paint, self.shift, self.longest)
        return dict(zip(self.LIMITS, values, strict=True))

    @property
    def missed(self) -> frozenset[str]:
        """The names of the limits that are exceeded."""
        return frozenset(name for name, value in self.figures.items() if value > self.LIMITS[name])


def fastest(browser: Any, language: str, address: str, *, shows: str) -> Opening:
    """Measure some openings, as :func:`measure` does.

    Whatever else a machine does only adds time, so the shortest times are those of the page; of bytes and
    shift it is the most.
    """
    all_ = [measure(browser, language, address, shows=shows) for _ in range(OPENINGS)]
    return Opening(
        language=language,
        kilobytes=max(each.kilobytes for each in all_),
        paint=min(each.paint for each in all_),
        shift=max(each.shift for each in all_),
        longest=min(each.longest for each in all_),
        requests=max(each.requests for each in all_),
    )


def measure(browser: Any, language: str, address: str, *, shows: str, width: int = 1280) -> Opening:
    """Open a page in a context of its own and measure; ``shows`` (a CSS selector) is seen with the data.

    ``width`` is that of the window, in CSS pixels.
    """
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        tab = context.new_page()
        tab.add_init_script(f"({WATCH})({shows!r})")
        tab.goto(address)
        # A function: what is a text would be evaluated again and again, which the policy forbids.
        tab.wait_for_function("() => watchedOpening.paint !== null")
        tab.wait_for_load_state("networkidle")
        tab.evaluate(SETTLE)
        seen = tab.evaluate("watchedOpening")
        sizes = tab.evaluate(SIZES)
    return Opening(
        language=language,
        kilobytes=round(sum(sizes) / 1000, 1),
        paint=round(seen["paint"]),
        shift=round(seen["shift"], 4),
        longest=round(seen["longest"]),
        requests=len(sizes),
    )
