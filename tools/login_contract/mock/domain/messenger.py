"""Send mails and SMS: into the outbox, and, when the mock runs in a terminal, a line there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.mock.domain import email_templates
from login_contract.mock.messages import compose
from login_contract.mock.messages.templates import compose_template
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import outbox
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.email_templates import EmailTemplate
from login_contract.mock.terminal import Terminal


@frozen
class Wording:
    """How a message is worded: its ``locale``, and a template by its id, or by whom it is sent [sdk-js]."""

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
        template_type: str | None = None,
    ) -> None:
        """Send a message of a kind; ``values`` fill its text.

        A mail is made of the template that the wording names, where the project has one of ``template_type``.
        """
        name, template = project.name, None
        if wording.template:
            named = email_templates.named(tx, project.project_id, wording.template)
            template = email_templates.serving(named, template_type, wording.locale)
            if not named:
                name = project["email_templates"].get(wording.template, wording.template)
        known = email_templates.variables_of(project, values)
        if template is not None and email_templates.fits(template, known):
            composed = compose_template(template.header, template.body, template.locale, known)
        else:
            composed = compose(kind, channel, wording.locale, project_name=name, values=values)
        self._put_out(
            tx,
            outbox.SentMessage(
                id=self._randomness.uuid(),
                project_id=project.project_id,
                channel=channel,
                recipient=recipient,
                kind=kind,
                subject=composed.subject,
                text=composed.text,
                html=composed.html,
                locale=wording.locale or composed.locale,
                language=composed.locale,
                code=code,
                link=values.get("link"),
                operation_id=operation_id,
            ),
        )

    def send_template(
        self,
        tx: Transaction,
        project: Project,
        template: EmailTemplate,
        recipient: str,
        *,
        locale: str | None,
        values: Mapping[str, str],
    ) -> None:
        """Send a mail in the words of a template alone."""
        known = {**email_templates.variables_of(project, {}), **values}
        composed = compose_template(template.header, template.body, template.locale, known)
        self._put_out(
            tx,
            outbox.SentMessage(
                id=self._randomness.uuid(),
                project_id=project.project_id,
                channel="email",
                recipient=recipient,
                kind=template.template_type,
                subject=composed.subject,
                text=composed.text,
                html=composed.html,
                locale=locale or composed.locale,
                language=composed.locale,
            ),
        )

    def _put_out(self, tx: Transaction, message: outbox.SentMessage) -> None:
        outbox.add(tx, message)
        if not self._terminal.silent:
            tx.after_commit(lambda: self._terminal.message(message))
