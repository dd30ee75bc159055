"""`login-contract compare`: what it prints and writes, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from login_contract import cli
from tests.official.doors import described, put


def command(tmp_path: Path, *arguments: str, content: str | None = None) -> int:
    path = tmp_path / "vendor.json"
    path.write_text(json.dumps(described()) if content is None else content, "utf-8")
    ours = tmp_path / "ours.json"
    ours.write_text(json.dumps(described()), "utf-8")
    return cli.run(["compare", "--official", str(path), "--description", str(ours), *arguments])


def test_nothing_that_counts_is_status_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    light = described()
    put(light)["operationId"] = "putDoor"

    assert command(tmp_path) == 0
    assert command(tmp_path, "--weight", "medium", content=json.dumps(light)) == 0
    assert capsys.readouterr().out == "1 operations compared: no differences\n" * 2
    assert command(tmp_path, content=json.dumps(light)) == 1


@pytest.mark.parametrize("form", ["table", "markdown", "json"])
def test_report_is_written_whole(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = described()
    put(changed)["responses"]["201"] = {}
    target = tmp_path / "report"

    assert command(tmp_path, "--format", form, "--output", str(target), content=json.dumps(changed)) == 1

    text = target.read_text("utf-8")
    assert capsys.readouterr().out == ""
    assert all(word in text for word in ("heavy", "put-door", "201", "seed"))
    if form == "json":
        assert json.loads(text)["counts"] == {"heavy": 1, "medium": 0, "light": 0}


def test_cell_of_a_markdown_table_stays_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = described()
    changed["paths"]["/a|b\n"] = {"get": {"operationId": "a", "responses": {}}}

    assert command(tmp_path, "--format", "markdown", content=json.dumps(changed)) == 1

    assert r"| GET /a\|b |" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "is no OpenAPI description"),
        ("[]", "is no OpenAPI description"),
        ("{", "vendor.json"),
        ('{"swagger": "2.0"}', "is OpenAPI 2.0, and has to be 3.0 or later: convert it first"),
        ('{"openapi": "3.0.0"}', "describes no operation"),
        ('{"openapi": "3.0.0", "paths": []}', "paths is not an object of objects"),
        ('{"openapi": "3.0.0", "paths": {"/x": 1}}', "paths is not an object of objects"),
        ('{"openapi": "3.0.0", "paths": {"/x": {"$ref": "x.yaml"}}}', "the reference x.yaml leads nowhere"),
        ('{"openapi": "3.0.0", "paths": {"/x": {"get": 1}}}', "is no valid OpenAPI description"),
        (
            '{"openapi": "3.0.0", "paths": {"/doors/{d}": {"put": {"responses": {"200": {"$ref": "#/x"}}}}}}',
            "the reference #/x leads nowhere in this file",
        ),
    ],
)
def test_file_that_is_no_description_is_one_line_and_status_2(
    content: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(tmp_path, content=content) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("operation", [1, {"responses": {"200": {"$ref": "#/x"}}}], ids=str)
def test_another_description_that_is_none_is_one_line_and_status_2(
    operation: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs, ours = tmp_path / "theirs.json", tmp_path / "ours.json"
    theirs.write_text(json.dumps(described()))
    ours.write_text(json.dumps({"openapi": "3.0.0", "paths": {"/doors/{d}": {"put": operation}}}))

    assert cli.run(["compare", "--official", str(theirs), "--description", str(ours)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"login-contract: {theirs} or {ours}: ")


def test_file_that_is_not_there_is_one_line_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["compare", "--official", "nowhere.yaml"]) == 2

    assert capsys.readouterr().err == "login-contract: nowhere.yaml: No such file or directory\n"
