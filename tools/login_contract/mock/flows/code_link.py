"""The link in a message with a code, and the page that waits for somebody to open it."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.contract.refusals import DEADLINE_EXCEEDED, NOT_FOUND
from login_contract.mock.domain import redirects
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import one_time_codes
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.watch import Watch, announce_change


@frozen
class CodeLinks:
    """Lets the page that asked for a code learn it when the link is opened, on whatever device."""

    _store: Store
    _watch: Watch

    async def wait(self, project: Project, operation_id: str, recipient: str) -> str:
        """Return the code once the link is opened; a wrong ``operation_id`` waits and fails just so.

        Raises:
            LoginError: 408 010-050, nobody has opened it in time (``otc_wait_seconds``).
        """
        code = await self._watch.until(
            lambda tx: _opened(tx, project, operation_id, recipient), seconds=project["otc_wait_seconds"]
        )
        if code is None:
            raise LoginError(DEADLINE_EXCEEDED, "Deadline exceeded.")
        return code

    async def opened(self, project: Project, operation_id: str, recipient: str) -> str | None:
        """Return the code of a message whose link was opened already."""
        return await self._store.read(lambda tx: _opened(tx, project, operation_id, recipient))

    async def open(self, project: Project, state: str, link_url: str | None) -> str:
        """Complete the wait and return the page that the link leads to.

        Raises:
            LoginError: 422 010-012, it may not lead to ``link_url``; 404 003-061, the link is unknown, used
                or expired.
        """
        redirects.check_link_url(project, link_url)

        def open_link(tx: Transaction) -> str:
            sent = one_time_codes.find_by_link(tx, state)
            if sent is None or sent.project_id != project.project_id or not sent.is_live(tx.now):
                raise LoginError(NOT_FOUND, because="the link is unknown, used or expired (code_lifetime)")
            one_time_codes.click(tx, sent.operation_id)
            announce_change(tx)
            return sent.link_url or ""

        stored = await self._store.transaction(open_link)
        return link_url or stored


def _opened(tx: Transaction, project: Project, operation_id: str, recipient: str) -> str | None:
    sent = one_time_codes.find(tx, operation_id)
    if sent is None or not sent.clicked or not sent.is_live(tx.now):
        return None
    return sent.code if sent.belongs_to(project.project_id, recipient) else None
