"""What the guides tell of testing a game and a staging server is what fixture, mock and suite do."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import get_args

import pytest
import yaml

from login_contract import cli
from login_contract.mock.settings import project as project_settings
from login_contract.mock.settings.server import MockSettings
from login_contract.suite.actors import lacking
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.login_mock import LoginMock
from login_contract.suite.fixtures import own_project
from login_contract.suite.preflight import inspect
from login_contract.suite.reporting.results import Verdict
from login_contract.suite.settings import TargetSettings
from login_contract.suite.target import MOCK_PROJECT_ID, Capabilities
from tests.docs.reading import TOP, blocks, inline_code, text
from tests.suite.foreign import foreign_server

KNOWN_USER = TOP / "contract_tests" / "flows" / "test_known_user.py"
FAST = 500.0


def section(guide: str, title: str) -> str:
    """A section of a guide."""
    return text(guide).partition(f"## {title}\n")[2].partition("\n## ")[0]


def first_cells(guide: str, title: str) -> list[str]:
    """The first cells of the table in a section."""
    lines = [line for line in section(guide, title).splitlines() if line.startswith("|")]
    return [line.strip("| ").split(" | ")[0] for line in lines[2:]]


def test_what_the_fixture_is_told_to_have_is_there() -> None:
    named = re.findall(r"`(control\.)?(\w+)\(", text("testing-your-integration").partition("\n## ")[0])

    assert len(named) > 6
    for of_control, name in named:
        assert hasattr(Control if of_control else LoginMock, name), name


def test_trouble_that_is_a_setting_is_one() -> None:
    told = section("testing-your-integration", "When the server is in trouble").partition("is a setting:")[2]
    (project,) = project_settings.complete_projects(MockSettings().projects)
    named = set(inline_code(told.partition(".")[0]))

    assert len(named) == 5
    assert named <= {*project, "required_age"}


def test_steps_in_ci_are_commands_that_exist() -> None:
    (code,) = blocks(text("testing-your-integration"), "yaml")
    (job,) = yaml.safe_load(code)["jobs"].values()
    steps = [step for step in job["steps"] if "run" in step]
    lines = [shlex.split(line.rstrip("& ")) for step in steps for line in step["run"].splitlines()]

    assert all({"run", "uses"} & step.keys() for step in job["steps"])
    assert {words[0] for words in lines} == {"pip", "python3", "login-contract", "curl", "npm"}
    for program, *arguments in lines:
        if program == "login-contract":
            assert cli.run([*arguments, "--help"]) == 0


def test_reasons_for_skips_are_those_of_the_suite() -> None:
    (no_user,) = re.findall(r'pytest\.skip\("(no user is known[^"]*)"\)', KNOWN_USER.read_text("utf-8"))
    known = {
        *Capabilities.REASONS.values(),
        lacking.NO_CLIENT,
        lacking.SEVERAL_CALLBACKS,
        lacking.NO_CONFIGURING,
        own_project.NO_PROJECT,
        no_user,
    }

    assert set(first_cells("staging-server", "What is skipped")) == known


def test_verdicts_are_explained() -> None:
    listed = first_cells("staging-server", "How to read the outcome")
    assert set(listed) == set(get_args(Verdict)) - {"warning"}  # what partners' endpoints are warned of


def test_first_look_at_a_server_is_what_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (shown,) = blocks(text("staging-server"), "text")
    with foreign_server() as server:
        found = inspect(TargetSettings(url=server.url, project_id=MOCK_PROJECT_ID, rate=FAST)).lines

    assert shown.splitlines()[:-1] == [f"{subject:<8} {said}" for subject, said in found]
