"""A judgement of a recording: by Redocly and by a look of our own, with what is accepted taken away."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve, frozen

from login_contract.errors import UsageError

from . import answers
from .accepted import Accepted, Sifted, sift
from .answers import Look
from .finding import Finding
from .redocly import Redocly


@frozen
class Judgement:
    """What came of a recording; `seconds` is the time that Redocly and the look took."""

    look: Look
    findings: tuple[Finding, ...]
    sifted: Sifted
    seconds: float

    def is_sound(self, *, whole: bool) -> bool:
        """Whether nothing is left; of a `whole` run each entry has to be needed as well."""
        return not self.sifted.left and not (whole and self.sifted.idle)


def judge(
    redocly: Redocly, recording: Path, description: Path, *, entries: Sequence[Accepted], folder: Path
) -> Judgement:
    """Judges a recording; Redocly's own report goes into `folder`.

    Raises:
        UsageError: the file is no recording, or has no call of what is described.
    """
    began = time.perf_counter()
    seen = answers.look(recording, json.loads(description.read_bytes()))
    if not seen.calls:
        raise UsageError(f"nothing was judged: {recording} has no call of what {description.name} describes")
    foreign = redocly.judge(recording, description, folder / "redocly.csv")
    led = (evolve(each, location=seen.locations.get(each.index, "")) for each in foreign)
    found = (*led, *seen.findings)
    return Judgement(seen, found, sift(found, entries), time.perf_counter() - began)
