"""Each test of a flow has its law; those about redirects, tokens, secrets and one-time use say so."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from login_contract.suite.reporting.console import RunProgress
from login_contract.suite.reporting.evidence import group_of, is_about_security, subject_of
from login_contract.suite.runner import Selection, collect

# What a sentence says that is about security whatever else it says.
SPEAKS_OF_IT = re.compile(
    r"(?i)forged|works? once|unregistered|is not registered|nobody else|stranger|foreign page"
)
# Sentences that only sound so.
OTHERWISE = {"A reset message that the partner does not allow is not sent; nobody is asked about strangers"}


@pytest.fixture(scope="module")
def items() -> list[pytest.Item]:
    return collect({}, Selection(parts=("flows",)), RunProgress(Console(file=io.StringIO()))).items


def test_every_test_of_a_flow_has_its_law(items: list[pytest.Item]) -> None:
    assert sorted({item.nodeid for item in items if group_of(item) == "other"}) == []


def test_law_that_speaks_of_security_is_marked(items: list[pytest.Item]) -> None:
    unmarked = {
        subject_of(item)
        for item in items
        if SPEAKS_OF_IT.search(subject_of(item)) and not is_about_security(item)
    }

    assert unmarked == OTHERWISE
