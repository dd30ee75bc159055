"""One program of those that the site shows beside a call."""

from __future__ import annotations

from attrs import frozen


@frozen
class Sample:
    """A program: the language that highlights it, what readers choose it by, and its text."""

    lang: str
    label: str
    source: str
