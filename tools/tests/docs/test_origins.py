"""The page about origins explains every badge and leads to every family of decisions."""

from __future__ import annotations

import re

from login_contract import resources
from login_contract.site.reference import BADGES
from tests.docs.reading import text

FAMILIES = sorted(resources.path("openapi/decisions").glob("*.md"))


def test_every_badge_is_explained_by_its_name() -> None:
    table = text("origins").partition("## Badges")[2].partition("\n## ")[0]
    shown = re.findall(r"^\| ([a-zA-Z ]+) \| `(\w+)` \|", table, re.MULTILINE)

    assert {origin: badge for badge, origin in shown} == BADGES


def test_every_family_of_decisions_is_led_to_by_its_letter() -> None:
    shown = re.findall(r"\(\.\./\.\./openapi/decisions/([\w-]+)\.md\) `([A-Z])`", text("origins"))
    letters = {
        path.stem: re.findall(r"^## ([A-Z])-\d\d:", path.read_text("utf-8"), re.MULTILINE)[0]
        for path in FAMILIES
    }

    assert dict(shown) == letters
    assert len(shown) == len(letters)
