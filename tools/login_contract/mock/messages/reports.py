"""Mails for those who run a project: in English, and of no more than a page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from attrs import frozen

from login_contract.mock.messages import mail_layout
from login_contract.mock.messages.composing import ComposedMessage
from login_contract.mock.messages.languages import language
from login_contract.mock.messages.locales import DEFAULT


@frozen(kw_only=True)
class Report:
    """What a report says: a heading, paragraphs, small notes below, and a link with its words, or none."""

    heading: str
    paragraphs: Sequence[str]
    notes: Sequence[str] = ()
    link: str | None = None
    words: str = ""


def compose(report: Report, *, project_name: str) -> ComposedMessage:
    """Compose the mail of a report."""
    words = language(DEFAULT)
    # A name with line breaks would end the subject and begin another header.
    values = {"project_name": " ".join(project_name.split()), "heading": report.heading}
    subject = "{heading}: {project_name}"
    blocks = [mail_layout.block("heading", "{heading}")]
    lines = [report.heading, *report.paragraphs]
    for number, paragraph in enumerate((*report.paragraphs, *report.notes)):
        name = f"text_{number}"
        values[name] = paragraph
        blocks.append(
            mail_layout.block("paragraph" if number < len(report.paragraphs) else "note", f"{{{name}}}")
        )
    if report.notes:
        lines.append("\n".join(report.notes))
    if report.link is not None:
        values["link"] = report.link
        blocks.append(mail_layout.block("button", report.words))
        blocks.append(mail_layout.block("link_hint", words.texts["mail.link_hint"]))
        lines.append(f"{report.words}:\n{report.link}")
    signature, footer = words.texts["mail.signature"], words.texts["mail.footer"]
    html = mail_layout.document(
        language=words.code,
        direction=words.direction,
        subject=subject,
        signature=signature,
        footer=footer,
        body="\n".join(blocks),
    )
    below = f"-- \n{signature}\n{footer}\n".format_map(values)
    escaped = {name: escape(value) for name, value in values.items()}
    return ComposedMessage(
        subject.format_map(values), "\n\n".join([*lines, below]), html.format_map(escaped), DEFAULT
    )
