"""One program of those that the site shows beside a call."""

from __future__ import annotations

from attrs import frozen


@frozen
class Sample:
    """A program: the language that highlights it, what readers choose it by, and its text.

    ``named`` is the example of the body that it sends, where it is not the first.
    """

    lang: str
    label: str
    source: str
    named: str | None = None
