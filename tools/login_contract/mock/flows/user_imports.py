"""Users from a file: a user of each line that can be one, and a report of the lines that cannot."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice

from attrs import define, evolve, field, frozen

from login_contract.mock.contract.multipart import Upload
from login_contract.mock.contract.refusals import CALL_NOT_AVAILABLE, CONTENT_TOO_LARGE, NOT_FOUND
from login_contract.mock.domain import csv_lines, csv_rows, user_columns
from login_contract.mock.domain.csv_lines import CsvLine
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.reports import Reports
from login_contract.mock.domain.user_columns import Unfit
from login_contract.mock.errors import LoginError
from login_contract.mock.messages.reports import Report
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import files, many_users, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.many_users import Newcomer

KIND = "user_import"
LARGEST = 64 * 1024 * 1024
# On SQLite nobody else is served while a batch is written: some 20 ms.
MOST_AT_ONCE = 250
# So many refused lines the mail itself tells, and so many its file.
MOST_TOLD = 20
MOST_LISTED = 200_000
XSOLLA = "xsolla"


@frozen(kw_only=True)
class ImportRequest:
    """What to import: the file, what its values mean, what separates them, and where the report goes."""

    upload: Upload
    mapping: Mapping[str, int]
    comma: str
    email: str


@frozen
class Refused:
    """A line that is no user, and why."""

    number: int
    reason: str


@define
class _Progress:
    """How far an import has come; the ``file`` lists who was refused."""

    created: int = 0
    refused: int = 0
    told: list[Refused] = field(factory=list)
    file: str | None = None


@frozen
class UserImports:
    """Imports users."""

    _store: Store
    _randomness: Randomness
    _events: Events
    _reports: Reports

    async def run(self, project: Project, wanted: ImportRequest) -> None:
        """Read a file to its end, some lines at a time, and mail the report.

        Raises:
            LoginError: 403 003-020, the users' data is kept elsewhere; 413, the file is too large; 404
                003-061, a reset took the project away.
        """
        if project["storage"] != XSOLLA:
            because = f'the project has storage = "{project["storage"]}"'
            raise LoginError(CALL_NOT_AVAILABLE, because=because)
        if wanted.upload.size > LARGEST:
            raise LoginError(CONTENT_TOO_LARGE, f"The file is larger than {LARGEST} bytes.")
        progress = _Progress()
        with closing(csv_lines.lines(wanted.upload.file, wanted.comma)) as source:
            while batch := list(islice(source, MOST_AT_ONCE)):
                if said := [line for line in batch if line.values or line.fault]:
                    await self._take(project, wanted.mapping, said, progress)
                # What is here already needs no waiting, and others want to be served.
                await asyncio.sleep(0)
        await self._store.transaction(lambda tx: self._mail(tx, project, wanted.email, progress))

    async def _take(
        self, project: Project, mapping: Mapping[str, int], batch: Sequence[CsvLine], progress: _Progress
    ) -> None:
        read = [self._read(project, mapping, line) for line in batch]
        newcomers = [each for each in read if isinstance(each, Newcomer)]

        def add(tx: Transaction) -> tuple[list[Refused], str | None]:
            if not users.one_at_a_time(tx, project.project_id):
                raise LoginError(NOT_FOUND, because="a reset took the project away")
            begun = [_begun(each, tx.now) for each in newcomers]
            taken = many_users.add_free(tx, project.project_id, begun)
            for newcomer, what in zip(newcomers, taken, strict=True):
                if what is None and not newcomer.user.confirmed:
                    self._events.awaited(tx, newcomer.user)
            refused = list(_refused(batch, read, taken))
            listed = refused[: max(MOST_LISTED - progress.refused, 0)]
            return refused, self._note(tx, project, progress.file, listed)

        refused, progress.file = await self._store.transaction(add)
        progress.created += len(batch) - len(refused)
        progress.refused += len(refused)
        progress.told += refused[: MOST_TOLD - len(progress.told)]

    def _read(self, project: Project, mapping: Mapping[str, int], line: CsvLine) -> Newcomer | str:
        if line.fault is not None:
            return line.fault
        try:
            return user_columns.read(project, mapping, line.values, self._randomness.uuid())
        except Unfit as problem:
            return str(problem)

    def _note(
        self, tx: Transaction, project: Project, file: str | None, refused: Sequence[Refused]
    ) -> str | None:
        """Write refused lines into the file of the report, which the first of them begins."""
        if not refused:
            return file
        rows: list[Sequence[object]] = [(each.number, each.reason) for each in refused]
        if file is None:
            file = self._reports.file(tx, project)
            rows.insert(0, ("line", "reason"))
        files.append(tx, file, csv_rows.written(rows))
        return file

    def _mail(self, tx: Transaction, project: Project, email: str, progress: _Progress) -> None:
        notes = [f"Line {each.number}: {each.reason}." for each in progress.told]
        if progress.refused > len(notes):
            notes.append(f"{progress.refused - len(notes)} more are in the file.")
        report = Report(
            heading="Your import of users",
            paragraphs=[f"Imported: {progress.created}. Refused: {progress.refused}."],
            notes=notes,
            link=self._reports.link(progress.file) if progress.file is not None else None,
            words="All refused lines" if progress.refused <= MOST_LISTED else "The first refused lines",
        )
        self._reports.mail(tx, project, KIND, email, report)


def _begun(newcomer: Newcomer, now: float) -> Newcomer:
    """Let a ban that a line tells begin with the import."""
    ban = newcomer.user.ban
    return (
        newcomer if ban is None else evolve(newcomer, user=evolve(newcomer.user, ban=evolve(ban, begins=now)))
    )


def _refused(
    batch: Sequence[CsvLine], read: Sequence[Newcomer | str], taken: Iterable[str | None]
) -> Iterator[Refused]:
    verdicts = iter(taken)
    for line, each in zip(batch, read, strict=True):
        if isinstance(each, str):
            yield Refused(line.number, each)
        elif (what := next(verdicts)) is not None:
            yield Refused(line.number, f"the {what} is somebody else's")
