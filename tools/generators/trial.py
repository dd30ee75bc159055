"""Tries a generator: it writes, what it wrote is compiled, and that logs in."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager

from attrs import frozen

from login_contract.mock.run import EmbeddedMock
from login_contract.suite.actors.control import Control

from .generator import Generator, Step, Work


@frozen
class Outcome:
    """What came of one step: its complaints; `tried` is False where it cannot be tried or was not reached."""

    complaints: tuple[str, ...] = ()
    tried: bool = True

    @property
    def good(self) -> bool:
        """Whether it was tried, and nothing was wrong."""
        return self.tried and not self.complaints


NOT_TRIED = Outcome(tried=False)


@frozen(kw_only=True)
class Trial:
    """A generator and what came of it; seconds on the clock, and of processors in the programs it took."""

    generator: Generator
    generated: Outcome
    compiled: Outcome
    logged_in: Outcome
    seconds: float
    processor_seconds: float

    @property
    def sound(self) -> bool:
        """Whether nothing that could be tried failed."""
        return not self.complaints

    @property
    def complaints(self) -> tuple[str, ...]:
        """All complaints, in the order of the steps."""
        outcomes = (self.generated, self.compiled, self.logged_in)
        return tuple(line for outcome in outcomes for line in outcome.complaints)


@contextmanager
def project() -> Iterator[tuple[str, str]]:
    """Yields the base URL of a mock, and the id of a project that logs users in as they register."""
    with EmbeddedMock() as mock, Control(mock.origin) as control:
        yield mock.base_url, control.put_project(confirmation_required=False, algorithm="HS256")


def tried(generator: Generator, work: Work) -> Trial:
    """Tries a generator in the folder of the work, which is emptied first; after a bad step none is tried."""
    shutil.rmtree(work.folder, ignore_errors=True)
    work.folder.mkdir(parents=True)
    began, used = time.monotonic(), _processor_seconds()
    outcomes = list(_outcomes(generator, work))
    return Trial(
        generator=generator,
        generated=outcomes[0],
        compiled=outcomes[1],
        logged_in=outcomes[2],
        seconds=time.monotonic() - began,
        processor_seconds=_processor_seconds() - used,
    )


def _outcomes(generator: Generator, work: Work) -> Iterator[Outcome]:
    going = True
    for step in (generator.generate, generator.compile, generator.log_in):
        outcome = _outcome(step, work) if going and step is not None else NOT_TRIED
        going = going and outcome.good
        yield outcome


def _outcome(step: Step, work: Work) -> Outcome:
    return Outcome(tuple(step(work)))


def _processor_seconds() -> float:
    times = os.times()
    return times.children_user + times.children_system
