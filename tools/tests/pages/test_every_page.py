"""Every page in each language, once: what `nox -s pages` judges in all colours and widths."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from login_contract.mock.messages.languages import available
from pages.findings import VIEWS, Verdict, View
from pages.judge import Judge
from pages.matrix import Plan
from pages.people import People
from pages.scene import Scene
from pages.scenes import scenes

# In each part one view after the other: to change it takes longer than to change the language.
PARTS = [[*available()[number::4], *available()[number + 2 :: 4]] for number in range(2)]
NARROW = View(scheme="light", width=320)


def view_of(tag: str) -> View:
    """Colours and widths in turn, so that each pair of them meets a quarter of the languages."""
    return VIEWS[available().index(tag) % len(VIEWS)]


def in_turn(found: list[Scene], tag: str) -> Iterator[Scene]:
    """Yield what is to be measured, and of the states for axe one of each page, in turn by language."""
    yield from (each for each in found if each.share == "layout")
    whole = [each for each in found if each.share == "axe and layout"]
    for page in dict.fromkeys(each.page for each in whole):
        states = [each for each in whole if each.page == page]
        yield states[available().index(tag) % len(states)]


def verdicts(judge: Judge, scene: Scene, tag: str) -> Iterator[Verdict]:
    view = view_of(tag)
    if scene.share == "axe and layout":
        yield from judge.judge(scene, tag, [view])
    else:
        judge.look(NARROW)
        judge.open(scene, tag)
    if view.width != NARROW.width or scene.share == "layout":
        judge.look(NARROW)
        yield judge.measure(scene, tag, NARROW)


def faults(seen: list[Verdict]) -> list[str]:
    return [f"{verdict}: {finding}" for verdict in seen for finding in verdict.findings]


@pytest.mark.long
@pytest.mark.parametrize("tags", PARTS, ids=" ".join)
def test_page_obeys_every_rule_of_axe_and_fits_the_smallest_window(
    judge: Judge, people: People, tags: list[str]
) -> None:
    spoken = [each for each in scenes(people) if each.spoken == available()]
    pairs = [(scene, tag) for scene in spoken for tag in tags if scene in in_turn(spoken, tag)]
    seen = [verdict for scene, tag in pairs for verdict in verdicts(judge, scene, tag)]
    assert {(scene.page, tag) for scene, tag in pairs} == set(product((each.page for each in spoken), tags))
    assert faults(seen) == []


def test_page_of_one_language_obeys_every_rule_of_axe_in_each_view(judge: Judge, people: People) -> None:
    plan = Plan(
        scenes=[scene for scene in scenes(people) if scene.spoken != available()], languages=available()
    )
    seen = [verdict for scene, tag in plan.pairs() for verdict in judge.judge(scene, tag, VIEWS)]
    assert len(seen) == plan.cells
    assert faults(seen) == []


def test_each_pair_of_colours_and_width_meets_a_language() -> None:
    assert {view_of(tag) for tag in available()} == set(VIEWS[: len(available())])
