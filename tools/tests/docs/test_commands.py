"""Commands that the documents show: each exists, with the options it is given, and does what they say."""

from __future__ import annotations

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import httpx
import pytest

from login_contract import cli
from login_contract.mock.run import EmbeddedMock
from tests.docs.reading import GUIDES, README, SHOWN, TOP, blocks, inline_code, name, shown

ADDRESS = "http://127.0.0.1:8480"
# What a command line begins with, once variables and folders are taken away.
KNOWN = {"login-contract", "pip", "pipx", "python3", "curl", "cd", "flask", "npm", "uvicorn"}
DOCUMENTS = [*SHOWN, TOP / "CONTRIBUTING.md"]


def lines(block: str) -> Iterator[list[str]]:
    """The command lines of a block as words, without variables before them and the folder they are in."""
    for line in block.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
            words.pop(0)
        if words:
            yield [words[0].removeprefix(".venv/bin/"), *words[1:]]


def commands(program: str, path: Path) -> list[list[str]]:
    """The arguments of a program wherever a document shows it, in a block or in a sentence."""
    text = path.read_text("utf-8")
    sentences = [code for code in inline_code(text) if code.split()[0].endswith(program) and "…" not in code]
    found = [words for block in [*blocks(text, "sh"), *sentences] for words in lines(block)]
    return [words[1:] for words in found if words[0] == program]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_commands_of_the_package_take_the_options_that_are_shown(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in commands("login-contract", path):
        with redirect_stdout(StringIO()):
            status = cli.run([*arguments, "--help"])
        assert status == 0, f"login-contract {shlex.join(arguments)}: {capsys.readouterr().err}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_sessions_that_are_shown_exist(path: Path) -> None:
    tree = ast.parse((TOP / "noxfile.py").read_text("utf-8"))
    sessions = {
        node.name.replace("_", "-")
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and any("session" in ast.unparse(one) for one in node.decorator_list)
    }
    called = {
        session
        for names in re.findall(r"\bnox -s ((?:[a-z]+(?:-[a-z]+)* ?)+)", path.read_text("utf-8"))
        for session in names.split()
    }

    assert called <= sessions


def test_readme_lists_every_session() -> None:
    listed = re.findall(r"^\| `nox -s ([\w-]+)` \|", README.read_text("utf-8"), re.MULTILINE)
    declared = re.findall(
        r"^@nox\.session.*\ndef (\w+)", (TOP / "noxfile.py").read_text("utf-8"), re.MULTILINE
    )

    assert sorted(listed) == sorted(one.replace("_", "-") for one in declared)


def test_every_command_line_is_of_a_kind_that_is_tested() -> None:
    assert {words[0] for _, block in shown("sh") for words in lines(block)} <= KNOWN


@pytest.mark.parametrize("path", SHOWN, ids=name)
def test_what_is_installed_from_the_clone_is_there_with_its_extra(path: Path) -> None:
    for arguments in commands("pip", path):
        for place, extra in re.findall(
            r"^(\./?[\w/]*)(?:\[([\w,-]+)\])?$", "\n".join(arguments), re.MULTILINE
        ):
            project = tomllib.loads((TOP / place / "pyproject.toml").read_text("utf-8"))["project"]
            wanted = set(filter(None, extra.split(",")))
            assert wanted <= set(project.get("optional-dependencies", {}))


@pytest.mark.parametrize("path", SHOWN, ids=name)
def test_what_npm_installs_from_the_clone_is_a_package(path: Path) -> None:
    for arguments in commands("npm", path):
        places = [word for word in arguments if word.startswith(".")]
        assert all((TOP / place / "package.json").is_file() for place in places)


def test_examples_are_started_by_their_names() -> None:
    for path in SHOWN:
        for app in re.findall(r"(?:--app |uvicorn )(\w+)", path.read_text("utf-8")):
            assert (TOP / "examples" / f"{app}.py").is_file()


@pytest.mark.parametrize("path", [README, GUIDES / "local-server.md"], ids=name)
def test_call_that_is_shown_logs_in(path: Path) -> None:
    (arguments,) = (one for one in commands("curl", path) if "-d" in one)
    method, address, header, body = (arguments[index] for index in (1, 2, 4, 6))
    assert (arguments[0], arguments[3], arguments[5]) == ("-X", "-H", "-d")
    with EmbeddedMock() as mock:
        sent = dict([header.split(": ")])
        answer = httpx.request(method, address.replace(ADDRESS, mock.origin), headers=sent, content=body)

    assert answer.status_code == 200, answer.text
    assert "token=" in answer.json()["login_url"]


def test_users_that_are_shown_are_made() -> None:
    guide = GUIDES / "local-server.md"
    (arguments,) = (one for one in commands("curl", guide) if "-T" in one)
    _, _, _, method, _, header, address = arguments
    (users,) = blocks(guide.read_text("utf-8"), "jsonl")
    lines = [line for line in users.splitlines() if "…" not in line]  # a whole hash would be long
    with EmbeddedMock() as mock:
        sent = dict([header.split(": ")])
        answer = httpx.request(
            method, address.replace(ADDRESS, mock.origin), headers=sent, content="\n".join(lines)
        )

    assert answer.is_success, answer.text
    assert answer.json()["created"] == len(lines) == 1
