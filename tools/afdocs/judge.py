"""One run of afdocs against a server, which is the only one it may ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from node.judge import answer

PACKAGE = "afdocs"
LONGEST = 900  # seconds


@frozen
class Check:
    """What one check came to: `pass`, `warn`, `fail`, `skip` or `error`, and why."""

    name: str
    status: str
    message: str


@frozen
class Judgement:
    """The score of 100 as a whole and by category, each check, and how many requests it took.

    `outside` are the addresses that were wanted elsewhere, and refused.
    """

    score: int
    categories: Mapping[str, int | None]
    checks: Sequence[Check]
    outside: Sequence[str]
    asked: int


def judge(address: str, *, pages: int) -> Judgement:
    """Judge the documentation at an address by so many of its pages, evenly chosen.

    Raises:
        UsageError: the program does not end well.
        NodeUnavailableError: there is no Node, or the package cannot be installed.
    """
    told = answer(PACKAGE, {"address": address, "pages": pages}, seconds=LONGEST)
    return Judgement(
        score=told["score"],
        categories={one["name"]: one["score"] for one in told["categories"]},
        checks=[Check(one["id"], one["status"], one["message"]) for one in told["checks"]],
        outside=told["outside"],
        asked=told["asked"],
    )
