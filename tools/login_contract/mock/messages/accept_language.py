"""Which of the languages that have texts a browser likes best."""

from __future__ import annotations

import re

from login_contract.mock.messages.languages import available
from login_contract.mock.messages.locales import DEFAULT, nearest

# RFC 9110 section 12.5.4.
WEIGHT = r"(?:;\s*q\s*=\s*(?P<q>[01](?:\.\d{0,3})?)\s*)?"
RANGE = re.compile(rf"\s*(?P<tag>[A-Za-z]{{1,8}}(?:[-_][A-Za-z0-9]{{1,8}})*)\s*{WEIGHT}")
# No browser names more languages; looking no further keeps a hostile header cheap.
MOST = 32


def preferred(accept_language: str) -> str | None:
    """Return the tag of the texts for an ``Accept-Language`` header; None where no language has any.

    What is malformed counts as if it was not there; of languages with the same weight the first one counts.
    """
    wanted = []
    for position, part in enumerate(accept_language.split(",", MOST)[:MOST]):
        found = RANGE.fullmatch(part)
        weight = float(found["q"] or 1) if found else 0.0
        if found and 0 < weight <= 1:
            wanted.append((-weight, position, found["tag"]))
    return next((tag for *_, each in sorted(wanted) if (tag := _texts(each)) is not None), None)


def _texts(wanted: str) -> str | None:
    tag = nearest(wanted, available())
    # English is also what stands for a language without texts.
    return tag if tag != DEFAULT or re.match("en(?![a-z])", wanted.lower()) else None
