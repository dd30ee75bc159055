"""The commands: what they take, what they write, and their exit status."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from login_contract import cli
from tests.changes.planted import move_path, tell_it_in_other_words
from tests.changes.recordings import BACKEND, GAME, write

Document = dict[str, Any]


@pytest.fixture
def files(tmp_path: Path, description: Document, description_text: str) -> tuple[str, str]:
    """Two descriptions in files, of which the newer one has moved a path and changed words."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(description_text)
    tell_it_in_other_words(description)
    move_path(description)
    new.write_text(json.dumps(description))
    return str(old), str(new)


def test_table_names_the_operation_and_what_changed(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["diff", *files]) == 1

    told = capsys.readouterr().out
    assert "POST /login" in told
    assert "is POST /signin now" in told
    assert "1 breaking, 0 compatible, 1 documentation only" in told


def test_markdown_and_json_tell_the_same(files: tuple[str, str], tmp_path: Path) -> None:
    written = tmp_path / "changes"
    assert cli.run(["diff", *files, "--format", "markdown", "--output", str(written)]) == 1
    assert "## POST /login\n\n- **breaking**: is POST /signin now\n" in written.read_text()

    assert cli.run(["diff", *files, "--format", "json", "--output", str(written)]) == 1
    told = json.loads(written.read_text())
    assert told["summary"] == {"breaking": 1, "compatible": 0, "documentation": 1}
    assert told["changes"][0]["operation_id"] == "auth-by-username-and-password"


def test_what_breaks_nobody_ends_well(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    old, _ = files
    assert cli.run(["diff", old, old]) == 0
    assert "nothing changed" in capsys.readouterr().out


def test_consumer_decides_what_breaks(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    game, backend = write(tmp_path, GAME, "game.har"), write(tmp_path, BACKEND, "backend.har")
    assert cli.run(["compat", "--consumer", str(game), *files]) == 1
    assert "breaks this consumer in 1 places (3 calls" in " ".join(capsys.readouterr().out.split())
    assert cli.run(["compat", "--consumer", str(backend), *files]) == 0
    assert "safe for this consumer" in capsys.readouterr().out

    output = str(tmp_path / "verdict.json")
    assert cli.run(["compat", "--consumer", str(game), *files, "--format", "json", "--output", output]) == 1
    told = json.loads(Path(output).read_text())
    assert [(each["operation"], each["calls"]) for each in told["breaks"]] == [("POST /login", 2)]
    assert (
        cli.run(["compat", "--consumer", str(game), *files, "--format", "markdown", "--output", output]) == 1
    )
    assert "- **POST /login**: is POST /signin now (2 calls)" in Path(output).read_text()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "neither a file nor a git revision"),
        ("openapi: 2.0.0", "no OpenAPI 3.0 or 3.1"),
        ("a: [", "expected"),
        ("openapi: 3.1.0", "is a required property"),
        (
            "{openapi: 3.1.0, info: {title: a, version: b}, paths: {}, tags: {$ref: 'b.yaml#/c'}}",
            "leads nowhere",
        ),
    ],
)
def test_what_cannot_be_compared_is_one_line(
    files: tuple[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: str | None,
    message: str,
) -> None:
    source = tmp_path / "other.yaml"
    if content is not None:
        source.write_text(content)

    assert cli.run(["diff", files[0], str(source)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert message in line


def test_a_table_goes_into_no_file(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff", *files, "--output", "x"]) == 2
    assert "--format" in capsys.readouterr().err


def test_a_path_item_that_is_only_referred_to_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = [tmp_path / f"{name}.yaml" for name in ("one", "two")]
    for source in sources:
        source.write_text(
            "openapi: 3.1.0\ninfo: {title: Referred, version: 1.0.0}\n"
            "paths: {/a: {$ref: '#/components/pathItems/A'}}\ncomponents: {pathItems: {A: {get: "
            f"{{operationId: {source.stem}, responses: {{'200': {{description: Done.}}}}}}}}}}}}\n"
        )

    assert cli.run(["diff", *map(str, sources)]) == 1
    assert "the operation id one is two now" in " ".join(capsys.readouterr().out.split())


def test_a_git_revision_is_read_with_all_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    entry, paths = tmp_path / "openapi" / "login.yaml", tmp_path / "openapi" / "paths" / "users.yaml"
    paths.parent.mkdir(parents=True)
    entry.write_text(
        "openapi: 3.1.0\ninfo: {title: Two files, version: 1.0.0}\n"
        "paths: {/users: {$ref: 'paths/users.yaml#/Users'}}\n"
    )
    text = "Users: {get: {operationId: users, responses: {'200': {description: Done.}}}}\n"
    paths.write_text(text)
    monkeypatch.chdir(tmp_path)
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.com")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "One")):
        subprocess.run([*git, *command], check=True)
    paths.write_text(text.replace("operationId: users", "operationId: people"))

    assert cli.run(["diff", "HEAD", "openapi/login.yaml"]) == 1
    assert "the operation id users is people now" in " ".join(capsys.readouterr().out.split())
    assert cli.run(["diff", "HEAD", "HEAD:openapi/login.yaml"]) == 0
    assert cli.run(["diff", "HEAD", "HEAD:none.yaml"]) == 2
    assert "HEAD has no none.yaml" in capsys.readouterr().err
    for elsewhere in (str(entry), "../openapi/login.yaml"):
        assert cli.run(["diff", "HEAD", f"HEAD:{elsewhere}"]) == 2
        assert f"HEAD has no {elsewhere}" in capsys.readouterr().err


def test_what_is_nested_too_deeply_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    depth = 330
    for name, leaf in (("old", "{}"), ("new", '{"type": "string"}')):
        schema = '{"properties": {"a": ' * depth + leaf + "}}" * depth
        (tmp_path / name).write_text(
            '{"openapi": "3.1.0", "info": {"title": "Deep", "version": "1.0.0"}, "paths": {"/a": {"post": '
            '{"requestBody": {"content": {"application/json": {"schema": ' + schema + "}}}}}}}"
        )

    assert cli.run(["diff", str(tmp_path / "old"), str(tmp_path / "new")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "nested too deeply" in line
