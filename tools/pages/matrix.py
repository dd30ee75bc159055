"""The whole matrix: every page in every language, in both colours and both widths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from attrs import frozen

from .findings import VIEWS, Scheme, Verdict, View
from .judge import Judge
from .scene import Scene

# Where each kind of writing gets tight: the smallest phone from right to left, a phone with letters that are
# as wide as high, a tablet with long words, a desktop.
SHOWN = {"ar_AE": 320, "ja_JP": 375, "de_DE": 768, "en_XX": 1280}


@frozen(kw_only=True)
class Plan:
    """What is judged: ``scenes`` in ``languages`` (tags), and the ``views`` in which each is looked at."""

    scenes: Sequence[Scene]
    languages: Sequence[str]
    views: Sequence[View] = VIEWS

    @property
    def cells(self) -> int:
        """How often axe will run."""
        return sum(1 for _ in self.pairs()) * len(self.views)

    def pairs(self) -> Iterator[tuple[Scene, str]]:
        """Yields each scene in each language that it is in."""
        for scene, tag in product(self.scenes, self.languages):
            if tag in scene.spoken:
                yield scene, tag


def run(judge: Judge, plan: Plan, pictures: Path) -> Iterator[Verdict]:
    """Yields the verdict of every cell; a picture is kept of one with findings, and of :data:`SHOWN`.

    Each page is opened in its language, as its reader would open it.
    """
    for scene, tag in plan.pairs():
        judge.leave()
        for verdict in judge.judge(scene, tag, plan.views):
            if verdict.findings:
                judge.picture(picture_of(pictures, scene, tag, verdict.view))
            yield verdict
        if tag in SHOWN:
            yield from shown(judge, scene, tag, pictures)


def picture_of(folder: Path, scene: Scene, tag: str, view: View) -> Path:
    """Return where the picture of a scene lies."""
    return folder / f"{scene.name}, {tag} {view}.png".replace(", ", "-").replace(" ", "-")


def shown(judge: Judge, scene: Scene, tag: str, pictures: Path) -> Iterator[Verdict]:
    """Keep pictures of the scene that is open, in the width of its language, and measure its layout there."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        view = View(scheme=scheme, width=SHOWN[tag])
        judge.look(view)
        judge.picture(picture_of(pictures, scene, tag, view))
        yield judge.measure(scene, tag, view)
