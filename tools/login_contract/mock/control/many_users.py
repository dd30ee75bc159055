"""Users by the line: made in their order, some hundreds in a transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import groupby

from login_contract.mock import seeding
from login_contract.mock.calls.call import Reply
from login_contract.mock.contract.lines import Line, Lines
from login_contract.mock.contract.refusals import UNKNOWN_PROJECT
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID

# On SQLite nobody else is served while a batch is written: some 15 ms.
MOST_AT_ONCE = 250


class _Stopped(Exception):
    """A line cannot be made; so many of its batch were made before it."""

    def __init__(self, refusal: LoginError, *, line: int, created: int) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal
        self.line = line
        self.created = created


async def create(lines: Lines, services: Services) -> Reply:
    """Make a user of each line up to the first that cannot be made.

    Raises:
        LoginError: whatever is wrong with that line; ``details`` tell its number, and how many were made.
    """
    created = 0
    try:
        async for batch in lines.batches(MOST_AT_ONCE):
            for project_id, same in groupby(batch, _project_id):
                created += await _create(services, project_id, list(same))
            # Lines that are here already need no waiting, and others want to be served.
            await asyncio.sleep(0)
    except _Stopped as stopped:
        raise _told(stopped.refusal, stopped.line, created + stopped.created) from None
    except LoginError as refusal:
        raise _told(refusal, lines.number, created) from None
    return Reply.json({"created": created})


def _project_id(line: Line) -> str:
    named: str = line.value.get("project_id", DEFAULT_PROJECT_ID)
    return named.lower()


async def _create(services: Services, project_id: str, lines: Sequence[Line]) -> int:
    project = services.projects.find(project_id)
    if project is None:
        refusal = LoginError(UNKNOWN_PROJECT, because=f"there is no project {project_id}")
        raise _Stopped(refusal, line=lines[0].number, created=0)
    seeds = [{"confirmed": True, "banned": False, **line.value} for line in lines]
    made = await services.store.transaction(lambda tx: seeding.add_users(tx, services, project, seeds))
    if made.refusal is not None:
        raise _Stopped(made.refusal, line=lines[made.created].number, created=made.created)
    return made.created


def _told(refusal: LoginError, line: int, created: int) -> LoginError:
    """Say of a refusal where the lines stopped, and what stays."""
    why = refusal.because or refusal.description or "the name, address, number or id is somebody's already"
    return LoginError(
        refusal.refusal,
        refusal.description,
        details={"line": line, "created": created},
        because=f"line {line}: {why}",
    )
