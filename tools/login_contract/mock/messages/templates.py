"""Mails in the words of a partner: a header and an HTML body, in which ``{{name}}`` stands for a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from login_contract.mock.messages.composing import ComposedMessage
from login_contract.mock.messages.plain_text import plain_text

VARIABLE = re.compile(r"\{\{ ?([A-Za-z0-9_-]+) ?\}\}")


def variables(text: str) -> frozenset[str]:
    """Return the names of the values that a text has places for."""
    return frozenset(VARIABLE.findall(text))


def length(body: str, values: Mapping[str, str]) -> int:
    """Return how many characters a body has, filled in, without filling it in."""
    sizes = {name: len(escape(value)) for name, value in values.items()}
    places = (place for place in VARIABLE.finditer(body) if place[1] in sizes)
    return len(body) + sum(sizes[place[1]] - len(place[0]) for place in places)


def compose_template(header: str, body: str, locale: str, values: Mapping[str, str]) -> ComposedMessage:
    """Fill a template in; what has no value stays as it is written.

    Values are text: none of them becomes markup, another place to fill in, or a second line of the subject.
    """
    html = _filled(body, {name: escape(value) for name, value in values.items()})
    # A subject with line breaks would end there and begin another header.
    subject = " ".join(_filled(header, values).split())
    return ComposedMessage(subject, plain_text(html), html, locale)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return VARIABLE.sub(lambda place: values.get(place[1], place[0]), text)
