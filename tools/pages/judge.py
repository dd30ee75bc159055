"""The judge: a Chromium that opens scenes, runs axe in them and measures their layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import define, evolve

from login_contract.mock.messages.languages import language
from tests.browser import LAUNCH_ARGS, NOT_FOUND, find_chromium

from . import axe_core
from .findings import Finding, Verdict, View, by_axe
from .scene import Scene

HEIGHT = 800
PICTURE_MS = 120_000  # of a long page, on a busy machine
LAYOUT = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")
# What is folded up is part of the page.
UNFOLD = "document.querySelectorAll('details').forEach(details => { details.open = true })"
# No font has a letter for what is no character.
IS_BOX = """letter => {
  const drawn = text => {
    const pen = new OffscreenCanvas(40, 40).getContext("2d", { willReadFrequently: true })
    pen.font = "24px system-ui, sans-serif"
    pen.fillText(text, 2, 30)
    return pen.getImageData(0, 0, 40, 40).data.join()
  }
  return drawn(letter) === drawn("\\uffff")
}"""


class NoBrowserError(Exception):
    """Chromium is missing or does not start; says why in one line."""


@contextmanager
def chromium() -> Iterator[Any]:
    """Yields a running browser.

    Raises:
        NoBrowserError: there is none.
    """
    path = find_chromium()
    if path is None:
        raise NoBrowserError(NOT_FOUND)
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=list(LAUNCH_ARGS))
        except Error as error:
            raise NoBrowserError(f"{path} does not start: {error.message.splitlines()[0]}") from error
        try:
            yield browser
        finally:
            browser.close()


@define
class Judge:
    """One tab, which goes from scene to scene; ``view`` is how it looks at them now."""

    tab: Any
    view: View | None = None

    @classmethod
    @contextmanager
    def of(cls, browser: Any, source: str) -> Iterator[Judge]:
        """Yields a judge with a context of its own; ``source`` is axe.

        What moves is at rest, so that a contrast is not measured halfway through a transition.
        """
        with browser.new_context(reduced_motion="reduce") as context:
            context.add_init_script(source)
            yield cls(context.new_page())

    def judge(self, scene: Scene, language: str, views: Iterable[View]) -> Iterator[Verdict]:
        """Yields what each view of a scene shows; the scene is opened once."""
        for number, view in enumerate(views):
            self.look(view)
            if number == 0:
                self.open(scene, language)
            yield self.verdict(scene, language, view)

    def verdict(self, scene: Scene, language: str, view: View) -> Verdict:
        """Return what axe and the layout say about the scene that is open, looked at in this view."""
        answer = self.tab.evaluate(axe_core.RUN, list(scene.waived))
        found, undecided = by_axe(answer)
        measured = self.measure(scene, language, view)
        return evolve(
            measured,
            judged=answer["judged"],
            findings=(*found, *measured.findings),
            undecided=tuple(undecided),
        )

    def measure(self, scene: Scene, language: str, view: View) -> Verdict:
        """Return what the layout alone says; it is measured in milliseconds."""
        given = {"scrolling": list(scene.scrolling), "targetHeight": scene.target_height}
        found = tuple(Finding.of(each) for each in self.tab.evaluate(LAYOUT, given))
        return Verdict(page=scene.name, language=language, view=view, judged=None, findings=found)

    def look(self, view: View) -> None:
        """Look at whatever is open, now or next, in this width and these colours."""
        # Even where nothing changes, the browser would lay out and paint the page once more.
        if self.view is None or view.width != self.view.width:
            self.tab.set_viewport_size({"width": view.width, "height": HEIGHT})
        if self.view is None or view.scheme != self.view.scheme:
            self.tab.emulate_media(color_scheme=view.scheme)
        self.view = view

    def open(self, scene: Scene, language: str) -> None:
        """Go to a scene, and unfold it."""
        scene.open(self.tab, language)
        self.tab.evaluate(UNFOLD)

    def leave(self) -> None:
        """Go nowhere, so that the next scene is opened from the start."""
        self.tab.goto("about:blank")

    def picture(self, path: Path) -> None:
        """Keep the whole page that is open as a PNG."""
        self.tab.screenshot(path=path, full_page=True, animations="disabled", timeout=PICTURE_MS)

    def undrawn(self, tags: Iterable[str]) -> list[str]:
        """Return the languages whose letters the machine cannot draw."""
        letters = {tag: next(filter(str.isalpha, language(tag).texts["account.title"])) for tag in tags}
        return [tag for tag, letter in letters.items() if self.tab.evaluate(IS_BOX, letter)]
