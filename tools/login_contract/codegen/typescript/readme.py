"""What the README of the package leaves out for a description that has less."""

from __future__ import annotations

import re

_PROGRAM = re.compile(r"```ts\n.*?```\n\n", re.DOTALL)


def readme(text: str, *, webhooks: bool, calls: frozenset[str]) -> str:
    """The README of a package.

    Args:
        text: the README of the whole package.
        webhooks: whether the package has the module for partners.
        calls: the SDK's calls that it has.
    """
    if not webhooks:
        text = _without_row(text, "xsolla-login-client/webhooks")
    if not calls:
        text = _without_row(text, "LoginApi")
    return text if "login" in calls else _PROGRAM.sub("", text, count=1)


def _without_row(text: str, name: str) -> str:
    return re.sub(rf"^\| `{re.escape(name)}` \|.*\n", "", text, count=1, flags=re.MULTILINE)


__all__ = ["readme"]
