"""Defects of the pages of a login as documents."""

from __future__ import annotations

import pytest

from login_contract.mock.domain import redirects
from login_contract.mock.flows import social
from login_contract.mock.http import reader


def language_of_the_browser_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(reader, "preferred", lambda accept_language: None)


def language_lost_between_pages(patch: pytest.MonkeyPatch) -> None:
    for module in (redirects, social):
        patch.setattr(module, "in_language", lambda page, locale: page)
