"""A user who registers, logs in and asks who it is, by a program that a client was written for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from uuid import uuid4

from .generator import Work
from .program import run

PROGRAMS = Path(__file__).with_name("programs")


def logged_in(
    command: Sequence[str | Path], work: Work, *, environment: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Runs a program, and yields a complaint when it does not tell the address of a new user in the end.

    It is given the base URL of the mock, the id of the project, and a username. It registers the user with
    the address `<username>@example.com`, logs in, and prints the address that the account has.
    """
    username = f"user-{uuid4().hex[:12]}"
    ended = run(
        [*command, work.base_url, work.project_id, username], folder=work.folder, environment=environment
    )
    yield from ended.failure("the login")
    if ended.status == 0 and ended.output.strip() != f"{username}@example.com":
        yield f"the login told {ended.output.strip()!r}, not the address of the user"
