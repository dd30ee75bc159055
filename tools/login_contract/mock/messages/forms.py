"""The kinds of messages: what each one needs to know, and which texts it is built from.

A new kind is one entry of ``FORMS`` and its texts in every language file; the tests name those missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import frozen

from login_contract.mock.messages.durations import UNITS
from login_contract.mock.messages.page_texts import PAGE_TEXTS

Style = Literal["heading", "paragraph", "code", "button", "link_hint", "note"]

NAME = frozenset({"project_name"})
CODE = frozenset({"code"})
LIFETIME = frozenset({"lifetime"})
LINK = frozenset({"link"})
NUMBER = frozenset({"n"})
NOTHING: frozenset[str] = frozenset()


@frozen
class Block:
    """One piece of a message, top to bottom.

    ``text`` names a text of the language file and ``holds`` the placeholders that text must have;
    a code has no text of its own. A block that ``needs_link`` is left out when there is no link.
    """

    style: Style
    text: str = ""
    holds: frozenset[str] = NOTHING
    needs_link: bool = False


@frozen
class Form:
    """How one kind of message looks on one channel.

    ``values`` are the values :func:`compose` insists on; ``subject`` holds the placeholders of the
    subject and is None on a channel that has none.
    """

    values: frozenset[str]
    blocks: tuple[Block, ...]
    subject: frozenset[str] | None = NAME

    def texts(self) -> Mapping[str, frozenset[str]]:
        """Return the texts a language file owes this form, each with its placeholders."""
        owed = {block.text: block.holds for block in self.blocks if block.text}
        return owed if self.subject is None else {"subject": self.subject, **owed}


FORMS: Mapping[tuple[str, str], Form] = {
    ("account_confirmation", "email"): Form(
        values=frozenset({"link"}),
        blocks=(
            Block("heading", "heading"),
            Block("paragraph", "intro", NAME),
            Block("button", "button"),
            Block("note", "note"),
            Block("link_hint"),
        ),
    ),
    ("one_time_code", "email"): Form(
        values=frozenset({"code", "minutes"}),
        subject=NAME | CODE,
        blocks=(
            Block("heading", "heading"),
            Block("paragraph", "intro", NAME),
            Block("code"),
            Block("paragraph", "expiry", LIFETIME),
            Block("paragraph", "link_intro", needs_link=True),
            Block("button", "button", needs_link=True),
            Block("note", "note", NAME),
            Block("link_hint", needs_link=True),
        ),
    ),
    ("one_time_code", "sms"): Form(
        values=frozenset({"code", "minutes"}),
        subject=None,
        blocks=(
            Block("paragraph", "text", NAME | CODE | LIFETIME),
            Block("paragraph", "link", LINK, needs_link=True),
        ),
    ),
    ("password_reset", "email"): Form(
        values=frozenset({"link", "minutes"}),
        blocks=(
            Block("heading", "heading"),
            Block("paragraph", "intro", NAME),
            Block("button", "button"),
            Block("paragraph", "expiry", LIFETIME),
            Block("note", "note"),
            Block("link_hint"),
        ),
    ),
}

# The frame of every mail, and what {lifetime} is filled with.
MAIL = {"link_hint": NOTHING, "signature": NAME, "footer": NAME}
DURATION = dict.fromkeys(UNITS, NUMBER)


def required_texts() -> Mapping[str, frozenset[str]]:
    """Return every text a language file must have, as ``section.text`` with its placeholders.

    One that holds ``{n}`` is a table in the file: a text for each plural form of the language.
    """
    sections = {f"{kind}.{channel}": form.texts() for (kind, channel), form in FORMS.items()}
    return {
        f"{section}.{text}": holds
        for section, texts in {**sections, "mail": MAIL, "duration": DURATION, **PAGE_TEXTS}.items()
        for text, holds in texts.items()
    }
