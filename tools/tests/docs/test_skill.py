"""The skills for agents: as agentskills.io has them, and each of their commands works as it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from login_contract.mock.run import EmbeddedMock
from login_contract.suite.target import MOCK_PROJECT_ID
from tests.docs.reading import SKILLS, name
from tests.docs.test_accounts import sent
from tests.docs.test_commands import commands

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FIELDS = {"name", "description", "license", "compatibility", "metadata", "allowed-tools"}
# What is asked before anything else is read, and what is read when a skill is used: characters, lines.
LONGEST = {"name": 64, "description": 1024, "compatibility": 500}
MOST_LINES = 500
TABLE = re.compile(r"^\| `(http://127\.0\.0\.1:8480[^`]+)` \|", re.MULTILINE)


def front_matter(text: str) -> Any:
    """Return what stands before the text of a skill."""
    before, _, _ = text.removeprefix("---\n").partition("\n---\n")
    return yaml.safe_load(before) if text.startswith("---\n") else None


def faults(text: str, folder: str) -> list[str]:
    """Return what is wrong with a skill in a folder of that name."""
    told = front_matter(text)
    if not isinstance(told, dict):
        return ["no front matter"]
    found = [f"unknown: {field}" for field in told.keys() - FIELDS]
    found += [f"{field} is missing" for field in ("name", "description") if not told.get(field)]
    found += [f"{field} is too long" for field, most in LONGEST.items() if len(told.get(field, "")) > most]
    if not NAME.fullmatch(str(told.get("name"))) or told.get("name") != folder:
        found.append("the name is not that of the folder")
    return found + ["too many lines"] * (len(text.splitlines()) > MOST_LINES)


def test_there_is_a_skill() -> None:
    assert [path.parent.name for path in SKILLS] == ["login-contract"]


@pytest.mark.parametrize("path", SKILLS, ids=name)
def test_skill_is_as_agents_expect_it(path: Path) -> None:
    assert faults(path.read_text("utf-8"), path.parent.name) == []


@pytest.mark.parametrize(
    ("text", "folder", "fault"),
    [
        ("# A\n", "a", "no front matter"),
        ("---\nname: a\n---\n", "a", "description is missing"),
        ("---\nname: a\ndescription: b\n---\n", "b", "the name is not that of the folder"),
        ("---\nname: a--b\ndescription: b\n---\n", "a--b", "the name is not that of the folder"),
        (f"---\nname: a\ndescription: {'b' * 1025}\n---\n", "a", "description is too long"),
        ("---\nname: a\ndescription: b\ntitle: c\n---\n", "a", "unknown: title"),
    ],
)
def test_skill_that_is_not_is_noticed(text: str, folder: str, fault: str) -> None:
    assert fault in faults(text, folder)


def test_every_line_for_curl_works_in_its_turn() -> None:
    with EmbeddedMock() as mock:
        answers = [sent(line, mock, {}) for line in commands("curl", SKILLS[0])]

    assert [answer.status_code for answer in answers] == [200, 201, 200, 200, 204, 200, 200, 204, 200, 204]
    assert "token=" in answers[2].json()["login_url"]
    (mail,) = answers[5].json()["messages"]
    assert mail["recipient"] == "ann@example.com"


def test_defects_that_are_named_are_made() -> None:
    (named,) = re.findall(r"a defect that a check has to notice\n\((.+?), …\)", SKILLS[0].read_text("utf-8"))
    query = {"project_id": MOCK_PROJECT_ID, "username": "demo"}
    with EmbeddedMock() as mock:
        made = [
            httpx.post(f"{mock.origin}/_mock/tokens", json={**query, "defect": defect}).status_code
            for defect in re.findall(r"`([\w-]+)`", named)
        ]

    assert made == [200, 200]


def test_what_there_is_to_look_up_without_a_build_answers() -> None:
    there = TABLE.findall(SKILLS[0].read_text("utf-8"))
    built = [address for address in there if address.endswith((".txt", ".md"))]
    with EmbeddedMock() as mock:
        statuses = {address: sent([address], mock, {}).status_code for address in there}

    assert len(there) == 5
    assert {address for address, status in statuses.items() if status != 200} <= set(built)
