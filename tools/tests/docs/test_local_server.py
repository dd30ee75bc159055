"""What the guide to the local server lists: its values, its options, the calls that steer it."""

from __future__ import annotations

import re

import pytest

from login_contract import cli
from login_contract.description.model import described
from login_contract.mock.settings import project as project_settings
from login_contract.mock.settings.server import MockSettings
from tests.docs.reading import GUIDES, README, text


@pytest.mark.parametrize("document", [README, GUIDES / "local-server.md"], ids=lambda path: path.name)
def test_values_are_those_of_the_default_project(document: object) -> None:
    shown = README.read_text("utf-8") if document == README else text("local-server")
    (project,) = project_settings.complete_projects(MockSettings().projects)
    values = [
        project["project_id"],
        *project["callback_urls"],
        project["users"][0]["username"],
        project["users"][0]["email"],
        project["users"][0]["password"],
    ]

    assert [value for value in values if f"`{value}`" not in shown] == []


def test_table_of_options_is_that_of_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    listed = set(
        re.findall(r"`(--[a-z-]+)", text("local-server").partition("## Options")[2].partition("\n## ")[0])
    )
    assert cli.run(["mock", "--help"]) == 0
    told = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))

    assert listed == told - {"--help"}


def test_calls_that_steer_it_are_listed() -> None:
    table = text("local-server").partition("## Steering it from tests")[2]
    listed = {
        (method, path)
        for methods, path in re.findall(r"^\| `([A-Z`, ]+) (/[^?`\s]+)", table, re.MULTILINE)
        for method in re.findall(r"[A-Z]+", methods)
    }
    listed |= {("GET", "/_mock/clock")} if "`GET` reads it" in table else set()
    known = described("mock").operations.values()
    answers = [(operation.path, operation.response(200)) for operation in known]
    pages = {path for path, answer in answers if answer is not None and "text/html" in answer.content}
    # What pages read.
    pages |= {"/_mock/pages/{file}", "/_mock/texts", "/_mock/ask/opened"}
    operations = {
        (operation.method, operation.path)
        for operation in known
        if operation.path.startswith("/_mock/") and operation.path not in pages
    }

    assert listed - {("GET", "/healthz")} <= operations
    assert operations - listed == {("GET", "/_mock/users"), ("GET", "/_mock/projects")}
