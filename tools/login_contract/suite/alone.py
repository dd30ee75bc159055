"""A pytest plugin for several processes that test one mock: what others would notice happens alone.

Time, outbox and faults of a mock are those of all its projects. A test that is about to change them is
broken off and begun again when no other test is running; all others run side by side.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from _pytest.runner import runtestprotocol
from attrs import define

if TYPE_CHECKING:
    import httpx

# Requests to the control interface that every project notices.
NOTICED = frozenset(
    {
        ("POST", "/_mock/clock"),
        ("POST", "/_mock/faults"),
        ("POST", "/_mock/reset"),
        ("DELETE", "/_mock/faults"),
        ("DELETE", "/_mock/outbox"),
    }
)


class NotAloneError(BaseException):
    """A test has to begin again when nobody else is there; nothing that it calls may catch this."""


@define
class Room:
    """Where the tests of several processes are: any number of them, or one that is alone.

    Two files are locked, so that whoever wants to be alone is not kept waiting by newcomers for ever.
    """

    folder: Path
    alone: bool = False
    wanted: bool = False

    def ask(self, request: httpx.Request) -> None:
        """Break a test off that is about to do what others would notice; an event hook of a client."""
        if (request.method, request.url.path) in NOTICED and not self.alone:
            self.wanted = True
            raise NotAloneError

    @contextmanager
    def entered(self, *, alone: bool) -> Iterator[None]:
        """Wait for a place, and leave it in the end."""
        import fcntl

        with (self.folder / "door").open("w") as door, (self.folder / "room").open("w") as room:
            fcntl.flock(door, fcntl.LOCK_EX)
            fcntl.flock(room, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
            if not alone:
                fcntl.flock(door, fcntl.LOCK_UN)
            self.alone, self.wanted = alone, False
            try:
                yield
            finally:
                self.alone = False


KEY = pytest.StashKey[Room]()


def is_possible() -> bool:
    """Say whether this system has the locks that it takes."""
    with suppress(ModuleNotFoundError):
        import fcntl

        return bool(fcntl)
    return False


def join(config: pytest.Config, folder: Path) -> None:
    """Run the tests of this process in the room that the run has made."""
    config.stash[KEY] = Room(folder)
    config.pluginmanager.register(sys.modules[__name__])


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> object:
    """Run a test among others; where it asked for it, once more and alone."""
    room = item.config.stash[KEY]
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = _attempt(room, item, nextitem, alone=False)
    if room.wanted:
        reports = _attempt(room, item, nextitem, alone=True)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def _attempt(room: Room, item: pytest.Item, nextitem: pytest.Item | None, *, alone: bool) -> list[Any]:
    with room.entered(alone=alone):
        return list(runtestprotocol(item, log=False, nextitem=nextitem))
