"""How a command fails: asked for wrongly, or done and found bad."""

from __future__ import annotations


class UsageError(Exception):
    """A request that cannot be served as given: one line on stderr, exit status 2, no traceback."""


class Failure(Exception):
    """Work that found something bad: the lines of the message on stderr, exit status 1, no traceback."""
