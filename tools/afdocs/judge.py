"""One run of afdocs against a server, which is the only one it may ask."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence

from attrs import frozen

from login_contract.errors import UsageError
from node import npm

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
    installed = npm.install(PACKAGE)
    try:
        done = subprocess.run(
            [installed.node, npm.HERE / PACKAGE / "judge.mjs"],
            input=json.dumps({"modules": str(installed.modules), "address": address, "pages": pages}),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UsageError(f"afdocs did not end within {LONGEST} seconds") from None
    if done.returncode != 0:
        raise UsageError(f"afdocs did not run: {''.join(done.stderr.strip().splitlines()[-1:])}")
    return read(json.loads(done.stdout))


def read(answer: Mapping[str, object]) -> Judgement:
    """Read what the program has written."""
    told: Mapping[str, list[Mapping[str, str]]] = answer  # type: ignore[assignment]
    return Judgement(
        score=int(str(answer["score"])),
        categories={one["name"]: _number(one["score"]) for one in told["categories"]},
        checks=[Check(one["id"], one["status"], one["message"]) for one in told["checks"]],
        outside=[str(one) for one in told["outside"]],
        asked=int(str(answer["asked"])),
    )


def _number(score: object) -> int | None:
    return None if score is None else int(str(score))
