"""Composing: a message's texts compiled once per language, and filled in for every recipient."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from html import escape

from attrs import frozen

from login_contract.mock.messages import mail_layout, sms
from login_contract.mock.messages.direction import isolated
from login_contract.mock.messages.forms import FORMS, Block, Form
from login_contract.mock.messages.languages import Language, language
from login_contract.mock.messages.locales import resolve_locale

TEXT_BLOCKS = {"code": "    {code}", "button": "$text:\n{link}"}


@frozen
class ComposedMessage:
    """A message as its recipient gets it; an SMS has neither subject nor HTML, both are ``""``."""

    subject: str
    text: str
    html: str
    locale: str


@frozen
class Templates:
    """The parts of a message as format strings; the values put into ``html`` must be escaped."""

    subject: str
    text: str
    html: str


def compose(
    kind: str, channel: str, locale: str | None, *, project_name: str, values: Mapping[str, object]
) -> ComposedMessage:
    """Compose a message in the language closest to ``locale``.

    ``values`` are those its form names: ``link`` (absolute URL, or None where a link is optional),
    ``code``, ``minutes`` (validity, a whole number); others are ignored.

    Raises:
        LookupError: no such kind on that channel, or a value is missing.
    """
    tag = resolve_locale(locale)
    link = values.get("link")
    templates = _compiled(tag, kind, channel, link is not None)
    # A name with line breaks would end the subject and begin another header.
    filled = {"project_name": " ".join(project_name.split())}
    for value in FORMS[kind, channel].values:
        if values.get(value) is None:
            raise LookupError(f"a message of kind {kind} needs the value {value}")
        if value == "minutes":
            filled["lifetime"] = _duration(tag, int(str(values[value])))
        else:
            filled[value] = str(values[value])
    if link is not None:
        filled["link"] = str(link)
    direction = language(tag).direction
    if not templates.html:
        return ComposedMessage("", _short(templates.text, filled, direction), "", tag)
    escaped = {name: escape(value) for name, value in filled.items()}
    return ComposedMessage(
        _plain(templates.subject, filled, direction),
        _plain(templates.text, filled, direction),
        templates.html.format_map(escaped),
        tag,
    )


def compile_form(form: Form, section: str, words: Language, *, with_link: bool) -> Templates:
    """Join a form with the texts that a language has for it under ``section``."""

    def text_of(block: Block) -> str:
        section_of_text = "mail" if block.style == "link_hint" else section
        name = block.text or block.style
        return words.texts.get(f"{section_of_text}.{name}", "")

    blocks = [block for block in form.blocks if with_link or not block.needs_link]
    lines = [
        TEXT_BLOCKS.get(block.style, "$text").replace("$text", text_of(block))
        for block in blocks
        if block.style != "link_hint"
    ]
    if form.subject is None:
        return Templates("", "\n".join(lines), "")
    subject, signature, footer = (
        words.texts[name] for name in (f"{section}.subject", "mail.signature", "mail.footer")
    )
    html = mail_layout.document(
        language=words.code,
        direction=words.direction,
        subject=subject,
        signature=signature,
        footer=footer,
        body="\n".join(mail_layout.block(block.style, text_of(block)) for block in blocks),
    )
    text = "\n\n".join([*lines, f"-- \n{signature}\n{footer}\n"])
    return Templates(subject, text, html)


@cache
def _compiled(tag: str, kind: str, channel: str, with_link: bool) -> Templates:
    form = FORMS.get((kind, channel))
    if form is None:
        raise LookupError(f"there is no {channel} of kind {kind}")
    return compile_form(form, f"{kind}.{channel}", language(tag), with_link=with_link)


@lru_cache(maxsize=256)
def _duration(tag: str, minutes: int) -> str:
    return language(tag).duration(minutes)


def _plain(template: str, filled: Mapping[str, str], direction: str) -> str:
    return template.format_map({**filled, "project_name": isolated(filled["project_name"], direction)})


def _short(template: str, filled: Mapping[str, str], direction: str) -> str:
    """Fill in an SMS; where only the project's name makes it too long, shorten the name."""
    text = _plain(template, filled, direction)
    if "link" in filled or sms.is_short(text):
        return text
    name = filled["project_name"]
    for length in range(min(len(name), sms.GSM.single) - 1, 0, -1):
        shortened = {**filled, "project_name": name[:length].rstrip() + "..."}
        shorter = _plain(template, shortened, direction)
        if sms.is_short(shorter):
            return shorter
    return text
