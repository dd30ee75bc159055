"""The whole matrix: every page in every language, in both colours and both widths."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from .findings import VIEWS, Scheme, Verdict, View
from .judge import Judge
from .scene import Scene

Scenes = Callable[[str], Iterator[Scene]]
# Where each kind of writing gets tight: the smallest phone from right to left, a phone with letters that are
# as wide as high, a tablet with long words, a desktop.
SHOWN = {"ar_AE": 320, "ja_JP": 375, "de_DE": 768, "en_XX": 1280}


@frozen(kw_only=True)
class Plan:
    """What is judged: ``languages`` are tags, ``pages`` groups of scenes, ``views`` how each is looked at."""

    languages: Sequence[str]
    pages: frozenset[str]
    views: Sequence[View] = VIEWS

    def scenes(self, all_of: Scenes) -> Iterator[tuple[str, Scene]]:
        """Yields each scene that is wanted, with its language."""
        for tag in self.languages:
            for scene in all_of(tag):
                if scene.page in self.pages:
                    yield tag, scene

    def cells(self, all_of: Scenes) -> int:
        """Return how often axe will run."""
        return len(self.views) * sum(1 for _ in self.scenes(all_of))


def run(judge: Judge, plan: Plan, all_of: Scenes, pictures: Path) -> Iterator[Verdict]:
    """Yields the verdict of every cell; a picture is kept of one with findings, and of :data:`SHOWN`."""
    for tag, scene in plan.scenes(all_of):
        for verdict in judge.judge(scene, tag, plan.views):
            if verdict.findings:
                judge.picture(picture_of(pictures, scene, tag, verdict.view))
            yield verdict
        if tag in SHOWN:
            yield from _shown(judge, scene, tag, pictures)


def picture_of(folder: Path, scene: Scene, tag: str, view: View) -> Path:
    """Return where the picture of a scene lies."""
    return folder / f"{scene.name}, {tag} {view}.png".replace(", ", "-").replace(" ", "-")


def _shown(judge: Judge, scene: Scene, tag: str, pictures: Path) -> Iterator[Verdict]:
    """Keep pictures of the scene that is open, in a width of its own; its layout is measured there too."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        view = View(scheme=scheme, width=SHOWN[tag])
        judge.look(view)
        judge.picture(picture_of(pictures, scene, tag, view))
        yield judge.measure(scene, tag, view)
