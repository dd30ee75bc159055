"""Templates of mails that partners gave their projects, by id, type and locale."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.store.database import Transaction

KEY = ("project_id", "template_id", "template_type", "locale")


@frozen(kw_only=True)
class EmailTemplate:
    """One template: a subject and an HTML body for one type of mail in one locale."""

    template_id: str
    template_type: str
    locale: str
    header: str
    body: str


def add(tx: Transaction, project_id: str, template: EmailTemplate) -> bool:
    """Add a template; return False when there is one in its place."""
    return tx.add("email_templates", project_id=project_id, **_columns(template))


def replace(tx: Transaction, project_id: str, template: EmailTemplate) -> bool:
    """Write a template over the one in its place; return False when there is none."""
    touched = tx.execute(
        "UPDATE email_templates SET header = :header, body = :body WHERE project_id = :project_id"
        " AND template_id = :template_id AND template_type = :template_type AND locale = :locale",
        project_id=project_id,
        **_columns(template),
    )
    return touched == 1


def named(tx: Transaction, project_id: str, template_id: str) -> list[EmailTemplate]:
    """Return the templates of every type and locale that have an id, by type and locale."""
    rows = tx.all(
        "SELECT * FROM email_templates WHERE project_id = :project_id AND template_id = :template_id"
        " ORDER BY template_type, locale",
        project_id=project_id,
        template_id=template_id,
    )
    return [
        EmailTemplate(
            template_id=row["template_id"],
            template_type=row["template_type"],
            locale=row["locale"],
            header=row["header"],
            body=row["body"],
        )
        for row in rows
    ]


def _columns(template: EmailTemplate) -> dict[str, str]:
    return {
        "template_id": template.template_id,
        "template_type": template.template_type,
        "locale": template.locale,
        "header": template.header,
        "body": template.body,
    }
