"""Every line for curl in the guides to login flows is answered as the guide says."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import httpx
import pytest

from login_contract.description.model import described
from login_contract.mock.run import EmbeddedMock
from tests.docs.reading import EXAMPLES, GUIDES, blocks, inline_code, shown, text
from tests.docs.test_commands import ADDRESS
from tests.docs.transcript import Reader, assigned, steps

# Tags of the calls that players are logged in and out with, and of what follows.
LOGGING_IN = {
    "registration",
    "password",
    "passwordless",
    "confirmation",
    "ask-fields",
    "tokens",
    "oauth2-login",
    "oauth2-token",
    "sso",
    "social",
    "devices",
    "two-factor",
    "account-devices",
    "linked-networks",
    "account-linking",
}
FLOWS = (
    "login-flows",
    "password-login",
    "one-time-codes",
    "second-factor",
    "social-login",
    "device-login",
    "oauth2",
    "single-sign-on",
    "ask-fields",
    "account-linking",
)


# Whoever else tells the answer below a line for curl has it tried as well.
PROMISING = sorted(
    {
        path.stem
        for path, block in shown("sh")
        if path.parent == GUIDES and re.search(r"^# \d{3}\b", block, re.M)
    }
)


def test_every_flow_tells_what_is_answered() -> None:
    assert set(FLOWS) <= set(PROMISING)


@pytest.mark.parametrize("guide", PROMISING)
def test_every_step_of_a_flow_is_answered_as_the_guide_says(guide: str) -> None:
    variables, differences = dict[str, str](), list[str]()
    with EmbeddedMock() as mock, httpx.Client(timeout=60) as browser:
        reader = Reader(browser, variables)
        for block in blocks(text(guide).replace(ADDRESS, mock.origin), "sh"):
            variables.update(assigned(block, variables))
            differences += [reader.follow(step) for step in steps(block)]

    assert [each for each in differences if each] == []


def test_every_call_of_a_login_flow_is_told_of() -> None:
    calls = {
        each.operation_id
        for each in described().operations.values()
        if "client" in each.audiences and LOGGING_IN.intersection(each.tags)
    }
    assert calls - {name for guide in FLOWS for name in inline_code(text(guide))} == set()


def test_every_way_to_log_in_works_in_python(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with EmbeddedMock() as mock:
        code = (EXAMPLES / "logins.py").read_text("utf-8")
        here = tmp_path / "logins.py"
        here.write_text(code.replace(ADDRESS, mock.origin), "utf-8")
        runpy.run_path(str(here), run_name="__main__")

    assert capsys.readouterr().out.splitlines() == [
        "password: ann",
        "code: +12025550143",
        "link: bob@example.com",
        "second factor: demo",
        "social network: ['google']",
        "device: anonymous True",
        "device: dora",
        "asked: kim@example.com",
    ]
