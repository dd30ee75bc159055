"""Captchas: which calls want one solved. Whether it was solved well, only a captcha service could tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.mock.contract.refusals import CAPTCHA_REQUIRED
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project

HEADERS = ("X-LOT-NUMBER", "X-CAPTCHA-OUTPUT", "X-PASS-TOKEN", "X-GEN-TIME")
CODE, ASK = "code", "ask"


def is_solved(headers: Mapping[str, Any]) -> bool:
    """Say whether a request carries everything that a solved captcha gives a page [sdk-js]."""
    return all(headers.get(name) for name in HEADERS)


def demand(project: Project, call: str, headers: Mapping[str, Any]) -> None:
    """Refuse a ``code`` or ``ask`` call without a solved captcha, where the project wants one.

    Raises:
        LoginError: 422 003-038, with the header that tells it from other limits.
    """
    if call in project["captcha_calls"] and not is_solved(headers):
        raise needed(f"captcha_calls has {call}, and the captcha headers are not all there")


def needed(because: str) -> LoginError:
    """Return the refusal that a page answers with a captcha [sdk-js]."""
    return LoginError(CAPTCHA_REQUIRED, headers={"x-captcha-enabled": "1"}, because=because)
