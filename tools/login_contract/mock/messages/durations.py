"""How long something is valid, counted the way a language counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen


@frozen
class Plural:
    """A language's plural rule: the forms it has, and which of them a whole number takes."""

    forms: tuple[str, ...]
    choose: Callable[[int], str]

    def is_exact(self, form: str) -> bool:
        """Say whether a form stands for a single number, so that its text may leave the number out."""
        return sum(self.choose(n) == form for n in range(200)) == 1


def _east_slavic(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if n % 10 in {2, 3, 4} and n % 100 not in {12, 13, 14} else "many"


def _polish(n: int) -> str:
    if n == 1:
        return "one"
    return "few" if n % 10 in {2, 3, 4} and n % 100 not in {12, 13, 14} else "many"


def _czech(n: int) -> str:
    if n == 1:
        return "one"
    return "few" if n in {2, 3, 4} else "other"


def _arabic(n: int) -> str:
    if n in {1, 2}:
        return "one" if n == 1 else "two"
    if 3 <= n % 100 <= 10:
        return "few"
    return "many" if n % 100 >= 11 else "other"


def _romanian(n: int) -> str:
    if n == 1:
        return "one"
    return "few" if n == 0 or 1 <= n % 100 <= 19 else "other"


# The rules of the Unicode plural tables for whole numbers, as far as the known locales need them.
PLURALS: Mapping[str, Plural] = {
    "none": Plural(("other",), lambda n: "other"),
    "one": Plural(("one", "other"), lambda n: "one" if n == 1 else "other"),
    "below_two": Plural(("one", "other"), lambda n: "one" if n < 2 else "other"),
    "hebrew": Plural(("one", "two", "other"), lambda n: {1: "one", 2: "two"}.get(n, "other")),
    "czech": Plural(("one", "few", "other"), _czech),
    "polish": Plural(("one", "few", "many"), _polish),
    "east_slavic": Plural(("one", "few", "many"), _east_slavic),
    "romanian": Plural(("one", "few", "other"), _romanian),
    "arabic": Plural(("one", "two", "few", "many", "other"), _arabic),
}
UNITS = {"minute": 1, "hour": 60, "day": 1440}


def count(minutes: int) -> tuple[str, int]:
    """Return the unit a reader expects, and how many of it: 180 is three hours, 90 is ninety minutes."""
    if minutes > UNITS["day"] and minutes % UNITS["day"] == 0:
        return "day", minutes // UNITS["day"]
    if minutes >= UNITS["hour"] and minutes % UNITS["hour"] == 0:
        return "hour", minutes // UNITS["hour"]
    return "minute", minutes
