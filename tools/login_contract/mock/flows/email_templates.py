"""Templates of mails: kept for a project by its server, and sent on its behalf."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from login_contract.mock.contract.refusals import CONFLICT, NOT_FOUND, UNPROCESSABLE_VALUE
from login_contract.mock.domain.email_templates import CUSTOM, PURPOSES, closest, lacking, serving
from login_contract.mock.domain.messenger import Messenger
from login_contract.mock.errors import LoginError
from login_contract.mock.messages.templates import length
from login_contract.mock.settings.project import Project
from login_contract.mock.store import email_templates
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.email_templates import EmailTemplate

# Values that a short template repeats may make a mail that nothing holds.
MOST_CHARACTERS = 1_000_000


@frozen
class EmailTemplates:
    """Keeps the templates of projects, and sends mails that are made of one alone."""

    _store: Store
    _messenger: Messenger

    @staticmethod
    def template(place: Mapping[str, str], words: Mapping[str, str]) -> EmailTemplate:
        """Return the template of these words that belongs into a place: an id, a type and a locale."""
        return EmailTemplate(
            template_id=place["template_id"],
            template_type=place["template_type"],
            locale=place["locale"],
            header=words["header"],
            body=words["body"],
        )

    async def find(
        self, project: Project, template_id: str, template_type: str, locale: str
    ) -> EmailTemplate:
        """Return a template.

        Raises:
            LoginError: 404 003-061, there is none.
        """
        named = await self._store.read(lambda tx: email_templates.named(tx, project.project_id, template_id))
        for each in named:
            if (each.template_type, each.locale) == (template_type, locale):
                return each
        raise _unknown(template_id)

    async def create(self, project: Project, template: EmailTemplate) -> None:
        """Add a template.

        Raises:
            LoginError: 409 409, there is one; 422 002-027, the body lacks what the type is for.
        """
        _check(template)

        def create(tx: Transaction) -> None:
            if not email_templates.add(tx, project.project_id, template):
                raise LoginError(CONFLICT, because=f"there is a template {template.template_id} already")

        await self._store.transaction(create)

    async def update(self, project: Project, template: EmailTemplate) -> None:
        """Write a template over the one there is.

        Raises:
            LoginError: 404 003-061, there is none; 422 002-027, the body lacks what the type is for.
        """
        _check(template)

        def update(tx: Transaction) -> None:
            if not email_templates.replace(tx, project.project_id, template):
                raise _unknown(template.template_id)

        await self._store.transaction(update)

    async def send(
        self,
        project: Project,
        template_id: str,
        recipient: str,
        *,
        locale: str | None,
        values: Mapping[str, str],
    ) -> None:
        """Send a mail that is made of a template and ``values`` alone.

        Raises:
            LoginError: 404 003-061, there is no such template; 422 002-027, there are such ones only whose
                link or code comes with a mail of the server's own, or the mail would be too large.
        """

        def send(tx: Transaction) -> None:
            named = email_templates.named(tx, project.project_id, template_id)
            if not named:
                raise _unknown(template_id)
            free = [each for each in named if each.template_type not in PURPOSES]
            template = serving(free, CUSTOM, locale) or closest(free, locale)
            if template is None:
                because = f"the template {template_id} is none that a server sends"
                raise LoginError(UNPROCESSABLE_VALUE, because=because)
            if length(template.body, values) > MOST_CHARACTERS:
                because = f"the mail would have more than {MOST_CHARACTERS} characters"
                raise LoginError(UNPROCESSABLE_VALUE, because=because)
            self._messenger.send_template(tx, project, template, recipient, locale=locale, values=values)

        await self._store.transaction(send)


def _check(template: EmailTemplate) -> None:
    lacks = lacking(template)
    if lacks is not None:
        raise LoginError(UNPROCESSABLE_VALUE, because=f"a {template.template_type} needs {lacks}")


def _unknown(template_id: str) -> LoginError:
    return LoginError(NOT_FOUND, because=f"there is no such template {template_id}")
