"""The account page as a picture to look at, and how fast it opens."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from pages import account, speed
from pages.findings import VIEWS, View
from pages.judge import Judge
from pages.matrix import SHOWN, shown
from pages.people import People
from pages.speed import Opening
from tests.mock.hosted.site import Site

PICTURES = Path(__file__).parents[3] / "reports" / "pages" / "screenshots"
# A shared machine is slow at times: what has to do with time may take so many times as long.
PATIENCE = 10
SLOW = f"""<!DOCTYPE html><title>Slow</title><!-- {"x" * 100_000} --><p id="data" hidden>Data</p>
<script>setTimeout(() => {{
  for (const end = performance.now() + 400; performance.now() < end;);
  document.body.prepend(Object.assign(document.createElement("div"), {{ style: "height: 300px" }}))
  document.getElementById("data").hidden = false
}}, 50)</script><p>Moved</p>"""


@pytest.mark.parametrize("tag", SHOWN)
def test_page_fits_where_each_writing_is_tight_and_its_picture_is_kept(
    judge: Judge, people: People, tag: str
) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob(f"account-all-{tag}-*"):
        old.unlink()
    scene = next(each for each in account.scenes(people) if each.state == "all")
    judge.look(View(scheme="light", width=SHOWN[tag]))
    judge.open(scene, tag)

    verdicts = list(shown(judge, scene, tag, PICTURES))

    assert [f"{verdict}: {finding}" for verdict in verdicts for finding in verdict.findings] == []
    kept = {path.name for path in PICTURES.glob(f"account-all-{tag}-*") if path.stat().st_size > 5000}
    assert kept == {f"account-all-{tag}-{SHOWN[tag]}-{scheme}.png" for scheme in ("light", "dark")}


@pytest.mark.parametrize(
    ("token", "tag", "width"),
    [("has_all", "de_DE", 320), ("has_all", "en_XX", 1280), ("has_nothing", "en_XX", 1280)],
)
def test_page_is_small_and_stays_where_it_is(
    browser: Any, people: People, token: str, tag: str, width: int
) -> None:
    address = account.address(people, tag, getattr(people, token))
    opening = speed.measure(browser, tag, address, shows=account.DATA, width=width)

    assert opening.requests > 10
    assert opening.missed.isdisjoint({"KB in all", "layout shift"}), opening
    assert opening.paint <= PATIENCE * Opening.LIMITS["first paint of data, ms"], opening
    assert opening.longest <= PATIENCE * Opening.LIMITS["longest task, ms"], opening


def test_what_is_large_slow_and_moves_misses_every_limit(browser: Any) -> None:
    with Site() as site:
        site.html = SLOW
        opening = speed.measure(browser, "en_XX", site.origin, shows="#data")

    assert opening.missed == set(Opening.LIMITS)


def test_views_are_both_widths_in_both_colours() -> None:
    assert [(view.width, view.scheme) for view in VIEWS] == list(product((320, 1280), ("light", "dark")))


def test_address_in_the_hint_is_that_of_the_language_that_is_switched_to(
    judge: Judge, people: People
) -> None:
    scene = next(each for each in account.scenes(people) if each.state == "hint")
    for tag, code in {"en_XX": "en", "de_DE": "de"}.items():
        judge.open(scene, tag)
        told = judge.tab.locator(".notice code").inner_text()
        assert told == f"{people.origin}/profile?locale={code}#token=…"
