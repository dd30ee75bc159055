"""What a login costs beside many users, and beside many projects that come and go."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from uuid import uuid4

from login_contract.mock.domain import passwords
from login_contract.suite.actors.control import Control

from . import cases, servers
from .contender import Contender, ContenderError
from .latency import Caller, Latencies
from .rows import Row

NAMES = ("users", "projects")
USERS, FEW_USERS = (1_000, 1_000_000), (1_000, 20_000)
PROJECTS, FEW_PROJECTS = (1, 1_000, 10_000), (1, 100, 1_000)
AT_MOST = 1.2
BLOCKS = 5
SEED = 20_240
FILL_SECONDS = 600


def users(folder: Path, *, quick: bool, announce: Callable[[str], None]) -> Row:
    """The 99th percentile of logins of any user, beside many of them and few."""
    sizes = FEW_USERS if quick else USERS
    choice = random.Random(SEED)

    def block(size: int, caller: Caller, into: Latencies) -> None:
        for _ in range(100 if quick else 1000):
            name = f"user{choice.randrange(size)}"
            caller.timed(f"/api{cases.LOGIN.address}", {**cases.CREDENTIALS, "username": name}, into)

    found = _alternating(sizes, fill_with_users, block, folder, announce, "users")
    return compared("users", "p99 with {} users ÷ with {}", sizes, found, 99)


def projects(folder: Path, *, quick: bool, announce: Callable[[str], None]) -> Row:
    """The median of logins each of which comes after a project was put, beside many of them and one."""
    sizes = FEW_PROJECTS if quick else PROJECTS
    replaced = str(uuid4())

    def block(size: int, caller: Caller, into: Latencies) -> None:
        for _ in range(20 if quick else 100):
            _put_project(caller, replaced)
            caller.timed(f"/api{cases.LOGIN.address}", cases.CREDENTIALS, into)

    found = _alternating(sizes, fill_with_projects, block, folder, announce, "projects")
    return compared("projects", "p50 with {} projects ÷ with {}, one put before each login", sizes, found, 50)


def _alternating(
    sizes: Sequence[int],
    fill: Callable[[Contender, int], None],
    block: Callable[[int, Caller, Latencies], None],
    folder: Path,
    announce: Callable[[str], None],
    noun: str,
) -> list[list[Latencies]]:
    """Fills a server for each size, then measures at one after the other, block by block."""
    with ExitStack() as running:
        callers = []
        for size in sizes:
            announce(f"filling a mock with {size:,} {noun}")
            contender = running.enter_context(servers.mock(folder))
            fill(contender, size)
            callers.append(running.enter_context(Caller(contender.origin)))
        announce(f"logins beside {' and '.join(f'{size:,}' for size in sizes)} {noun}")
        for size, caller in zip(sizes, callers, strict=True):
            caller.reconnect()
            block(size, caller, Latencies())  # Warms up.
        found: list[list[Latencies]] = [[] for _ in sizes]
        for number in range(BLOCKS):
            turns = list(zip(sizes, callers, found, strict=True))
            for size, caller, into in turns if number % 2 else turns[::-1]:
                into.append(Latencies())
                caller.reconnect()
                block(size, caller, into[-1])
    return found


def fill_with_users(contender: Contender, size: int) -> None:
    """Makes `user0` and so on in the default project, all with the password of the documented user."""
    known = passwords.hashed(cases.CREDENTIALS["password"])
    names = (f"user{number}" for number in range(size))
    with Control(contender.origin, timeout=FILL_SECONDS) as control:
        control.create_users(
            {"username": name, "email": f"{name}@example.com", "password_hash": known} for name in names
        )


def fill_with_projects(contender: Contender, size: int) -> None:
    """Makes projects until there are so many, the default one included."""
    with Caller(contender.origin) as caller:
        for _ in range(size - 1):
            _put_project(caller, str(uuid4()))


def _put_project(caller: Caller, project_id: str) -> None:
    status = caller.send("PUT", f"/_mock/projects/{project_id}", {"project_id": project_id})
    if status != 200:
        raise ContenderError(f"the mock answers {status} to a new project")


def compared(
    name: str, title: str, sizes: Sequence[int], found: Iterable[Sequence[Latencies]], share: float
) -> Row:
    """The worst of the larger sizes beside the smallest, each the median of its blocks."""
    blocks = list(found)
    values = [median(block.percentile(share) for block in each) for each in blocks]
    worst = max(range(1, len(sizes)), key=lambda index: values[index])
    lost = sum(len(block.lost) + (not block.milliseconds) for each in blocks for block in each)
    return Row(
        name=name,
        title=title.format(f"{sizes[worst]:,}", f"{sizes[0]:,}"),
        value=values[worst] / values[0] if values[0] else 0.0,
        told=" : ".join(f"{value:.2f}" for value in values) + " ms",
        at_most=AT_MOST,
        lost=lost,
    )
