"""All users of a project in a file, in the columns that an import takes."""

from __future__ import annotations

import json
import math
from functools import partial

from attrs import frozen

from login_contract.mock.contract.refusals import NOT_FOUND, TOO_MANY_REQUESTS
from login_contract.mock.domain import csv_rows, user_columns
from login_contract.mock.domain.reports import Reports
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.pictures import Pictures
from login_contract.mock.messages.reports import Report
from login_contract.mock.settings.project import Project
from login_contract.mock.store import files, many_users, rate_windows
from login_contract.mock.store.database import Store, Transaction

KIND = "user_export"
OPERATION = "export-users"
# On SQLite nobody else is served while a page is written: some 20 ms.
PAGE = 500


@frozen
class UserExports:
    """Exports users, and gives files to whoever was mailed a link."""

    _store: Store
    _reports: Reports
    _pictures: Pictures

    async def run(self, project: Project, email: str) -> None:
        """Write the users to a file, page by page, and mail a link to it.

        Raises:
            LoginError: 429 003-038 with ``Retry-After``, the last export was not long ago.
        """
        file = await self._store.transaction(lambda tx: self._begin(tx, project))
        last: int | None = 0
        while last is not None:
            last = await self._store.transaction(partial(self._write, project, file, last))
        await self._store.transaction(lambda tx: self._mail(tx, project, email, file))

    async def read(self, name: str) -> str:
        """Return a file.

        Raises:
            LoginError: 404 003-061, there is none, or none any more.
        """
        content = await self._store.read(lambda tx: files.find(tx, name))
        if content is None:
            raise LoginError(NOT_FOUND)
        return content

    def _begin(self, tx: Transaction, project: Project) -> str:
        pause = project["export_pause_seconds"]
        wait = rate_windows.count(tx, project.project_id, OPERATION, "", limit=1, per_seconds=pause)
        if wait > 0:
            because = f"the last export was less than export_pause_seconds = {pause:g} ago"
            headers = {"retry-after": str(math.ceil(wait))}
            raise LoginError(TOO_MANY_REQUESTS, headers=headers, because=because)
        return self._reports.file(tx, project)

    def _write(self, project: Project, file: str, after: int, tx: Transaction) -> int | None:
        """Write a page of users, and return the number of the last one, None where there was nobody."""
        last, page = many_users.page(tx, project.project_id, after, PAGE)
        if not page:
            return None
        rows = [user_columns.write(each, self._pictures.address(each.user.picture)) for each in page]
        files.append(tx, file, csv_rows.written(rows))
        return last

    def _mail(self, tx: Transaction, project: Project, email: str, file: str) -> None:
        mapping = {name: place for place, name in enumerate(user_columns.COLUMNS)}
        report = Report(
            heading="Your export of users",
            paragraphs=["The file has no header row. An import reads it with this mapping:"],
            notes=[json.dumps(mapping)],
            link=self._reports.link(file),
            words="Download the file",
        )
        self._reports.mail(tx, project, KIND, email, report)
