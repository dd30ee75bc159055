"""Which template of a partner a mail is made of, and what it needs for that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from login_contract.mock.messages.locales import DEFAULT, nearest
from login_contract.mock.messages.templates import variables
from login_contract.mock.settings.project import Project
from login_contract.mock.store import email_templates
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.email_templates import EmailTemplate

LINK, CODE, GAME = "action_link", "code", "game"
CUSTOM, WELCOME = "custom", "welcome_email"
EMAIL_CONFIRMATION = "email_confirmation"
BY_CODE, BY_CODE_LINK = "passwordless_auth_by_code", "passwordless_auth_by_code_link"
# Of what a mail of a type is for, one has to be in its body.
PURPOSES: Mapping[str, frozenset[str]] = {
    "account_confirmation": frozenset({LINK}),
    "password_reset": frozenset({LINK}),
    EMAIL_CONFIRMATION: frozenset({LINK, CODE}),
    BY_CODE: frozenset({CODE}),
    BY_CODE_LINK: frozenset({LINK, CODE}),
}


def lacking(template: EmailTemplate) -> str | None:
    """Say which of the variables that its type needs a body lacks; None when nothing is missing."""
    purposes = PURPOSES.get(template.template_type)
    if purposes is None or purposes & variables(template.body):
        return None
    return " or ".join(f"{{{{{name}}}}}" for name in sorted(purposes))


def named(tx: Transaction, project_id: str, template_id: str) -> list[EmailTemplate]:
    """Return what a project has under an id: templates of several types and locales."""
    return email_templates.named(tx, project_id, template_id)


def serving(
    templates: Iterable[EmailTemplate], template_type: str | None, locale: str | None
) -> EmailTemplate | None:
    """Return the template for a type of mail, in the closest language; None where there is none."""
    return closest([each for each in templates if each.template_type == template_type], locale)


def closest(templates: Sequence[EmailTemplate], locale: str | None) -> EmailTemplate | None:
    """Return the template in the language that comes closest: else in English, else in the first there is."""
    by_locale = {template.locale: template for template in templates}
    tag = nearest(locale, by_locale)
    english = nearest(DEFAULT, by_locale)
    return by_locale.get(tag) or by_locale.get(english) or next(iter(templates), None)


def variables_of(project: Project, values: Mapping[str, Any]) -> dict[str, str]:
    """Return what the variables of a template stand for in a mail that ``values`` are for."""
    known = {GAME: project.name, LINK: values.get("link"), CODE: values.get("code")}
    return {name: str(value) for name, value in known.items() if value is not None}


def fits(template: EmailTemplate, known: Mapping[str, str]) -> bool:
    """Say whether a mail of which this is known keeps its purpose in the words of a template."""
    purposes = PURPOSES.get(template.template_type, frozenset())
    return not purposes or bool(purposes & variables(template.body) & known.keys())
