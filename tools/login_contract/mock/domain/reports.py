"""Reports for those who run a project: mails in the outbox, with links to files of this server."""

from __future__ import annotations

from attrs import field, frozen

from login_contract.mock.messages import reports
from login_contract.mock.messages.reports import Report
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import files, outbox
from login_contract.mock.store.database import Transaction
from login_contract.mock.terminal import Terminal


@frozen
class Reports:
    """Mails reports; ``origin`` is where their files are."""

    _randomness: Randomness
    _terminal: Terminal
    _origin: str = field(kw_only=True)

    def file(self, tx: Transaction, project: Project) -> str:
        """Begin a file and return its name."""
        name = self._randomness.token()
        files.begin(tx, project.project_id, name)
        return name

    def link(self, name: str) -> str:
        """Return where a file is."""
        return f"{self._origin}/files/{name}"

    def mail(self, tx: Transaction, project: Project, kind: str, recipient: str, report: Report) -> None:
        """Mail a report of a kind."""
        composed = reports.compose(report, project_name=project.name)
        message = outbox.SentMessage(
            id=self._randomness.uuid(),
            project_id=project.project_id,
            channel="email",
            recipient=recipient,
            kind=kind,
            subject=composed.subject,
            text=composed.text,
            html=composed.html,
            locale=composed.locale,
            language=composed.locale,
            link=report.link,
        )
        outbox.add(tx, message)
        if not self._terminal.silent:
            tx.after_commit(lambda: self._terminal.message(message))
