"""Send mails and SMS: into the outbox, and, when the mock runs in a terminal, a line there."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any

from login_contract.mock import outbox
from login_contract.mock.messages import compose
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings import Project
from login_contract.mock.store.database import Transaction


class Messenger:
    """Composes messages in the recipient's language and puts them into the outbox."""

    def __init__(self, randomness: Randomness, *, announce: bool) -> None:
        self._randomness = randomness
        self._announce = announce

    def send(
        self,
        tx: Transaction,
        project: Project,
        kind: str,
        recipient: str,
        *,
        channel: str = "email",
        locale: str | None = None,
        template: str | None = None,
        values: Mapping[str, Any],
        code: str | None = None,
        operation_id: str | None = None,
    ) -> None:
        """Send a message of a kind; ``template`` names the project on whose behalf it is sent [sdk-js]."""
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
            locale=composed.locale,
            code=code,
            link=values.get("link"),
            operation_id=operation_id,
        )
        outbox.add(tx, message)
        if self._announce:
            tx.after_commit(lambda: _show(announcement(message)))


def _show(line: str) -> None:
    # A terminal that was closed, or that lacks a letter, is no reason to refuse a request.
    with contextlib.suppress(OSError, ValueError):
        print(line, flush=True)  # noqa: T201


def announcement(message: outbox.SentMessage) -> str:
    """Return the line that a terminal shows for a message."""
    parts = [f"{message.channel:<5}  {message.recipient}", message.kind]
    if message.code is not None:
        parts.append(f"code {message.code}")
    if message.link is not None:
        parts.append(message.link)
    # A recipient may hold escape sequences that a terminal would obey.
    return "".join(character if character.isprintable() else "?" for character in "  ".join(parts))
