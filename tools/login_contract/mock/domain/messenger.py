"""Send mails and SMS: into the outbox, and, when the mock runs in a terminal, a line there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.mock.messages import compose
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import outbox
from login_contract.mock.store.database import Transaction
from login_contract.mock.terminal import Terminal


@frozen
class Wording:
    """How a message is worded: its ``locale``, and the project on whose behalf it is sent [sdk-js]."""

    locale: str | None = None
    template: str | None = None


PLAIN = Wording()


class Messenger:
    """Composes messages in the recipient's language and puts them into the outbox."""

    def __init__(self, randomness: Randomness, terminal: Terminal) -> None:
        self._randomness = randomness
        self._terminal = terminal

    def send(
        self,
        tx: Transaction,
        project: Project,
        kind: str,
        recipient: str,
        *,
        channel: str = "email",
        wording: Wording,
        values: Mapping[str, Any],
        code: str | None = None,
        operation_id: str | None = None,
    ) -> None:
        """Send a message of a kind; ``values`` fill its text."""
        locale, template = wording.locale, wording.template
        name = project["email_templates"].get(template, template) if template else project.name
        composed = compose(kind, channel, locale, project_name=name, values=values)
        message = outbox.SentMessage(
            id=self._randomness.uuid(),
            project_id=project.project_id,
            channel=channel,
            recipient=recipient,
            kind=kind,
            subject=composed.subject,
            text=composed.text,
            html=composed.html,
            locale=locale or composed.locale,
            language=composed.locale,
            code=code,
            link=values.get("link"),
            operation_id=operation_id,
        )
        outbox.add(tx, message)
        if not self._terminal.silent:
            tx.after_commit(lambda: self._terminal.message(message))
