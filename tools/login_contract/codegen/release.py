"""The version of a distribution, for which the registries take less than a description may say."""

from __future__ import annotations

import re

# Both as strict as it takes for a text to be good in either registry, in the form that stays as it is.
_PYTHON = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?", re.ASCII)
_PART = r"(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)"
_NPM = re.compile(
    rf"(0|[1-9]\d*)(\.(0|[1-9]\d*)){{2}}(-{_PART}(\.{_PART})*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?",
    re.ASCII,
)


def python_release(version: str) -> str:
    """The version of a description, or its first three numbers where Python has no such version."""
    return version if _PYTHON.fullmatch(version) else _numbers(version)


def npm_release(version: str) -> str:
    """The version of a description, or its first three numbers where npm has no such version."""
    return version if _NPM.fullmatch(version) else _numbers(version)


def _numbers(version: str) -> str:
    return ".".join([*(str(int(each)) for each in re.findall("[0-9]+", version)), "0", "0", "0"][:3])


__all__ = ["npm_release", "python_release"]
