"""A generator: what writes a client, what compiles it, and what logs in with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from attrs import frozen


@frozen(kw_only=True)
class Work:
    """What a generator is tried with: a description in JSON, an empty folder, and a project of a mock.

    `base_url` ends in `/api`. The project logs its users in as soon as they are registered.
    """

    description: Path
    folder: Path
    base_url: str
    project_id: str

    @property
    def client(self) -> Path:
        """The folder that the generator writes."""
        return self.folder / "client"


#: Does one thing, and says what is wrong with the outcome, a line each.
Step = Callable[[Work], Iterable[str]]


@frozen(kw_only=True)
class Generator:
    """One generator, and as much as can be tried of what it writes.

    `name` chooses it on the command line, `tool` is the package it comes as, `writes` what it makes. Of a
    step that is None, `needs` says what is missing here.
    """

    name: str
    tool: str
    version: str
    writes: str
    generate: Step
    compile: Step | None = None
    log_in: Step | None = None
    needs: str = ""
