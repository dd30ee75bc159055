"""What a version promises about the one before it [Semantic Versioning 2.0.0]."""

from __future__ import annotations

import re

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)(?:[-+].*)?")


def may_break(old: str, new: str) -> bool:
    """Say whether a version may break those who rely on an older one.

    It may with another major version. While that is 0 the minor version stands for it: what the standard
    leaves open there ("anything may change") would be no promise at all.

    Raises:
        ValueError: one of the two is no version like `1.2.3`.
    """
    before, after = _numbers(old), _numbers(new)
    weighed = 2 if before[0] == 0 else 1
    return after[:weighed] > before[:weighed]


def next_breaking(old: str) -> str:
    """Return the lowest version that may break those who rely on an older one."""
    major, minor, _ = _numbers(old)
    return f"0.{minor + 1}.0" if major == 0 else f"{major + 1}.0.0"


def is_newer(old: str, new: str) -> bool:
    """Say whether a version comes after another."""
    return _numbers(new) > _numbers(old)


def _numbers(version: str) -> tuple[int, int, int]:
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ValueError(f"{version or '(none)'} is no version like 1.2.3")
    major, minor, patch = (int(each) for each in found.groups())
    return major, minor, patch
